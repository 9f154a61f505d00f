using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>One conversation in two tabs of a browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class TabsTests(Browser browser)
{
    private static ScriptedBot Asking() =>
        new()
        {
            Reply = post =>
                (string?)post["value"]?["command"] == "forget"
                    ? [new("We delete this talk now.", new() { Forgotten = true })]
                    : [Said.Question(Questions.Age)],
        };

    [Fact]
    public async Task Tabs_ShowTheSame_AndAnAnswerInOneIsAnAnswerInBoth()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        var other = await visit.AnotherTabAsync();
        await other.AskedAsync("menu");
        await other.TapAsync("Check my symptoms");

        foreach (var tab in new[] { visit, other })
        {
            await tab.AskedAsync("age");
            await Assertions.Expect(tab.PersonBubbles).ToHaveTextAsync(["Check my symptoms"]);
        }

        Assert.Single(visit.Bot.Conversations);
        Assert.Empty(visit.Complaints.Concat(other.Complaints));
    }

    [Fact]
    public async Task Conversation_DeletedAndBegunAnewInOneTab_IsTheNewOneInBoth()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        var other = await visit.AnotherTabAsync();
        await visit.TapAsync("Check my symptoms");
        await other.AskedAsync("age");
        await other.TapAsync("Menu");
        await other.TapAsync("Delete this conversation");
        await other.TapAsync("Delete");
        await visit.Button("Start a new conversation").WaitForAsync();
        await other.TapAsync("Start a new conversation");

        foreach (var tab in new[] { visit, other })
        {
            await tab.AskedAsync("menu");
            await Assertions.Expect(tab.PersonBubbles).ToHaveCountAsync(0);
        }

        await visit.TapAsync("Check my symptoms");
        await other.AskedAsync("age");
        Assert.Single(visit.Taken("c2"));
        Assert.Empty(visit.Complaints.Concat(other.Complaints));
    }
}
