using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SpasmBot.Contracts;
using SpasmBot.Host.Settings;
using SpasmBot.Storage;
using SpasmBot.Widget;

namespace SpasmBot.Host.Web;

/// <summary>What every request passes through, and the pages.</summary>
internal static class WebSetup
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddProblemDetails();
        // "5" is not 5: neither to the readers of requests nor in the OpenAPI document.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddPageHeaders();
        services.AddRequestLimits();
        services.AddApiDocument();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseProblems();
        app.UsePageHeaders();
        app.UseRateLimiter();
    }

    /// <summary>The demo clinic page, the chat page and their files.</summary>
    public static void MapPages(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<WidgetSettings>>().Value;
        var clinic = app.Services.GetRequiredService<ClinicProfile>();
        var retention = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.RetentionDays;
        app.MapStaticAssets().ExcludeFromDescription();
        app.MapWidget(settings.ToPages(clinic, retention));
    }
}
