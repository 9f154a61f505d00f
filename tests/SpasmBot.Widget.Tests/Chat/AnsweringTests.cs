using Microsoft.Playwright;
using SpasmBot.Contracts;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

[Collection(BrowserTests.Name)]
public sealed class AnsweringTests(Browser browser)
{
    private static ScriptedBot AskingAfterEveryAnswer(SpasmBotData first, SpasmBotData second) =>
        new() { Greeting = [Said.Question(first)], Reply = _ => [Said.Question(second)] };

    [Fact]
    public async Task Choice_Tapped_SendsTheOptionAndReadsAsItsTitle()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Menu);
        await visit.TapAsync("Check my symptoms");
        Assert.Equal("""{"question":"menu","selected":["check"]}""", await visit.SentAsync());
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["Check my symptoms"]);
        await Assertions.Expect(visit.Card).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Choice_TappedTwiceInOneMoment_IsSentOnce()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Menu);
        await visit.Button("Check my symptoms").EvaluateAsync("button => { button.click(); button.click(); }");
        await visit.SentAsync();
        Assert.Single(visit.Bot.Posts);
    }

    [Fact]
    public async Task Choice_DoubleTapped_DoesNotAnswerTheNextQuestion()
    {
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            AskingAfterEveryAnswer(Questions.Menu, Questions.Next)
        );
        await visit.Button("Check my symptoms").DblClickAsync();
        await visit.AskedAsync("next");
        Assert.Single(visit.Bot.Posts);
    }

    [Fact]
    public async Task Ticks_SomeTicked_SendsThemInTheirOrder()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Where);
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Middle" }).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Neck" }).CheckAsync();
        await visit.TapAsync("Continue");
        Assert.Equal("""{"question":"where","selected":["at-neck","at-mid-back"]}""", await visit.SentAsync());
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["Neck\nMiddle"]);
    }

    [Fact]
    public async Task Ticks_NothingTicked_AsksForATickAndSendsNothing()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Where);
        await visit.TapAsync("Continue");
        await Assertions.Expect(visit.Page.Locator("#question-error")).ToHaveTextAsync("Tick at least one.");
        Assert.Empty(visit.Bot.Posts);
    }

    [Fact]
    public async Task Signs_NoneOfThese_IsOneTapAndOutOfReachOnceSomethingIsTicked()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Signs);
        await visit.Page.GetByLabel("Fainting").CheckAsync();
        await Assertions.Expect(visit.Button("None of these")).ToBeDisabledAsync();
        await visit.Page.GetByLabel("Fainting").UncheckAsync();
        await visit.TapAsync("None of these");
        Assert.Equal("""{"question":"emergency-signs.1","none":true}""", await visit.SentAsync());
    }

    [Fact]
    public async Task Signs_NotSureAboutSome_SendsThemBesideTheTicks()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Signs);
        await visit.TapAsync("Not sure about some");
        await visit.TapAsync("Not sure: Fainting");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Weak legs" }).CheckAsync();
        await visit.TapAsync("Continue");
        Assert.Equal(
            """{"question":"emergency-signs.1","selected":["leg-weakness"],"unsure":["collapse"]}""",
            await visit.SentAsync()
        );
    }

    [Theory]
    [InlineData("Yes", """{"question":"pain-on-breathing","selected":["pain-on-breathing"]}""")]
    [InlineData("No", """{"question":"pain-on-breathing","none":true}""")]
    [InlineData("Not sure", """{"question":"pain-on-breathing","unsure":true}""")]
    [InlineData("Skip", """{"question":"pain-on-breathing","skip":true}""")]
    public async Task YesNo_Tapped_SendsWhatItMeansAndReadsAsTapped(string name, string value)
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Breathing);
        await visit.TapAsync(name);
        Assert.Equal(value, await visit.SentAsync());
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync([name == "Skip" ? "Skipped" : name]);
    }

    [Fact]
    public async Task Scale_Tapped_SendsTheNumberAndSaysItsWord()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Severity);
        await visit.TapAsync("7, Severe");
        Assert.Equal("""{"question":"pain.severity","value":7}""", await visit.SentAsync());
    }

    [Fact]
    public async Task Number_OutOfRange_SaysTheRangeAndKeepsWhatWasTyped()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Age);
        var field = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "How old are you?" });
        await field.FillAsync("340");
        await visit.TapAsync("Continue");
        await Assertions
            .Expect(visit.Page.Locator("#question-error"))
            .ToHaveTextAsync("Please type a number from 0 to 120.");
        await Assertions.Expect(field).ToHaveValueAsync("340");
        await Assertions.Expect(field).ToBeFocusedAsync();
        Assert.Empty(visit.Bot.Posts);
    }

    [Theory]
    [InlineData("34", """{"question":"age","value":34}""", "34 years")]
    [InlineData("thirty four", null, "thirty four")]
    public async Task Number_Typed_IsSentAsNumberAndWordsAsWords(string typed, string? value, string reads)
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Age);
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "How old are you?" }).FillAsync(typed);
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(value, await visit.SentAsync());
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync([reads]);
    }

    [Fact]
    public async Task Form_RequiredFieldEmpty_LeadsToItAndSendsNothing()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Contact);
        await visit.TapAsync("Continue");
        var name = visit.Page.GetByLabel("Your name");
        await Assertions.Expect(name).ToBeFocusedAsync();
        await Assertions.Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(visit.Bot.Posts);
        await name.FillAsync("Thandi");
        await visit.TapAsync("Continue");
        Assert.Equal("""{"question":"person.contact","value":{"name":"Thandi"}}""", await visit.SentAsync());
    }

    [Fact]
    public async Task Form_LetsThePhoneFillItIn()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Contact);
        var phone = visit.Page.GetByLabel("Phone (optional)");
        await Assertions.Expect(phone).ToHaveAttributeAsync("autocomplete", "tel");
        await Assertions.Expect(phone).ToHaveAttributeAsync("type", "tel");
    }

    [Fact]
    public async Task Error_FromTheBot_StandsByTheQuestionAndKeepsTheTicks()
    {
        var refused = Questions.Where with { Error = "Please choose fewer." };
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            new()
            {
                Greeting = [Said.Question(Questions.Where)],
                Reply = _ => [new($"{refused.Error}\n\n{refused.Prompt}", refused)],
            }
        );
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Neck" }).CheckAsync();
        await visit.TapAsync("Continue");
        await Assertions.Expect(visit.Page.Locator("#question-error")).ToHaveTextAsync("Please choose fewer.");
        await Assertions
            .Expect(visit.Card.GetByRole(AriaRole.Heading, new() { Level = 2 }))
            .ToHaveTextAsync("Where does it hurt?");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Neck" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Answer_ThatTheBotCouldNotTake_IsThereToBeSentAgain()
    {
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            new()
            {
                Greeting = [Said.Question(Questions.Signs)],
                Reply = _ => [new("Sorry, that did not work just now.")],
            }
        );
        await visit.Page.GetByLabel("Fainting").CheckAsync();
        await visit.TapAsync("Continue");
        await visit.Page.GetByText("Sorry, that did not work just now.").First.WaitForAsync();
        await visit.SettleAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Fainting")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Summary_Change_AsksThatQuestionAgain()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Summary);
        await visit.TapAsync("Change Where");
        Assert.Equal("""{"command":"change","question":"where"}""", await visit.SentAsync());
    }

    [Fact]
    public async Task Answer_FurtherReasonsSourcesAndBackground_AreOneTapAway()
    {
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            new() { Greeting = [new("Book a visit.", Questions.Answer), Said.Question(Questions.Next)] }
        );
        var card = visit.Page.Locator(".answer-card");
        await Assertions.Expect(card.GetByText("It came back.")).ToBeVisibleAsync();
        string[] folded = ["It is strong.", "The article; A guide", "Control the pain"];
        foreach (var text in folded)
            await Assertions.Expect(card.GetByText(text)).ToBeHiddenAsync();
        foreach (var title in new[] { "Show 1 more", "Sources", "The phases" })
            await card.GetByText(title, new() { Exact = true }).ClickAsync();
        foreach (var text in folded)
            await Assertions.Expect(card.GetByText(text)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Copy_Chosen_PrintsTheAnswerAndAsksNobody()
    {
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            new() { Greeting = [new("Book a visit.", Questions.Answer), Said.Question(Questions.Next)] }
        );
        await visit.Card.GetByRole(AriaRole.Button, new() { Name = "Keep a copy" }).ClickAsync();
        Assert.Equal(1, await visit.Page.EvaluateAsync<int>("() => printed"));
        Assert.Empty(visit.Bot.Posts);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var sheet = visit.Page.Locator("#sheet");
        await Assertions.Expect(sheet).ToContainTextAsync("Oak Lane Physiotherapy");
        foreach (var text in new[] { "It is strong.", "You told us: 6 out of 10", "A guide", "Control the pain" })
            await Assertions.Expect(sheet).ToContainTextAsync(text);
        await Assertions.Expect(visit.Page.Locator("#chat")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Copy_ThePdfCannotBeMade_SaysSoAndCanBeTriedAgain()
    {
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            new() { Greeting = [new("Book a visit.", Questions.Answer), Said.Question(Questions.Next)] }
        );
        await visit.TapAsync("Save as PDF");
        await Assertions.Expect(visit.Page.GetByText("We could not make the PDF just now.").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Button("Save as PDF")).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task OwnWords_Asked_MakeTheTextBoxLarge()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.OwnWords);
        var box = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "What is wrong?" });
        await box.FillAsync("Sore since Tuesday");
        await box.PressAsync("Enter");
        await box.PressSequentiallyAsync("after boxes");
        await visit.TapAsync("Send");
        await visit.SentAsync();
        Assert.Equal("Sore since Tuesday\nafter boxes", (string?)visit.Bot.Posts.Single()["text"]);
    }

    [Fact]
    public async Task Text_TooLong_IsNotSentAndNotCut()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.OwnWords);
        await visit.SayAsync(new string('a', 4_010));
        await Assertions.Expect(visit.Page.Locator("#said-problem")).ToContainTextAsync("10 characters too long");
        Assert.Empty(visit.Bot.Posts);
    }

    [Fact]
    public async Task Markup_InEveryText_StaysText()
    {
        const string Hostile = "<img src=x onerror=\"document.title='broken in'\"><b>b</b>";
        var question = Questions.Signs with
        {
            Prompt = Hostile,
            Why = Hostile,
            Options = [new("a", Hostile) { Hint = Hostile, Group = Hostile }],
        };
        await using var visit = await ChatVisit.BeginAsync(
            browser,
            new()
            {
                Greeting = [new(Hostile), new(Hostile, question)],
                Reply = _ => [new(Hostile), new(Hostile, question)],
            }
        );
        await visit.SayAsync(Hostile);
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync([Hostile]);
        Assert.Equal(0, await visit.Page.Locator("#chat img, #chat b").CountAsync());
        Assert.DoesNotContain("broken", await visit.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Thread_Long_ScrollsInItselfAndNeverThePage()
    {
        var greeting = Enumerable.Range(1, 20).Select(n => new Said($"Line {n}")).Append(Said.Question(Questions.Menu));
        await using var visit = await ChatVisit.BeginAsync(browser, new() { Greeting = [.. greeting] });
        await visit.AskedAsync("menu");
        Assert.True(
            await visit.Page.EvaluateAsync<bool>(
                "document.querySelector('.thread').scrollHeight > innerHeight"
                    + " && document.documentElement.scrollHeight <= innerHeight"
            )
        );
    }
}
