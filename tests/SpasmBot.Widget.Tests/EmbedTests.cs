using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace SpasmBot.Widget.Tests;

/// <summary>One tag on somebody else's page.</summary>
[Collection(BrowserTests.Name)]
public sealed class EmbedTests(Browser browser)
{
    private const int LargestLoader = 3 * 1024;

    // What some sites do to every element there is.
    private const string OddStyles =
        "<style nonce=\"site\">* { all: unset; display: block !important; font-size: 3px !important }"
        + " button, dialog, iframe { display: none !important; width: 1px !important }"
        + " body { transform: scale(.9); filter: blur(1px) } spasmbot-chat { opacity: 0 !important }</style>";

    [Fact]
    public async Task Loader_IsAtMostThreeKilobytesOfGzip()
    {
        await using var chat = await ChatServer.StartAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var response = await client.GetAsync(new Uri(chat.Address, "/embed.js"));
        var packed = await response.Content.ReadAsByteArrayAsync();
        Assert.InRange(packed.Length, 1, LargestLoader);
        await using var unpacked = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Contains("document.currentScript", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loader_OfAClinicWithMarkupInItsName_HoldsItAsText()
    {
        await using var chat = await ChatServer.StartAsync(
            options: new WidgetOptions { ClinicName = "</script><b>'\"\u2028" }
        );
        using var client = new HttpClient();
        var script = await client.GetStringAsync(new Uri(chat.Address, "/embed.js"));
        Assert.DoesNotContain("</script>", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', script);
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1280, 800)]
    public async Task Chat_OpensAndCloses_OnAPageWithAStrictPolicyAndOddStyles(int width, int height)
    {
        await using var site = await SiteAsync(tag => OddStyles + tag);
        var page = site.Page;
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" });
        await button.ClickAsync();

        await Expect(site.Chat.Locator("#question-title")).ToHaveTextAsync("What can we do for you?");
        await site.Chat.Locator("#close").ClickAsync();

        await Expect(button).ToBeFocusedAsync();
        await Expect(page.Locator("html[data-closed]")).ToHaveCountAsync(1);
        Assert.Equal(["opened", "closed"], await site.EventsAsync());
        Assert.Empty(site.Complaints);
        await page.SetViewportSizeAsync(width, height);
        var box = await button.BoundingBoxAsync();
        Assert.True(
            box!.Height >= 44 && box.X + box.Width <= width && box.Y + box.Height <= height,
            $"{box.X} {box.Y}"
        );
    }

    [Fact]
    public async Task Tag_MovesNothingOnThePage()
    {
        await using var site = await SiteAsync(tag => $"<h1>Above</h1>{tag}<p>Below</p>");
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).ClickAsync();
        await Expect(site.Chat.Locator("#question-title")).ToBeVisibleAsync();
        Assert.Equal(0, await site.Page.EvaluateAsync<double>("() => shifted"));
    }

    [Fact]
    public async Task Site_ThatDrawsItselfAnew_KeepsTheOpenChat()
    {
        await using var site = await SiteAsync(tag => tag);
        await site.Page.EvaluateAsync("() => SpasmBot.open()");
        await site.Chat.Locator("#said").FillAsync("half a sen");

        await site.Page.EvaluateAsync("() => document.body.replaceWith(document.createElement('body'))");

        await Expect(site.Chat.Locator("#said")).ToHaveValueAsync("half a sen");
    }

    [Fact]
    public async Task TagsOfTwoClinics_DrawTwoChats_AndTheSameTagTwiceOne()
    {
        await using var second = await ChatServer.StartAsync(options: new WidgetOptions { ClinicName = "Second" });
        await using var site = await SiteAsync(
            tag => $"{tag}{tag}<script src=\"{second.Address}embed.js\"></script>",
            second
        );
        await Expect(site.Page.Locator("spasmbot-chat")).ToHaveCountAsync(2);
        var boxes = await Task.WhenAll(
            (await site.Page.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).AllAsync()).Select(one =>
                one.BoundingBoxAsync()
            )
        );
        Assert.True(Math.Abs(boxes[0]!.Y - boxes[1]!.Y) >= boxes[0]!.Height, "They do not cover each other.");
    }

