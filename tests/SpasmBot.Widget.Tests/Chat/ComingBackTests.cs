using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

[Collection(BrowserTests.Name)]
public sealed class ComingBackTests(Browser browser)
{
    private static ScriptedBot Asking() =>
        new()
        {
            Greeting = [new("Hello. I am a bot."), Said.Question(Questions.Menu)],
            Reply = post =>
                (string?)post["value"]?["command"] == "forget" || (string?)post["text"] == "forget me"
                    ? [new("We delete this talk now.", new() { Forgotten = true })]
                    : [Said.Question(Questions.Age)],
        };

    [Fact]
    public async Task Reload_MidWay_ComesBackToTheQuestionAndSaysNothingOldAloud()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("age");
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("age");
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["Check my symptoms"]);
        await Assertions.Expect(visit.Page.Locator("#progress-text")).ToHaveTextAsync("Question 2 of about 12");
        Assert.Equal(["Welcome back. Here is where we were. How old are you?"], await visit.AnnouncedAsync());
        Assert.Single(visit.Bot.Conversations);
    }

    [Fact]
    public async Task Reload_WithADeadToken_ComesBackByTheResumeKey()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.TokensAreDead = true;
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("menu");
        Assert.Single(visit.Bot.Conversations);
    }

    [Fact]
    public async Task Reload_WhenNothingOpensIt_BeginsAnewAndSaysSo()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.Conversations.Clear();
        visit.Bot.ResumeKeysAreDead = true;
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("menu");
        await Assertions.Expect(visit.Page.Locator(".event")).ToContainTextAsync("this is a new one");
    }

    [Fact]
    public async Task Conversation_GoneMeanwhile_BeginsAnewWithNothingOfTheOldOne()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("age");
        visit.Bot.Conversations.Clear();
        await visit.SayAsync("34");
        await visit.AskedAsync("menu");
        await Assertions.Expect(visit.PersonBubbles).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Delete_Confirmed_LeavesNothingOnTheDevice()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        Assert.Equal(1, await visit.RememberedAsync());
        await visit.TapAsync("Menu");
        await visit.TapAsync("Delete this conversation");
        await visit.TapAsync("Delete");
        await visit.Button("Start a new conversation").WaitForAsync();
        await Assertions.Expect(visit.Page.Locator("#notice")).ToContainTextAsync("We delete this talk now.");
        await Assertions.Expect(visit.Page.Locator(".message")).ToHaveCountAsync(0);
        Assert.Equal(0, await visit.RememberedAsync());
    }

    [Fact]
    public async Task Delete_AskedForInWords_LeavesNoButtonsToTap()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.SayAsync("forget me");
        await visit.Button("Start a new conversation").WaitForAsync();
        await Assertions.Expect(visit.Page.Locator("#notice")).ToContainTextAsync("We delete this talk now.");
        await Assertions.Expect(visit.Card).ToHaveCountAsync(0);
        Assert.Equal(0, await visit.RememberedAsync());
    }

    [Fact]
    public async Task Delete_NotConfirmed_ChangesNothing()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.TapAsync("Menu");
        await visit.TapAsync("Delete this conversation");
        await visit.TapAsync("Keep it");
        await visit.AskedAsync("menu");
        Assert.Empty(visit.Bot.Posts);
    }
}
