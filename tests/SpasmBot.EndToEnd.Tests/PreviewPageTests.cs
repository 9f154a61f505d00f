using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Accessibility;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The preview for a clinic, in a real browser.</summary>
[Collection(nameof(Browser))]
public sealed class PreviewPageTests(Browser browser)
{
    private static readonly Look[] Looks = [new(Colours.Light, 320), new(Colours.Dark, 1280), new(Colours.Forced, 320)];

    [Fact]
    public async Task What_is_typed_is_seen_in_the_chat_at_once_and_can_be_copied_and_nothing_has_a_fault()
    {
        await using var server = await ServerProcess.StartAsync("--environment=Development");
        var page = await browser.OpenPhoneAsync(server.Address);
        await page.GotoAsync("/preview");
        var chat = page.FrameLocator("#preview-frame");
        await Assertions.Expect(chat.Locator(".question-card")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#unchanged")).ToBeVisibleAsync();

        await TypeAsync(page, "name", "Karoo Backs");
        await TypeAsync(page, "greeting", "Welcome to Karoo.");
        await page.FillAsync("#colour", "#ffdd33");
        await Assertions.Expect(chat.Locator("h1")).ToHaveTextAsync("Karoo Backs");
        await Assertions.Expect(chat.Locator(".said").First).ToHaveTextAsync("Welcome to Karoo.");
        await Assertions.Expect(page.Locator("#colour-reading")).ToContainTextAsync("too pale to read");
        await Assertions.Expect(chat.Locator(".mark")).Not.ToHaveCSSAsync("background-color", "rgb(255, 221, 51)");
        await Assertions.Expect(page.Locator("#json")).ToContainTextAsync("\"Name\": \"Karoo Backs\"");
        await Assertions.Expect(page.Locator("#environment")).ToContainTextAsync("Clinic__AccentColour='#ffdd33'");
        await page.Locator("[data-copy=json]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#copied")).Not.ToBeEmptyAsync();

        await TypeAsync(page, "hours", "Funday");
        await Assertions.Expect(page.Locator("#faults")).ToContainTextAsync("Clinic:Hours:0");
        await Assertions.Expect(chat.Locator("h1")).ToHaveTextAsync("Karoo Backs");
        var faults = new List<string>();
        foreach (var look in Looks)
        {
            await look.ShowAsync(page);
            faults.AddRange((await PageAudit.FaultsAsync(page)).Select(fault => $"{look}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    /// <summary>As with the keyboard: the field is chosen, and what is in it typed over.</summary>
    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.FocusAsync($"#{field}");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }
}
