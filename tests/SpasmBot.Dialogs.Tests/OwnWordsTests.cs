using SpasmBot.Clinical;
using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>"Tell me in your own words": what was understood is shown, can be corrected, and is not asked again.</summary>
public sealed class OwnWordsTests
{
    private const string Story =
        "My neck is stiff since yesterday after I lifted a heavy box. It comes and goes, about 4 out of 10.";

    [Fact]
    public async Task OwnWords_Understood_AreShownBackWithEverythingTicked()
    {
        var chat = await SaidAsync(Story);

        Assert.Equal("own-words.confirm", chat.Open);
        Assert.Equal(chat.Question!.OptionIds, chat.Question.Selected);
        Assert.Contains("at-neck", chat.Question.OptionIds);
        Assert.Contains("after-lifting", chat.Question.OptionIds);
        Assert.Equal("It began 1 day ago", chat.Question.TitleOf("onsetDays"));
        Assert.Equal("Pain 4 out of 10", chat.Question.TitleOf("severity"));
    }

    [Fact]
    public async Task OwnWords_MoreThanFitsOnAScreen_AreAllShownToConfirm()
    {
        var chat = await SaidAsync(
            "I am 41. It began 2 days ago, 6 out of 10. My neck and my shoulder blade hurt, it is a stabbing, constant pain, "
                + "worse when I sit, worse when I drive, worse lifting, I have a fever, I sweat at night, I lost weight, "
                + "I am on warfarin and I have had cancer"
        );
        var understood = (await chat.CheckAsync()).State.Answers[^1].Findings.Count;
        var shown = new List<string>();

        while (chat.Open == "own-words.confirm")
        {
            shown.AddRange(chat.Question!.OptionIds);
            await chat.TickAsync([.. chat.Question.Selected]);
        }

        Assert.True(shown.Count > 10);
        Assert.True(shown.Count > understood);
        Assert.Equal(shown.Distinct(), shown);
    }

