using System.Collections.Concurrent;
using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>What is said gets through once, and what is answered arrives, whatever the line does.</summary>
[Collection(BrowserTests.Name)]
public sealed class LineTests(Browser browser)
{
    private static ScriptedBot Asking() =>
        new() { Greeting = [Said.Question(Questions.Menu)], Reply = _ => [Said.Question(Questions.Next)] };

    [Fact]
    public async Task Post_ThatFails_IsTriedAgainAsTheSameMessage()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.PostsToFail = 1;
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("next");
        Assert.Equal(2, visit.Bot.Posts.Count);
        Assert.Single(ClientIds(visit));
        await Assertions.Expect(visit.PersonBubbles).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Post_ThatTheServerCannotStore_IsSaidInItsWordsAndSentAgain()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        (visit.Bot.PostsToFail, visit.Bot.NotSaved) = (2, "We could not save that. Please try again.");
        await visit.TapAsync("Check my symptoms");
        await Assertions.Expect(visit.Page.Locator(".delivery")).ToContainTextAsync(visit.Bot.NotSaved);
        await visit.TapAsync("Try again");
        await visit.AskedAsync("next");
        Assert.Single(ClientIds(visit));
    }

    [Fact]
    public async Task Socket_Dropped_TheReplyStillArrives()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.Conversations["c1"].DropSockets();
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("next");
    }

    [Fact]
    public async Task Socket_NeverOpens_PollingTakesOver()
    {
        var bot = Asking();
        bot.RefusesSockets = true;
        await using var visit = await ChatVisit.BeginAsync(browser, bot);
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("next");
    }

    [Fact]
    public async Task Line_ThatLosesTwoOfThree_LosesNothingAndDoublesNothing()
    {
        var bot = Asking();
        bot.RefusesSockets = true;
        await using var visit = await ChatVisit.BeginAsync(browser, bot);
        // Each kind by itself: how often it is asked for news must not decide which messages are lost.
        var requests = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await visit.Page.RouteAsync(
            "**/v3/directline/**",
            async route =>
            {
                var fate = requests.AddOrUpdate(route.Request.Method, 1, (_, count) => count + 1) % 3;
                if (fate == 1)
                    await route.FetchAsync();
                await (fate == 0 ? route.ContinueAsync() : route.AbortAsync("connectionreset"));
            }
        );
        string[] said = ["one", "two", "three"];
        foreach (var text in said)
            await visit.SayAsync(text);
        await Assertions
            .Expect(visit.Page.Locator(".message.person[data-state]"))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(said);
        Assert.Equal(said, visit.Taken());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Token_DeadInAnOpenTab_IsRenewedWithoutAWord()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.TokensAreDead = true;
        visit.Bot.Conversations["c1"].DropSockets();
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("next");
        Assert.Single(visit.Bot.Conversations);
        Assert.Single(visit.Taken());
        await Assertions.Expect(visit.Page.Locator("#notice")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Offline_IsSaidAndSaidToBeOver()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(visit.Page.Locator("#connection")).ToContainTextAsync("You are offline");
        await visit.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(visit.Page.Locator("#connection")).ToBeHiddenAsync();
        Assert.Contains("Connected again.", await visit.AnnouncedAsync());
    }

    [Fact]
    public async Task Start_ThatFails_OffersAnotherTryAndACall()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.IsDown = true;
        await visit.Page.EvaluateAsync("() => localStorage.clear()");
        await visit.Page.ReloadAsync();
        await Assertions
            .Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Call 021 555 0134" }))
            .ToBeVisibleAsync();
        visit.Bot.IsDown = false;
        await visit.TapAsync("Try again");
        await visit.AskedAsync("menu");
    }

    [Fact]
    public async Task Start_ThatFailed_IsTriedAgainByItself()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.IsDown = true;
        await visit.Page.ReloadAsync();
        await visit.Button("Try again").WaitForAsync();
        visit.Bot.IsDown = false;
        await visit.AskedAsync("menu");
        Assert.Single(visit.Bot.Conversations);
    }

    private static IEnumerable<string?> ClientIds(ChatVisit visit) =>
        visit
            .Bot.Posts.Select(post => (string?)post["channelData"]?["clientActivityID"])
            .Distinct(StringComparer.Ordinal);
}
