using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SpasmBot.Benchmarks;

/// <summary>The published product, and a site of another origin that embeds the public Web Chat on the same bot.</summary>
internal sealed partial class WidgetSites : IAsyncDisposable
{
    /// <summary>The widget's first question can be answered.</summary>
    public const string FirstControl = ".question-card:not(.is-settling) button";

    /// <summary>Web Chat's first question can be answered.</summary>
    public const string FirstControlOfWebChat = "[role=toolbar] button";

    private const string Clients = "tests/SpasmBot.EndToEnd.Tests/clients";

    private readonly string _data = Directory.CreateTempSubdirectory("spasmbot-").FullName;
    private WebApplication _site;
    private Process _bot;

    public Uri Bot { get; private set; }

    public Uri WebChat =>
        new($"{_site.Urls.Single()}/webchat.html?bot={Uri.EscapeDataString(Bot.GetLeftPart(UriPartial.Authority))}");

    /// <summary>Starts both on free ports of 127.0.0.1.</summary>
    /// <param name="published">The folder of the published product; the working directory is the repository.</param>
    public static async Task<WidgetSites> StartAsync(string published)
    {
        var sites = new WidgetSites { _site = await SiteAsync() };
        await sites.StartBotAsync(Path.GetFullPath(published));
        return sites;
    }

    private static async Task<WebApplication> SiteAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        MapPacked(app, "/webchat.html", Path.Combine(Clients, "webchat.html"), "text/html");
        MapPacked(app, "/webchat.js", Path.Combine(Clients, "node_modules", "webchat.js"), "text/javascript");
        await app.StartAsync();
        return app;
    }

    /// <summary>Packed once, as a good site would have it.</summary>
    private static void MapPacked(WebApplication app, string path, string file, string type)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(File.ReadAllBytes(file));
        var content = packed.ToArray();
        app.MapGet(
            path,
            (HttpContext http) =>
            {
                http.Response.Headers.ContentEncoding = "gzip";
                return Results.Bytes(content, type);
            }
        );
    }

    private async Task StartBotAsync(string published)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            $"--Storage:DataFolder={_data}",
            "--RateLimits:Enabled=false",
            $"--DirectLine:AllowedOrigins:0={_site.Urls.Single()}",
        ];
        var start = new ProcessStartInfo(Path.Combine(published, "SpasmBot.Host"), settings)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = published,
        };
        _bot = Process.Start(start);
        var listening = new TaskCompletionSource<Uri>();
        _bot.OutputDataReceived += (_, line) =>
        {
            if (Address().Match(line.Data ?? "") is { Success: true } address)
                listening.TrySetResult(new Uri(address.Value));
        };
        _bot.BeginOutputReadLine();
        Bot = await listening.Task.WaitAsync(TimeSpan.FromMinutes(1));
        using var client = new HttpClient { BaseAddress = Bot };
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
            await Task.Delay(100);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    public async ValueTask DisposeAsync()
    {
        _bot.Kill();
        await _bot.WaitForExitAsync();
        _bot.Dispose();
        await _site.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
