using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>
/// A site of another origin: <c>/webchat.html</c> embeds the public Web Chat, <c>/clinic</c> the widget by its one tag.
/// </summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherSite(WebApplication app) => _app = app;

    /// <summary>The origin, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    public static async Task<OtherSite> StartAsync()
    {
        var clients = Repository.PathOf("tests", "SpasmBot.EndToEnd.Tests", "clients");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var folder in new[] { clients, Path.Combine(clients, "node_modules") })
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        app.MapGet("/clinic", (string bot) => Results.Content(Clinic(new Uri(bot, UriKind.Absolute)), "text/html"));
        await app.StartAsync();
        return new OtherSite(app);
    }

    private static string Clinic(Uri bot) =>
        $"""
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>A clinic</title>
              </head>
              <body>
                <h1>A clinic</h1>
                <script async src="{new Uri(bot, "/embed.js")}"></script>
              </body>
            </html>
            """;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
