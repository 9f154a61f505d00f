using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

[Collection(BrowserTests.Name)]
public sealed class EmergencyTests(Browser browser)
{
    private static ScriptedBot Hurt() =>
        new()
        {
            Greeting = [Said.Question(Questions.Signs)],
            Reply = post =>
                (string?)post["value"]?["command"] == "mistake" ? [Said.Question(Questions.Signs)]
                : (string?)post["text"] == "crisis" ? [new("Talk to someone.", Questions.Crisis)]
                : (string?)post["text"] == "34" ? [Said.Question(Questions.Age with { Step = 4 })]
                : [new("Call an ambulance now.", Questions.Ambulance), Said.Question(Questions.Contact)],
        };

    private async Task<ChatVisit> WithAnEmergencyAsync()
    {
        var visit = await ChatVisit.BeginAsync(browser, Hurt());
        await visit.Page.GetByLabel("Pressure in the chest").CheckAsync();
        await visit.TapAsync("Continue");
        await visit.Banner.WaitForAsync();
        return visit;
    }

    [Fact]
    public async Task Banner_SaysWhatToDoAndCallsWithOneTap()
    {
        await using var visit = await WithAnEmergencyAsync();
        var heading = visit.Banner.GetByRole(AriaRole.Heading);
        await Assertions.Expect(heading).ToHaveTextAsync("Call an ambulance now");
        await Assertions.Expect(heading).ToBeFocusedAsync();
        await Assertions.Expect(visit.Banner.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "tel:10177");
        var box = await visit.Banner.BoundingBoxAsync();
        Assert.Equal(360, box!.Width);
    }

    [Fact]
    public async Task Banner_StaysInViewAndUnderItComesWhatToDoMeanwhile()
    {
        await using var visit = await WithAnEmergencyAsync();
        await Assertions
            .Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "While you wait" }))
            .ToBeInViewportAsync();
        await visit.Page.Locator("#thread").EvaluateAsync("thread => thread.scrollTo(0, thread.scrollHeight)");
        await Assertions.Expect(visit.Banner.GetByRole(AriaRole.Link)).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Answer_NothingIsBehindAFold()
    {
        await using var visit = await WithAnEmergencyAsync();
        var card = visit.Page.Locator(".answer-card");
        await Assertions.Expect(card.GetByText("Source: A guide")).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator("details")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Banner_AfterAReload_IsThereAgain()
    {
        await using var visit = await WithAnEmergencyAsync();
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Banner).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Mistake_TakesTheBannerAwayAndAsksAgain()
    {
        await using var visit = await WithAnEmergencyAsync();
        await visit.TapAsync("I ticked this by mistake");
        await visit.AskedAsync("emergency-signs.1");
        Assert.Equal("""{"command":"mistake"}""", await visit.SentAsync());
        await Assertions.Expect(visit.Banner).ToBeHiddenAsync();
        // Nothing ticked before is ticked now.
        await Assertions.Expect(visit.Page.GetByLabel("Pressure in the chest")).Not.ToBeCheckedAsync();
        Assert.Empty((await visit.Page.RunAxe()).Violations);
    }

    [Fact]
    public async Task Banner_WhenTheCheckGoesOn_IsGone()
    {
        await using var visit = await WithAnEmergencyAsync();
        await visit.SayAsync("34");
        await visit.AskedAsync("age");
        await Assertions.Expect(visit.Banner).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Crisis_OffersAWayOutAndLeavesNothingOnTheDevice()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Hurt());
        await visit.SayAsync("crisis");
        await Assertions.Expect(visit.Banner.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "tel:0800567567");
        await Assertions.Expect(visit.Button("Leave this page now")).ToBeVisibleAsync();
        Assert.Equal(0, await visit.RememberedAsync());
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("emergency-signs.1");
        await Assertions.Expect(visit.PersonBubbles).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Banner).ToBeHiddenAsync();
    }
}
