using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>
/// For screen readers and for the keyboard alone. Every state of the chat is checked by the rules in
/// SpasmBot.EndToEnd.Tests, with the bot's own words.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class WithoutSightOrMouseTests(Browser browser)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    public async Task Page_HasNoViolation(string path)
    {
        await using var server = await ChatServer.StartAsync();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.PageAsync(theme);
            await page.GotoAsync(new Uri(server.Address, path).ToString());
            Assert.Empty(Names(path, await page.RunAxe()));
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task Announcer_SaysEachNewMessageOnceAndIsTheOnlyLiveRegion()
    {
        var bot = new ScriptedBot
        {
            Greeting = [new("Hello."), Said.Question(Questions.Menu)],
            Reply = _ => [Said.Question(Questions.Signs)],
        };
        await using var visit = await ChatVisit.BeginAsync(browser, bot);
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("emergency-signs.1");
        Assert.Equal(["Hello. What can we do for you?", "Do you have any of these?"], await visit.AnnouncedAsync());
        Assert.Equal(1, await visit.Page.Locator("[aria-live], [role=alert], [role=status], [role=log]").CountAsync());
    }

    [Fact]
    public async Task Keyboard_AnswersOneQuestionAfterTheOther()
    {
        var bot = new ScriptedBot
        {
            Greeting = [Said.Question(Questions.Menu)],
            Reply = post =>
                [Said.Question((string?)post["value"]?["question"] == "menu" ? Questions.Signs : Questions.Age)],
        };
        await using var visit = await ChatVisit.BeginAsync(browser, bot);
        await visit.Button("Check my symptoms").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AskedAsync("emergency-signs.1");
        // The focus waits where the question is: the first control is one step away.
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByLabel("Pressure in the chest")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Button("Continue").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AskedAsync("age");
        Assert.Equal(
            """{"question":"emergency-signs.1","selected":["collapse"]}""",
            visit.Bot.LastValue?.ToJsonString()
        );
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("34");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("""{"question":"age","value":34}""", await LastAsync(visit));
    }

    [Fact]
    public async Task Menu_ClosesWithEscapeAndGivesTheFocusBack()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Menu);
        await visit.TapAsync("Menu");
        await visit.Button("Help").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Button("Menu")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Button("Help")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Panel_OpensOverTheClinicPageAndClosesFromWithin()
    {
        await using var server = await ChatServer.StartAsync();
        var page = await browser.PageAsync(size: new() { Width = 1280, Height = 800 });
        await page.GotoAsync(server.Address.ToString());
        await page.Locator("spasmbot-chat").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var opener = page.Locator("#check");
        await opener.ClickAsync();
        var chat = page.FrameLocator("spasmbot-chat iframe");
        await chat.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).WaitForAsync();
        await chat.GetByRole(AriaRole.Link, new() { Name = "Close the chat" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
        await page.Context.DisposeAsync();
    }

    private static async Task<string?> LastAsync(ChatVisit visit)
    {
        await Assertions.Expect(visit.PersonBubbles).ToHaveCountAsync(3);
        return await visit.SentAsync();
    }

    private static IEnumerable<string> Names(string state, AxeResult result) =>
        result.Violations.Select(v => $"{state}, {v.Id}: {string.Join(", ", v.Nodes.Select(node => node.Html))}");
}
