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
        services.AddSingleton(PagesOf);
        services.AddSingleton(provider =>
            WidgetAssets.From([provider.GetRequiredService<EndpointDataSource>()], builder.Environment)
        );
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
        app.MapStaticAssets().ExcludeFromDescription();
        app.MapWidget(app.Services.GetRequiredService<WidgetOptions>());
    }

    private static WidgetOptions PagesOf(IServiceProvider provider) =>
        provider
            .GetRequiredService<IOptions<WidgetSettings>>()
            .Value.ToPages(
                provider.GetRequiredService<ClinicProfile>(),
                provider.GetRequiredService<IOptions<StorageOptions>>().Value.RetentionDays
            );
}
