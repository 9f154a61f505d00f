using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The widget where people meet it: on a clinic's own site, of another origin, by one script tag.</summary>
[Collection(nameof(Browser))]
public sealed class EmbeddedTests(Browser browser)
{
    [Fact]
    public async Task One_tag_brings_a_whole_check_to_an_old_phone_on_a_slow_line()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await ServerProcess.StartAsync($"--Widget:FrameAncestors:0={site.Address}");
        var page = await browser.OpenPhoneAsync(server.Address);
        await MakeOldAndSlowAsync(page);

        await page.GotoAsync($"{site.Address}/clinic?bot={Uri.EscapeDataString(server.Address.OriginalString)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).TapAsync();
        var frame = await (await page.WaitForSelectorAsync("spasmbot-chat iframe"))!.ContentFrameAsync();
        var chat = new ChatPage(page, new Finger(), frame)
        {
            OwnWords = "my upper back went into spasm when i lifted a box on monday, about a 5, no chest pain",
        };
        await chat.SettledAsync();
        await chat.UntilAnsweredAsync();

        await Assertions.Expect(chat.Answer).ToContainTextAsync("What not to do");
        await page.Context.CloseAsync();
    }

    /// <summary>A processor four times slower, and a line as GPRS had it: 50 kbit/s, half a second until an answer begins.</summary>
    private static async Task MakeOldAndSlowAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await devtools.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 500,
                ["downloadThroughput"] = 6_250,
                ["uploadThroughput"] = 2_500,
            }
        );
    }
}
