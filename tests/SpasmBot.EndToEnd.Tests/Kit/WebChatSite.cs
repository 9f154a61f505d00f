using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>A site of its own origin that embeds the public Web Chat.</summary>
public sealed class WebChatSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebChatSite(WebApplication app) => _app = app;

    /// <summary>The origin, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    public static async Task<WebChatSite> StartAsync()
    {
        var clients = Repository.PathOf("tests", "SpasmBot.EndToEnd.Tests", "clients");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var folder in new[] { clients, Path.Combine(clients, "node_modules") })
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        await app.StartAsync();
        return new WebChatSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
