using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpasmBot.Widget.Tests.Kit;

/// <summary>Somebody else's site on an origin of its own, under a policy that allows no more than it must.</summary>
public sealed class HostPage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostPage(WebApplication app) => _app = app;

    /// <summary>The origin, without a slash at the end.</summary>
    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What the site shows; set once the address of the chat is known.</summary>
    public string Body { get; set; } = "";

    /// <summary>Where scripts and frames may come from.</summary>
    public string Allowed { get; set; } = "";

    public static async Task<HostPage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var page = new HostPage(app);
        app.Run(page.WriteAsync);
        await app.StartAsync();
        return page;
    }

    private Task WriteAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {Allowed}; frame-src {Allowed}; style-src 'nonce-site'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
        return http.Response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><head><title>A site</title></head><body>{Body}</body></html>"
        );
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
