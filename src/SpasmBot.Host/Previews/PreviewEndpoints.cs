using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SpasmBot.Contracts;
using SpasmBot.Host.Settings;
using SpasmBot.Storage;
using SpasmBot.Widget;
using SpasmBot.Widget.Pages;

namespace SpasmBot.Host.Previews;

/// <summary>
/// <c>/preview</c>: a clinic tries its name, colour, numbers and hours on the real chat, and takes the settings away. Only
/// where the environment is <c>Development</c>: it is no page for the public, and there are no accounts of staff.
/// </summary>
internal static class PreviewEndpoints
{
    /// <summary>The chat as the form has it, shown in the frame of the page.</summary>
    public const string Frame = "/preview/chat";

    public static void MapPreview(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var services = app.Services;
        var clinic = services.GetRequiredService<ClinicProfile>();
        var widget = services.GetRequiredService<IOptions<WidgetSettings>>().Value;
        var retention = services.GetRequiredService<IOptions<StorageOptions>>().Value.RetentionDays;
        var assets = services.GetRequiredService<WidgetAssets>();
        var running = PreviewForm.Of(clinic, widget);
        var preview = app.MapGroup("/preview").ExcludeFromDescription();
        preview.MapGet("", http => WritePageAsync(http));
        preview.MapGet("/check", http => Results.Json(ResultOf(FormOf(http))).ExecuteAsync(http));
        preview.MapGet("/chat", http => WriteFrameAsync(http));
        preview.MapGet("/brand.css", http => WriteColoursAsync(http));
        PreviewLine.Map(
            preview,
            ActivatorUtilities.CreateInstance<PreviewTalks>(services),
            query => ClinicOf(PreviewForm.From(new QueryCollection(QueryHelpers.ParseQuery(query)), running))
        );

        PreviewForm FormOf(HttpContext http) => PreviewForm.From(http.Request.Query, running);

        PreviewResult ResultOf(PreviewForm form) => PreviewResult.Of(form, running);

        ClinicProfile? ClinicOf(PreviewForm form)
        {
            if (ResultOf(form).Faults.Count > 0)
                return null;
            var tried = form.ToOptions().ToProfile();
            return clinic with
            {
                Name = tried.Name,
                AccentColour = tried.AccentColour,
                ReceptionPhone = tried.ReceptionPhone,
                AmbulanceNumbers = tried.AmbulanceNumbers,
                Hours = tried.Hours,
                Greeting = tried.Greeting,
            };
        }

        Task WritePageAsync(HttpContext http)
        {
            var form = FormOf(http);
            return WidgetEndpoints.WritePageAsync<PreviewPage>(
                http,
                PageContext.Of(http, widget.ToPages(clinic, retention), assets),
                new(nameof(PreviewPage.Form), form),
                new(nameof(PreviewPage.Result), ResultOf(form))
            );
        }

        Task WriteFrameAsync(HttpContext http)
        {
            var form = FormOf(http);
            if (ClinicOf(form) is not { } tried)
                return Results.BadRequest().ExecuteAsync(http);
            var logo = form.Logo.Length == 0 ? null : form.Logo;
            var pages = (widget with { LogoUrl = logo, FrameAncestors = [] }).ToPages(tried, retention) with
            {
                DirectLineUrl = PreviewLine.AddressOf(form),
            };
            var page = PageContext.Of(http, pages, assets) with
            {
                BrandCss = $"/preview/brand.css{QueryString.Create("colour", form.Colour)}",
            };
            return WidgetEndpoints.WritePageAsync<ChatPage>(http, page);
        }

        Task WriteColoursAsync(HttpContext http) =>
            (
                ClinicOf(FormOf(http)) is { } tried
                    ? Results.Text(AccentPalette.From(tried.AccentColour).ToCss(), "text/css; charset=utf-8")
                    : Results.BadRequest()
            ).ExecuteAsync(http);
    }
}
