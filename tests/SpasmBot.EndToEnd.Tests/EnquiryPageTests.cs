using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Accessibility;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The page of a booking request, in a real browser.</summary>
[Collection(nameof(Browser))]
public sealed class EnquiryPageTests(Browser browser, SharedServer server)
{
    private static readonly Look[] Looks =
    [
        new(Colours.Light, 320),
        new(Colours.Dark, 1280),
        new(Colours.Forced, 320),
        new(Colours.Light, 320) { TextPercent = 200 },
    ];

    [Fact]
    public async Task A_request_is_seen_changed_and_cancelled_with_the_keyboard_alone_and_every_state_is_without_fault()
    {
        var reference = await BookAsync();
        var page = await browser.OpenPhoneAsync(server.Address);
        await page.GotoAsync($"/enquiry/{reference}");
        var faults = new List<string>(await FaultsAsync(page, "asking"));

        await TypeIntoAsync(page, "#contact", "082 555 0199");
        await page.Keyboard.PressAsync("Enter");
        await Shows(page, "We found no request");
        faults.AddRange(await FaultsAsync(page, "not found"));

        await TypeIntoAsync(page, "#contact", "082 555 0100");
        await page.Keyboard.PressAsync("Enter");
        await Shows(page, "Waiting.");
        await PressOnAsync(page, "summary >> nth=0", "Enter");
        await PressOnAsync(page, "[value=friday]", "Space");
        await TypeIntoAsync(page, "#phone", "12");
        await PressOnAsync(page, "[value=change]", "Enter");
        await Shows(page, "Nothing is changed yet.");
        faults.AddRange(await FaultsAsync(page, "not changed"));

        await PressOnAsync(page, "a[href='#phone']", "Enter");
        await Assertions.Expect(page.Locator("#phone")).ToBeFocusedAsync();
        await TypeIntoAsync(page, "#phone", "082 555 0142");
        await page.Keyboard.PressAsync("Enter");
        await Shows(page, "Your request is changed");
        await Shows(page, "Monday, Friday");

        await PressOnAsync(page, "summary >> nth=1", "Enter");
        faults.AddRange(await FaultsAsync(page, "cancelling"));
        await PressOnAsync(page, "[value=cancel]", "Enter");
        await Shows(page, "Your request is cancelled");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    private static Task Shows(IPage page, string text) =>
        Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    private static async Task TypeIntoAsync(IPage page, string field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressOnAsync(IPage page, string control, string key)
    {
        await TabToAsync(page, control);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes on with Tab until the focus is there, as somebody without a mouse must.</summary>
    private static async Task TabToAsync(IPage page, string control)
    {
        const int MostControls = 30;
        for (var at = 0; at < MostControls; at++)
        {
            if (await page.Locator(control).EvaluateAsync<bool>("one => one === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {control}.");
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string state)
    {
        var faults = new List<string>();
        foreach (var look in Looks)
        {
            await look.ShowAsync(page);
            faults.AddRange((await PageAudit.FaultsAsync(page)).Select(fault => $"{state}: {look}: {fault}"));
        }

        return faults;
    }

    private async Task<string> BookAsync()
    {
        using var person = await DirectLineClient.StartAsync(server.Address);
        await person.SendValueAsync(new { question = "menu", selected = new[] { "book" } });
        await person.SendValueAsync(new { question = "booking.times", selected = new[] { "monday" } });
        await person.SendValueAsync(
            new { question = "booking.contact", value = new { name = "Ann", phone = "082 555 0100" } }
        );
        await person.SayAsync("yes");
        return person
            .Messages.Select(message => JsonNode.Parse(message.GetRawText())!)
            .Select(message => (string?)message["channelData"]?["spasmbot"]?["booking"]?["reference"])
            .OfType<string>()
            .Single();
    }
}
