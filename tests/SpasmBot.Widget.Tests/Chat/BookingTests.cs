using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>What follows a booking request: the way to its page, on the screen, by ear and on paper.</summary>
[Collection(BrowserTests.Name)]
public sealed class BookingTests(Browser browser)
{
    private const string Address = "/enquiry/K7M4QX";

    [Fact]
    public async Task Booked_LeadsToThePageOfTheRequest_AndThePrintTakesItsCodeAlong()
    {
        var bot = new ScriptedBot
        {
            Greeting = [new("Here you are.", Questions.Answer), Said.Question(Questions.Next)],
            Reply = _ =>
                [
                    new($"Thank you.\n\nTo change it:\n\n{Address}", new() { Booking = new("K7M4QX") }),
                    new("Not ours: https://evil.example/enquiry/K7M4QX and /enquiry/../K7M4QX"),
                    Said.Question(Questions.Next),
                ],
        };
        await using var visit = await ChatVisit.BeginAsync(browser, bot);
        await Assertions.Expect(visit.Page.Locator(".sheet-booking")).ToHaveCountAsync(0);
        await visit.TapAsync("Book a visit");
        var link = visit.Page.Locator(".reference a");
        await Assertions.Expect(link).ToHaveAttributeAsync("href", Address);
        await Assertions.Expect(link).ToHaveAttributeAsync("target", "_blank");
        await Assertions.Expect(link).ToHaveAttributeAsync("rel", "noopener");
        await Assertions.Expect(link).ToHaveTextAsync("See my request (opens in a new tab)");
        await Assertions.Expect(visit.Page.Locator("#messages a[href*='enquiry']")).ToHaveCountAsync(1);

        var heard = string.Join(' ', await visit.AnnouncedAsync());
        Assert.Contains("To change it:", heard, StringComparison.Ordinal);
        Assert.DoesNotContain($" {Address}", heard, StringComparison.Ordinal);

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var note = visit.Page.Locator(".sheet-booking");
        await Assertions.Expect(note).ToContainTextAsync(new Uri(visit.Server.Address, Address).ToString());
        await Assertions.Expect(note.Locator("img")).ToHaveAttributeAsync("src", $"{Address}/code.svg");
        Assert.Empty(visit.Complaints);
    }
}