    [Fact]
    public async Task OwnWords_NothingUnderstood_SaysSo()
    {
        var chat = await SaidAsync("it is just not right");

        Assert.Contains("I could not pick out the signs", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnWords_Confirmed_AreNotAskedAgain()
    {
        var chat = await SaidAsync(Story);
        await chat.TickAsync([.. chat.Question!.Selected]);
        var asked = new List<string>();

        while (chat.Open != "next")
        {
            asked.Add(chat.Open!);
            await new Patient().AnswerAsync(chat);
        }

        Assert.DoesNotContain("where", asked);
        Assert.DoesNotContain("onset.when", asked);
        Assert.DoesNotContain("pain.severity", asked);
    }

    [Fact]
    public async Task OwnWords_Confirmed_AreListedUnderTheNameOfTheQuestion()
    {
        var chat = await SaidAsync(Story);
        await chat.TickAsync([.. chat.Question!.Selected]);

        var lines = (await chat.CheckAsync()).Summary;

        Assert.Equal("What we understood", lines.Single(line => line.Question == "own-words.confirm").Label);
    }

    [Fact]
    public async Task OwnWords_OnePartOfASignDenied_StillAsksAboutTheWholeSign()
    {
        var chat = await SaidAsync(Story + " No chest pain, never fainted.");
        await chat.TickAsync([.. chat.Question!.Selected]);

        await new Patient().GoToAsync(chat, "emergency-signs.1");

        Assert.Contains("chest-pressure", chat.Question!.OptionIds);
        Assert.DoesNotContain("collapse", chat.Question.OptionIds);
    }

    [Fact]
    public async Task OwnWords_WhatSetItOffIsKnown_StillAsksHowItBegan()
    {
        var chat = await SaidAsync(Story);
        await chat.TickAsync([.. chat.Question!.Selected]);

        await new Patient().GoToAsync(chat, "pain.short");

        Assert.Contains("sudden-onset", chat.Question!.OptionIds);
        Assert.DoesNotContain("no-clear-cause", chat.Question!.OptionIds);
    }

    [Fact]
    public async Task OwnWords_PartTakenBack_IsAskedAgain()
    {
        var chat = await SaidAsync(Story);

        await chat.TickAsync([.. chat.Question!.Selected.Except(["severity", "at-neck"])]);

        var check = await chat.CheckAsync();
        Assert.Null(check.Findings.Severity);
        Assert.Null(check.Findings["at-neck"]);
        Assert.True(check.Findings.IsPresent("after-lifting"));
        await new Patient().GoToAsync(chat, "where");
        Assert.Contains("at-neck", chat.Question!.OptionIds);
        await new Patient().GoToAsync(chat, "pain.severity");
    }

    [Fact]
    public async Task OwnWords_AllTakenBack_CountsForNothing()
    {
        var chat = await SaidAsync(Story);

        await chat.NoneAsync();

        var known = (await chat.CheckAsync()).Findings;
        Assert.Empty(known.Presences);
        Assert.Null(known.OnsetDays);
        Assert.Equal(34, known.Age);
    }

    [Fact]
    public async Task OwnWords_AnAgeTheyDidNotMean_GivesWayToTheAgeThatWasAsked()
    {
        var chat = await SaidAsync("I am 61 and my neck is stiff");
        Assert.Equal("Age 61", chat.Question!.TitleOf("age"));

        await chat.TickAsync([.. chat.Question.Selected.Except(["age"])]);

        Assert.Equal(34, (await chat.CheckAsync()).Findings.Age);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("yes that's right")]
    [InlineData("correct")]
    [InlineData("all of them")]
    public async Task Confirm_TypedYes_KeepsEverything(string text)
    {
        var chat = await SaidAsync(Story);

        await chat.SayAsync(text);

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.True((await chat.CheckAsync()).Findings.IsPresent("at-neck"));
    }

    [Fact]
    public async Task Confirm_Skipped_KeepsEverything()
    {
        var chat = await SaidAsync(Story);

        await chat.SkipAsync();

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.True((await chat.CheckAsync()).Findings.IsPresent("at-neck"));
    }

    [Fact]
    public async Task OwnWords_NothingUnderstood_GoStraightToTheSigns()
    {
        var chat = await SaidAsync("I do not feel myself lately");

        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task OwnWords_Changed_AreReadAnew()
    {
        var chat = await SaidAsync(Story);
        await chat.TickAsync([.. chat.Question!.Selected]);

        await chat.ChangeAsync("own-words");
        await chat.SayAsync("My lower back is sore since today.");

        Assert.Equal("own-words.confirm", chat.Open);
        Assert.False((await chat.CheckAsync()).Findings.IsPresent("at-neck"));
        Assert.Contains(
            (await chat.CheckAsync()).State.Withdrawn,
            withdrawn => withdrawn is { Reason: "changed", Answer.Question: "own-words" }
        );
    }

    [Fact]
    public async Task OwnWords_TypedAtTheMenu_BeginTheCheck()
    {
        var chat = await Chat.StartAsync();

        await chat.SayAsync("my neck is stiff since yesterday");
        Assert.Contains("Thank you for telling me.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("for-whom", chat.Open);
        await chat.TickAsync("me");
        await chat.NumberAsync(34);
        await chat.TickAsync("agree");

        Assert.Equal("own-words.confirm", chat.Open);
    }

    [Fact]
    public async Task OwnWords_TheEssentialsSaid_LeavesAtMostEightQuestions()
    {
        var chat = await SaidAsync(
            "Dull ache between my shoulder blades on both sides, it built up slowly over the last 3 days from sitting at "
                + "the computer. It comes and goes, is about the same, 4 out of 10, I had it before. Heat helps, turning is "
                + "worse. It makes work a bit harder, I sleep fine."
        );
        await chat.TickAsync([.. chat.Question!.Selected]);
        var questions = 0;

        while (chat.Open != "next")
        {
            questions++;
            await new Patient().AnswerAsync(chat);
        }

        Assert.InRange(questions, 1, 12);
        Assert.Equal("physio", chat.Disposition);
    }

    [Fact]
    public async Task OwnWords_AQuestionAboutTheSymptoms_IsTakenAsOwnWords()
    {
        var chat = await SaidAsync("Why is my neck so stiff since yesterday?");

        Assert.Equal("own-words.confirm", chat.Open);
    }

    private static async Task<Chat> SaidAsync(string words)
    {
        var chat = await Chat.StartCheckAsync();
        await chat.SayAsync(words);
        return chat;
    }
}
