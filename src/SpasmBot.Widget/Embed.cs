using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SpasmBot.Widget;

/// <summary>
/// The one script of a site that embeds the chat: <c>wwwroot/embed/embed.js</c> with the clinic's settings. Its address
/// never changes, so it is looked at again every hour.
/// </summary>
internal static class Embed
{
    private const string Label = "Check my symptoms";
    private const string Title = "Symptom check";

    public static async Task WriteAsync(HttpContext http, WidgetOptions clinic, IWebHostEnvironment environment)
    {
        var script = await ReadAsync(environment, http.RequestAborted);
        var text = $"(()=>{{{script}spasmbot({Settings(http, clinic)},document.currentScript)}})()";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        // Other sites load it, also those that ask every resource for its leave.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        await TextResponse.WriteAsync(http, "text/javascript; charset=utf-8", TextResponse.Pack(text));
    }

    private static string Settings(HttpContext http, WidgetOptions clinic)
    {
        var (light, dark) = AccentPalette.From(clinic.Accent);
        return JsonSerializer.Serialize(
            new
            {
                chat = $"{http.Request.PathBase}/chat",
                label = Label,
                title = $"{Title}: {clinic.ClinicName}",
                accent = light.Accent.ToString(),
                ink = light.AccentInk.ToString(),
                darkAccent = dark.Accent.ToString(),
                darkInk = dark.AccentInk.ToString(),
            }
        );
    }

    private static async Task<string> ReadAsync(IWebHostEnvironment environment, CancellationToken cancel)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("_content/SpasmBot.Widget/embed/embed.js");
        using var reader = new StreamReader(file.CreateReadStream());
        return await reader.ReadToEndAsync(cancel);
    }
}
