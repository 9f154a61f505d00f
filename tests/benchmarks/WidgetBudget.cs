using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace SpasmBot.Benchmarks;

/// <summary>
/// What the widget costs a person's phone and a clinic's page, beside the public Web Chat on the same bot: bytes, time to
/// the first question, shifts of the host page, scrolling of a long conversation, and who is asked for anything.
/// </summary>
internal sealed class WidgetBudget(IBrowser browser, WidgetSites sites)
{
    private const int Rounds = 5;
    private const int CpuSlowdown = 4;
    private const int MessagesInLongTalk = 200;

    /// <summary>Resolves, in milliseconds since the page was asked for, when the first question can be answered.</summary>
    private const string WaitForControl = """
        selector => new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error(`no ${selector}`)), 60_000);
          const look = () => {
            const control = document.querySelector(selector);
            // After the tasks that are waiting: until then a tap is not heard.
            if (control?.checkVisibility() && !control.disabled) setTimeout(() => resolve(performance.now()));
            else requestAnimationFrame(look);
          };
          look();
        })
        """;

    /// <summary>Measures and prints; the working directory is the repository.</summary>
    /// <param name="published">The folder that <c>dotnet publish src/SpasmBot.Host -c Release</c> filled.</param>
    public static async Task RunAsync(string published)
    {
        await using var sites = await WidgetSites.StartAsync(published);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                ],
            }
        );
        var budget = new WidgetBudget(browser, sites);
        await budget.LoaderAsync();
        await budget.FirstQuestionAsync();
        await budget.ScrollingAsync();
    }

    private async Task LoaderAsync()
    {
        using var client = new HttpClient();
        var script = await client.GetByteArrayAsync(new Uri(sites.Bot, "/embed.js"));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(script);
        Print("loader, gzip (at most 3,072)", $"{packed.Length:N0} bytes");

        var page = await OpenAsync(slowdown: 1);
        await page.AddInitScriptAsync(
            """
            window.shifts = 0;
            new PerformanceObserver((list) => { for (const shift of list.getEntries()) shifts += shift.value; })
              .observe({ type: "layout-shift", buffered: true });
            """
        );
        await page.GotoAsync(sites.Bot.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).Last.ClickAsync();
        await page.FrameLocator("iframe").Locator(WidgetSites.FirstControl).First.WaitForAsync();
        Print(
            "layout shift of the host page (0)",
            (await page.EvaluateAsync<double>("shifts")).ToString("0.####", CultureInfo.InvariantCulture)
        );
        await page.Context.CloseAsync();
    }

    private async Task FirstQuestionAsync()
    {
        List<Arrival> ours = [],
            theirs = [];
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await ArriveAsync(new Uri(sites.Bot, "/chat"), WidgetSites.FirstControl));
            theirs.Add(await ArriveAsync(sites.WebChat, WidgetSites.FirstControlOfWebChat));
        }

        var (mine, other) = (Median(ours), Median(theirs));
        Print("until the first question, sent by the server (at most 40,960)", $"{ours[0].Bytes:N0} bytes");
        Print("the same, Web Chat", $"{theirs[0].Bytes:N0} bytes");
        Print(
            "other hosts that were asked (none)",
            string.Join(", ", ours.SelectMany(one => one.OtherHosts).DefaultIfEmpty("none"))
        );
        Print($"first question, processor {CpuSlowdown} times slower, median of {Rounds}", $"{mine:N0} ms");
        Print("the same, Web Chat", $"{other:N0} ms");
        Print("ratio (under 0.333)", (mine / other).ToString("0.000", CultureInfo.InvariantCulture));
    }

    private async Task ScrollingAsync()
    {
        var page = await OpenAsync(slowdown: 1);
        await page.GotoAsync(new Uri(sites.Bot, "/chat").ToString());
        await page.Locator(WidgetSites.FirstControl).First.WaitForAsync();
        var keys = JsonDocument.Parse(
            await page.EvaluateAsync<string>("() => localStorage.getItem(Object.keys(localStorage)[0])")
        );
        await page.GotoAsync("about:blank");
        await TalkAsync(keys.RootElement);
        await SlowDownAsync(page, CpuSlowdown);
        await page.GotoAsync(new Uri(sites.Bot, "/chat").ToString());
        await page.Locator(WidgetSites.FirstControl).First.WaitForAsync();
        var messages = await page.Locator(".message").CountAsync();
        await page.EvaluateAsync(
            """
            () => {
              window.longest = 0;
              new PerformanceObserver((list) => {
                for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
              }).observe({ type: "longtask" });
            }
            """
        );
        await page.Mouse.MoveAsync(180, 300);
        foreach (var way in new[] { -1, 1 })
        {
            for (var step = 0; step < 100; step++)
            {
                await page.Mouse.WheelAsync(0, way * 500);
                await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
            }
        }

        var longest = await page.EvaluateAsync<double>("longest");
        Print(
            $"scrolling {messages} messages, processor {CpuSlowdown} times slower: longest task (at most 50)",
            longest == 0 ? "none of 50 ms" : $"{longest:N0} ms"
        );
        await page.Context.CloseAsync();
    }

    /// <summary>Asks on until the conversation is long.</summary>
    private async Task TalkAsync(JsonElement keys)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            keys.GetProperty("token").GetString()
        );
        var activities = new Uri(
            sites.Bot,
            $"/v3/directline/conversations/{keys.GetProperty("conversationId").GetString()}/activities"
        );
        for (var said = 0; said < MessagesInLongTalk; said += 2)
        {
            var question = new
            {
                type = "message",
                text = "How long does a spasm take to heal?",
                from = new { id = "u" },
            };
            (await client.PostAsJsonAsync(activities, question)).EnsureSuccessStatusCode();
        }
    }

    private async Task<Arrival> ArriveAsync(Uri address, string control)
    {
        var page = await OpenAsync(CpuSlowdown);
        var finished = new List<Microsoft.Playwright.IRequest>();
        page.RequestFinished += (_, request) => finished.Add(request);
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        var milliseconds = await page.EvaluateAsync<double>(WaitForControl, control);
        var requests = finished.ToList();
        var bytes = 0;
        foreach (var request in requests)
            bytes += (await request.SizesAsync()).ResponseBodySize;
        var others = requests.Select(request => new Uri(request.Url).Host).Where(host => host != address.Host);
        await page.Context.CloseAsync();
        return new Arrival(milliseconds, bytes, [.. others]);
    }

    /// <summary>A phone that has never been there.</summary>
    private async Task<IPage> OpenAsync(int slowdown)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                HasTouch = true,
            }
        );
        var page = await context.NewPageAsync();
        await SlowDownAsync(page, slowdown);
        return page;
    }

    private static async Task SlowDownAsync(IPage page, int slowdown)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
    }

    private static double Median(List<Arrival> arrivals) =>
        arrivals.Select(arrival => arrival.Milliseconds).Order().ElementAt(arrivals.Count / 2);

    private static void Print(string what, string figure) => Console.WriteLine($"{what}: {figure}");

    private sealed record Arrival(double Milliseconds, int Bytes, string[] OtherHosts);
}
