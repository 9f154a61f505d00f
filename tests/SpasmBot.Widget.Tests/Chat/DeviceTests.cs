using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>Phones and browsers that are not as one would wish.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeviceTests(Browser browser)
{
    private static ScriptedBot Asking() => new() { Reply = _ => [new("Thank you."), Said.Question(Questions.Age)] };

    [Fact]
    public async Task Storage_SwitchedOff_TheChatWorksAndAReloadBeginsAnew()
    {
        const string SwitchOff = """
            for (const area of ["localStorage", "sessionStorage"])
              Object.defineProperty(window, area, { get() { throw new DOMException("The operation is insecure.", "SecurityError"); } });
            """;
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            Asking(),
            page => page.AddInitScriptAsync(SwitchOff)
        );
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("age");
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("menu");
        Assert.Equal(2, visit.Bot.Conversations.Count);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Storage_Full_LosesNothingAndKeepsNoOldText()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.Page.EvaluateAsync(
            """
            () => {
              for (const area of [localStorage, sessionStorage])
                for (let size = 4 << 20; size >= 1; size >>= 1)
                  try { for (let n = 0; ; n++) area.setItem(`full-${size}-${n}`, "x".repeat(size)); } catch { }
            }
            """
        );
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.SayAsync("my back hurts");
        await Assertions.Expect(visit.Page.Locator("[data-state='waiting']")).ToHaveCountAsync(1);
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.AskedAsync("age");
        Assert.Equal(["my back hurts"], visit.Taken());
        Assert.Null(await visit.TabKeepsAsync("outbox"));
        Assert.Null(await visit.TabKeepsAsync("draft"));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task Clock_WrongByADay_ComesBackToTheSameConversation(int daysAtFirst, int daysThen)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            Asking(),
            page => page.Clock.SetSystemTimeAsync(now.AddDays(daysAtFirst))
        );
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("age");
        await visit.Page.Clock.SetSystemTimeAsync(now.AddDays(daysThen));
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("age");
        Assert.Single(visit.Bot.Conversations);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>As a browser that translates does: each text goes into an element of the browser's, and is another one.</summary>
    [Fact]
    public async Task Page_TranslatedByTheBrowser_GoesOnAndSendsWhatWasMeant()
    {
        const string Translate = """
            addEventListener("DOMContentLoaded", () => {
              const translate = (root) => {
                const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                const found = [];
                while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentNode.closest("font, script, style, textarea"))
                  found.push(texts.currentNode);
                for (const text of found) {
                  const font = document.createElement("font");
                  font.append(Object.assign(document.createElement("font"), { textContent: `«${text.data}»` }));
                  text.replaceWith(font);
                }
              };
              translate(document.body);
              new MutationObserver(() => translate(document.body)).observe(document.body, { childList: true, characterData: true, subtree: true });
            });
            """;
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            Asking(),
            page => page.AddInitScriptAsync(Translate)
        );
        await visit.Card.GetByRole(AriaRole.Button, new() { Name = "Check my symptoms" }).ClickAsync();
        await visit.AskedAsync("age");
        await visit.Card.GetByRole(AriaRole.Textbox).FillAsync("34");
        await visit.Card.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["«Check my symptoms»", "«34 years»"]);
        await visit.AskedAsync("age");
        Assert.Equal(
            ["""{"question":"menu","selected":["check"]}""", """{"question":"age","value":34}"""],
            visit.Taken()
        );
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task BackOfTheBrowser_AndForwardAgain_ComesBackToTheQuestion()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking(), page => page.GotoAsync("about:blank"));
        await visit.TapAsync("Check my symptoms");
        await visit.AskedAsync("age");
        await visit.Page.GoBackAsync();
        await visit.Page.GoForwardAsync();
        await visit.AskedAsync("age");
        Assert.Single(visit.Bot.Conversations);
        Assert.Single(visit.Taken());
    }

    [Theory]
    [InlineData("😀 mein Rücken 👩🏽‍⚕️", "ltr")]
    [InlineData("كتفي يؤلمني منذ يومين", "rtl")]
    [InlineData("<img src=x onerror=alert(1)> & \"quoted\"", "ltr")]
    public async Task Text_OfEveryKind_IsShownAsTyped(string text, string direction)
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.SayAsync(text);
        await visit.AskedAsync("age");
        await Assertions.Expect(visit.PersonBubbles.Locator(".said")).ToHaveTextAsync(text);
        await Assertions.Expect(visit.PersonBubbles.Locator(".said")).ToHaveCSSAsync("direction", direction);
        Assert.Equal([text], visit.Taken());
        Assert.Empty(visit.Complaints);
    }
}
