using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>
/// Everything a person can be shown, by every look: axe finds nothing, all can be tapped, no text is cut off, lies over
/// another or makes the page scroll sideways.
/// </summary>
[Collection(nameof(Browser))]
public sealed class EveryStateTests(Browser browser, SharedServer server)
{
    public static TheoryData<string> Walks() => [.. Journeys.All.Keys];

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Every_state_of_a_walk_is_without_fault_by_every_look(string walk)
    {
        var chat = new ChatPage(await browser.OpenPhoneAsync(server.Address));
        var faults = new List<string>();
        foreach (var stop in Journeys.All[walk].Stops)
        {
            await stop.GoAsync(chat);
            foreach (var sight in stop.Sights)
                await Assertions.Expect(chat.Page.Locator(Sight.ProofOf(sight)).First).ToBeVisibleAsync();
            if (stop.Sights.Length > 0)
                faults.AddRange(await FaultsAsync(chat, string.Join(", ", stop.Sights)));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await chat.Page.Context.CloseAsync();
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
        await chat.SettledAsync();
        var faults = new List<string>();
        foreach (var look in Look.All)
        {
            await look.ShowAsync(chat.Page);
            faults.AddRange((await PageAudit.FaultsAsync(chat.Page)).Select(fault => $"{state}: {look}: {fault}"));
        }

        await Look.All[0].ShowAsync(chat.Page);
        return faults;
    }
}
