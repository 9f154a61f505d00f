using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>
/// Everything a person can be shown, reached by the keyboard alone, by every look: the focus is always in sight, axe finds
/// nothing, all can be tapped, no text is cut off, lies over another or makes the page scroll sideways. Pictures of all of it
/// go to the folder <c>SPASMBOT_PICTURES</c>, if there is one.
/// </summary>
[Collection(nameof(Browser))]
public sealed class EveryStateTests(Browser browser, SharedServer server)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SPASMBOT_PICTURES");

    public static TheoryData<string> Walks() => [.. Journeys.All.Keys];

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Every_state_of_a_walk_by_keyboard_is_without_fault_by_every_look(string walk)
    {
        var page = await browser.OpenPhoneAsync(server.Address);
        var keyboard = new Keyboard(page);
        var chat = new ChatPage(page, keyboard);
        var faults = new List<string>();
        foreach (var (stop, index) in Journeys.All[walk].Stops.Select((stop, index) => (stop, index)))
        {
            await stop.GoAsync(chat);
            foreach (var sight in stop.Sights)
                await Assertions.Expect(page.Locator(Sight.ProofOf(sight)).First).ToBeVisibleAsync();
            await chat.SettledAsync();
            // Before the first key nothing has it.
            if (index > 0)
                await keyboard.HasFocusAsync($"after step {index + 1} of {walk}");
            if (stop.Sights.Length > 0)
                faults.AddRange(await FaultsAsync(chat, string.Join(", ", stop.Sights)));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(keyboard.Faults.Count == 0, string.Join('\n', keyboard.Faults.Distinct(StringComparer.Ordinal)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public void Everything_that_can_be_shown_is_on_a_walk()
    {
        var seen = Journeys.All.Values.SelectMany(journey => journey.Stops).SelectMany(stop => stop.Sights);
        Assert.Equal(
            Sight.All.Order(StringComparer.Ordinal),
            seen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(ChatPage chat, string state)
    {
        var faults = (await PageAudit.NamelessAsync(chat.Page)).Select(fault => $"{state}: {fault}").ToList();
        // A control that only narrow windows have loses the focus in a wide one.
        var focused = await chat.Page.EvaluateHandleAsync("() => document.activeElement");
        foreach (var look in Look.All)
        {
            await look.ShowAsync(chat.Page);
            if (Pictures is not null)
                await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{state}, {look}.png") });
            faults.AddRange((await PageAudit.FaultsAsync(chat.Page)).Select(fault => $"{state}: {look}: {fault}"));
        }

        await Look.All[0].ShowAsync(chat.Page);
        await focused.EvaluateAsync("element => element.focus({ preventScroll: true })");
        return faults;
    }
}
