using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SpasmBot.Clinical;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Web.ProtocolPage;

/// <summary><c>/protocol</c>: all that the bot asks, decides and says, for clinicians; read only, without anything of patients.</summary>
internal static class ProtocolEndpoint
{
    public static void MapProtocolPage(this WebApplication app)
    {
        // The protocol is fixed while the server runs, so the page is made once, when somebody first wants it.
        var page = new Lazy<Task<string>>(() => RenderAsync(app.Services));
        app.MapMethods("/protocol", [HttpMethods.Get, HttpMethods.Head], async http => await WriteAsync(http, page))
            .ExcludeFromDescription();
    }

    private static async Task WriteAsync(HttpContext http, Lazy<Task<string>> page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentLanguage = "en-ZA";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        await http.Response.WriteAsync(await page.Value, http.RequestAborted);
    }

    private static async Task<string> RenderAsync(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProtocolDocument.Protocol)] = services.GetRequiredService<Protocol>(),
            [nameof(ProtocolDocument.ClinicName)] = services.GetRequiredService<ClinicProfile>().Name,
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<ProtocolDocument>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
    }
}