    [Fact]
    public async Task Links_OfTheSite_OpenTheChat_WithoutAButtonOfOurs()
    {
        await using var site = await SiteAsync(tag =>
            tag.Replace("<script", "<script data-launcher=\"none\"", StringComparison.Ordinal)
            + "<a href=\"/elsewhere\" data-spasmbot-open><b>Sore back?</b></a>"
        );
        await Expect(site.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await site.Page.GetByText("Sore back?").ClickAsync();
        await Expect(site.Chat.Locator("#question-title")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false, "{}")]
    [InlineData(true, "{\"disposition\":\"physio\"}")]
    public async Task Site_IsToldTheResult_OnlyWhereTheClinicAllowsIt(bool shares, string detail)
    {
        var bot = new ScriptedBot
        {
            Reply = _ => [new("Book a visit.", Questions.Answer), new("Thank you.", new() { Booking = new("AB12CD") })],
        };
        await using var site = await SiteAsync(tag => tag, bot: bot, shares: shares);
        await site.Page.EvaluateAsync("() => SpasmBot.open()");
        await site.Chat.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).ClickAsync();
        await Expect(site.Chat.Locator(".reference")).ToBeVisibleAsync();

        await Expect(site.Page.Locator("html[data-booking]")).ToHaveCountAsync(1);
        Assert.Equal(detail, await site.Page.EvaluateAsync<string>("() => JSON.stringify(told.finished)"));
        Assert.Equal("{}", await site.Page.EvaluateAsync<string>("() => JSON.stringify(told.booking)"));
    }

    [Fact]
    public async Task Site_ThatIsNotAllowed_CannotShowTheChat()
    {
        await using var site = await SiteAsync(tag => tag, isAllowed: false);
        await site.Page.EvaluateAsync("() => SpasmBot.open()");
        await Expect(site.Page.Locator("html[data-opened]")).ToHaveCountAsync(1);
        await Expect(site.Chat.Locator("#question-title")).ToHaveCountAsync(0);
        Assert.Contains(site.Complaints, one => one.Contains("frame-ancestors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chat_TellsNothing_ToAPageItDoesNotKnow()
    {
        await using var server = await ChatServer.StartAsync();
        var page = await browser.PageAsync();
        await page.GotoAsync(new Uri(server.Address, "/chat").ToString());
        // In a window of its own nobody may take the part of the page around it.
        var told = await page.EvaluateAsync<bool>(
            """
            () => new Promise((resolve) => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(true);
              window.postMessage("spasmbot", "*", [port2]);
              setTimeout(() => resolve(false), 0);
              document.getElementById("close").addEventListener("click", (event) => event.preventDefault());
              document.getElementById("close").click();
            })
            """
        );
        Assert.False(told);
        await page.Context.DisposeAsync();
    }

    private async Task<Site> SiteAsync(
        Func<string, string> body,
        ChatServer? second = null,
        ScriptedBot? bot = null,
        bool shares = false,
        bool isAllowed = true
    )
    {
        var host = await HostPage.StartAsync();
        var chat = await ChatServer.StartAsync(
            bot,
            new WidgetOptions { Hosts = isAllowed ? [host.Address] : [], SharesDisposition = shares }
        );
        host.Allowed =
            $"{chat.Address.GetLeftPart(UriPartial.Authority)} {second?.Address.GetLeftPart(UriPartial.Authority)}";
        host.Body = body($"<script src=\"{chat.Address}embed.js\"></script>");
        var site = new Site(host, chat, await browser.PageAsync());
        await site.OpenAsync();
        return site;
    }

    private sealed class Site(HostPage host, ChatServer server, IPage page) : IAsyncDisposable
    {
        public List<string> Complaints { get; } = [];

        public IPage Page => page;

        public IFrameLocator Chat => page.FrameLocator("spasmbot-chat iframe");

        public async Task OpenAsync()
        {
            page.PageError += (_, error) => Complaints.Add(error);
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                    Complaints.Add(message.Text);
            };
            await page.AddInitScriptAsync(
                """
                window.events = []; window.told = {}; window.shifted = 0;
                for (const type of ["opened", "closed", "finished", "booking"])
                  document.addEventListener(`spasmbot:${type}`, ({ detail }) => {
                    events.push(type); told[type] = detail; document.documentElement.dataset[type] = "";
                  });
                new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifted += entry.value; })
                  .observe({ type: "layout-shift", buffered: true });
                """
            );
            await page.GotoAsync(host.Address);
            await page.Locator("spasmbot-chat").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        public Task<string[]> EventsAsync() => page.EvaluateAsync<string[]>("() => events");

        public async ValueTask DisposeAsync()
        {
            await page.Context.DisposeAsync();
            await server.DisposeAsync();
            await host.DisposeAsync();
        }
    }
}
