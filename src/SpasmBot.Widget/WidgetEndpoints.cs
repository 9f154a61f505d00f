using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpasmBot.Widget.Pages;

namespace SpasmBot.Widget;

/// <summary>Serves the demo clinic page, the chat page and what they need beside the static assets.</summary>
public static class WidgetEndpoints
{
    /// <summary>
    /// Key of <see cref="HttpContext.Items"/> under which the host leaves the nonce (a string) of its
    /// Content-Security-Policy before these endpoints run. Without one the pages carry no nonce.
    /// </summary>
    public const string NonceItem = "csp-nonce";

    private const string ScriptType = "text/javascript; charset=utf-8";
    private const string StyleType = "text/css; charset=utf-8";

    /// <summary>Maps the pages and what they load, the same for every request.</summary>
    public static IEndpointConventionBuilder MapWidget(this IEndpointRouteBuilder endpoints, WidgetOptions options) =>
        endpoints.MapWidget(_ => options);

    /// <summary>
    /// Maps <c>/</c>, <c>/chat</c>, <c>/privacy</c>, <c>/embed.js</c> and what is made for them. The host maps the static assets
    /// (<c>MapStaticAssets</c>) on the same builder.
    /// </summary>
    /// <param name="endpoints">Where the host maps its endpoints.</param>
    /// <param name="options">The clinic that a request is for.</param>
    public static IEndpointConventionBuilder MapWidget(
        this IEndpointRouteBuilder endpoints,
        Func<HttpContext, WidgetOptions> options
    )
    {
        var environment = endpoints.ServiceProvider.GetRequiredService<IWebHostEnvironment>();
        var assets = new Lazy<WidgetAssets>(
            () => WidgetAssets.From(endpoints.DataSources, environment),
            // A failure is not kept.
            LazyThreadSafetyMode.PublicationOnly
        );
        var group = endpoints.MapGroup("").ExcludeFromDescription();
        MapPage<ClinicPage>("/");
        MapPage<ChatPage>("/chat");
        MapPage<PrivacyPage>("/privacy");
        Map("/chat/brand.css", http => WriteBrandAsync(http, options(http)));
        Map("/embed.js", http => Embed.WriteAsync(http, options(http), environment));
        if (!environment.IsDevelopment())
        {
            Map("/chat/pack.js", http => WritePackAsync(http, assets.Value.Pack!, pack => pack.Script, ScriptType));
            Map("/chat/pack.css", http => WritePackAsync(http, assets.Value.Pack!, pack => pack.Style, StyleType));
        }

        return group;

        void MapPage<TPage>(string path)
            where TPage : IComponent =>
            Map(path, http => WritePageAsync<TPage>(http, PageContext.Of(http, options(http), assets.Value)));

        void Map(string path, RequestDelegate answer) =>
            group.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer);
    }

    /// <summary>Writes a page in the frame of these pages, also for other parts of the server.</summary>
    /// <param name="http">The request it answers; its status may be set before.</param>
    /// <param name="page">Goes to the component's parameter <c>Page</c>.</param>
    /// <param name="more">Its other parameters, by name.</param>
    public static async Task WritePageAsync<TPage>(
        HttpContext http,
        PageContext page,
        params IEnumerable<KeyValuePair<string, object?>> more
    )
        where TPage : IComponent
    {
        var loggers = http.RequestServices.GetRequiredService<ILoggerFactory>();
        await using var renderer = new HtmlRenderer(http.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>(more, StringComparer.Ordinal) { ["Page"] = page };
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        http.Response.Headers.ContentLanguage = page.Clinic.Language;
        // The nonce inside must never be served twice.
        http.Response.Headers.CacheControl = "no-store";
        await TextResponse.WriteAsync(http, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));
    }

    private static Task WritePackAsync(
        HttpContext http,
        ChatPack pack,
        Func<ChatPack, PackedText> part,
        string contentType
    )
    {
        // While servers are updated one after the other, the page of one may ask another for a version that it has not.
        http.Response.Headers.CacheControl =
            http.Request.Query["v"] == pack.Version ? "public, max-age=31536000, immutable" : "no-store";
        return TextResponse.WriteAsync(http, contentType, part(pack));
    }

    private static Task WriteBrandAsync(HttpContext http, WidgetOptions clinic)
    {
        var palette = AccentPalette.From(clinic.Accent);
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TextResponse.WriteAsync(http, StyleType, Encoding.UTF8.GetBytes(palette.ToCss()));
    }
}
