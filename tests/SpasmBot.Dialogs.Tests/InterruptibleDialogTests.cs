using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Back, change, start over, stop, help, why: at any point.</summary>
public sealed class InterruptibleDialogTests
{
    [Fact]
    public async Task Back_ForgetsTheLastAnswerAndAsksItAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.NoneAsync();

        await chat.CommandAsync("back");

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Contains("We go one step back.", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_SeveralTimes_GoesAllTheWayToTheMenu()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.NoneAsync();
        var seen = new List<string>();

        for (var i = 0; i < 6; i++)
        {
            await chat.CommandAsync("back");
            seen.Add(chat.Open!);
        }

        Assert.Equal(["emergency-signs.1", "own-words", "consent", "age", "for-whom", "menu"], seen);
    }

    [Fact]
    public async Task Back_AtTheStart_SaysThatThereIsNothingToGoBackTo()
    {
        var chat = await Chat.StartAsync();

        await chat.CommandAsync("back");

        Assert.Contains("This is the start. There is nothing to go back to.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("menu", chat.Open);
    }

    [Fact]
    public async Task Back_TakenBackAnswer_IsKeptForStaffAndNoLongerCounts()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");
        await chat.NumberAsync(9);

        await chat.CommandAsync("back");
        await chat.NumberAsync(2);

        var check = await chat.CheckAsync();
        Assert.Equal(2, check.Findings.Severity);
        var withdrawn = Assert.Single(check.State.Withdrawn);
        Assert.Equal(("back", 9.0), (withdrawn.Reason, withdrawn.Answer.Severity));
    }

    [Fact]
    public async Task Back_ProgressGoesBackToo()
    {
        var chat = await Chat.AtSignsAsync();
        var first = chat.Question!.Number("step");
        await chat.NoneAsync();

        await chat.CommandAsync("back");

        Assert.Equal(first, chat.Question!.Number("step"));
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("book")]
    [InlineData("person")]
    public async Task Back_OutOfAPartBeginsFromTheMenu_AtTheMenu(string choice)
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync(choice);

        await chat.CommandAsync("back");

        Assert.Equal("menu", chat.Open);
    }

    [Fact]
    public async Task Back_OutOfTheFormForAPerson_ReturnsToTheQuestionOfTheCheckWithNothingForgotten()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");
        var answers = (await chat.CheckAsync()).State.Answers.Count;
        await chat.CommandAsync("person");

        await chat.CommandAsync("back");

        Assert.Equal("pain.severity", chat.Open);
        Assert.Equal(answers, (await chat.CheckAsync()).State.Answers.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Back_OutOfABookingAfterTheAnswer_ReturnsToWhatNext(int screens)
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        await chat.TickAsync("book");
        if (screens > 0)
        {
            await chat.TickAsync("monday", "early");
        }

        if (screens > 1)
        {
            await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
        }

        await chat.CommandAsync("back");

        Assert.Equal("next", chat.Open);
        Assert.DoesNotContain(chat.Events, reported => reported.Name == "booking.requested");
    }

    [Fact]
    public async Task Back_FromWhatNext_ReopensTheLastQuestionAndAnswersAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);

        await chat.CommandAsync("back");
        Assert.Equal("symptoms.belly", chat.Open);
        await chat.TickAsync("fatty-meal-pain");

        Assert.Equal("doctor-soon", chat.Disposition);
    }

    [Fact]
    public async Task Change_ByItsId_AsksItAgainWithWhatWasTickedAndGoesOnWhereItWas()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck", "gradual-onset").GoToAsync(chat, "pain.course");

        await chat.ChangeAsync("where");
        Assert.Equal("where", chat.Open);
        Assert.Equal(["at-neck"], chat.Question!.Selected);
        await chat.TickAsync("at-mid-back");

        Assert.Equal("pain.course", chat.Open);
        var check = await chat.CheckAsync();
        Assert.True(check.Findings.IsPresent("at-mid-back"));
        Assert.False(check.Findings.IsPresent("at-neck"));
        Assert.Equal("changed", Assert.Single(check.State.Withdrawn).Reason);
    }

    [Fact]
    public async Task Change_Number_TakesTheNewOne()
    {
        var chat = await Chat.AtSignsAsync();
        await (Patient.With("at-neck") with { Severity = 8 }).GoThroughAsync(chat);
        Assert.Equal("physio-priority", chat.Disposition);

        await chat.ChangeAsync("pain.severity");
        await chat.NumberAsync(2);

        Assert.Equal("self-care", chat.Disposition);
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Change_WhatAFollowUpHungOn_DropsTheFollowUpAndKeepsItForStaff()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-ribs", "side-left").GoToAsync(chat, "onset.when");

        await chat.ChangeAsync("where");
        await chat.TickAsync("at-neck");

        var check = await chat.CheckAsync();
        Assert.DoesNotContain(check.State.Answers, answer => answer.Question == "side");
        Assert.Contains(
            check.State.Withdrawn,
            withdrawn => withdrawn is { Reason: "no-longer-asked", Answer.Question: "side" }
        );
        Assert.Equal("onset.when", chat.Open);
    }

    [Fact]
    public async Task Change_WhatAnEmergencySignHungOn_DoesNotTakeTheSignBack()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-chest-front").GoToAsync(chat, "emergency-signs.chest");
        await chat.TickAsync("chest-pressure-past");

        await chat.ChangeAsync("where");
        await chat.TickAsync("at-neck");

        Assert.True((await chat.CheckAsync()).Findings.IsPresent("chest-pressure-past"));
    }

    [Fact]
    public async Task Change_OpensANewFollowUp_AsksIt()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "pain.course");

        await chat.ChangeAsync("where");
        await chat.TickAsync("at-ribs");

        Assert.Equal("side", chat.Open);
    }

    [Fact]
    public async Task Change_WithoutAQuestion_ListsTheAnswersToChooseFrom()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "where");

        await chat.CommandAsync("change");

        Assert.Equal("summary", chat.Open);
        Assert.Equal(
            [.. (await chat.CheckAsync()).State.Answers.Select(answer => answer.Question), "continue"],
            chat.Question!.OptionIds
        );
        await chat.TickAsync("age");
        Assert.Equal("age", chat.Open);
        await chat.NumberAsync(40);
        Assert.Equal("where", chat.Open);
        Assert.Equal(40, (await chat.CheckAsync()).Findings.Age);
    }

    [Fact]
    public async Task Change_NothingAfterAll_GoesOn()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "pain.severity");
        await chat.CommandAsync("change");

        await chat.TickAsync("continue");

        Assert.Equal("pain.severity", chat.Open);
        Assert.Empty((await chat.CheckAsync()).State.Withdrawn);
    }

    [Fact]
    public async Task Change_AfterTheAnswer_AnswersAnew()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoThroughAsync(chat);

        await chat.ChangeAsync("health.general");
        await chat.TickAsync("weight-loss");

        Assert.Equal("doctor-today", chat.Disposition);
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Change_GivenUpWithBack_KeepsTheAnswerAsItWas()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "pain.course");
        await chat.ChangeAsync("where");

        await chat.CommandAsync("back");

        Assert.Equal("pain.course", chat.Open);
        Assert.True((await chat.CheckAsync()).Findings.IsPresent("at-neck"));
    }

    [Fact]
    public async Task Change_ForWhom_ChangesTheWordsAndAsksNothingElseAgain()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.ChangeAsync("for-whom");
        await chat.TickAsync("someone");

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Equal("someone", (await chat.CheckAsync()).ForWhom);
    }

    [Fact]
    public async Task Change_AgreementTakenBack_EndsTheCheck()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.ChangeAsync("consent");
        await chat.TickAsync("decline");

        Assert.Equal("menu", chat.Open);
        Assert.Empty((await chat.CheckAsync()).State.Answers);
    }

    [Theory]
    [InlineData("pain.severity")]
    [InlineData("no-such-question")]
    [InlineData("menu")]
    [InlineData("said")]
    [InlineData("emergency-signs.more")]
    [InlineData("emergency-signs.sure.collapse")]
    [InlineData("own-words.confirm")]
    public async Task Change_WhatWasNotAnswered_ChangesNothing(string question)
    {
        var chat = await Chat.AtSignsAsync();

        await chat.ChangeAsync(question);

        Assert.Contains("There is no such answer to change yet.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Change_BeforeAnythingWasAnswered_ChangesNothing()
    {
        var chat = await Chat.StartAsync();

        await chat.CommandAsync("change");

        Assert.Contains("There is no such answer to change yet.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("menu", chat.Open);
    }

    [Fact]
    public async Task Change_AnswerUnderAnEmergency_ShowsTheEmergencyAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.ChangeAsync("age");
        await chat.NumberAsync(50);

        Assert.NotNull(chat.Emergency);
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task Change_WhatCouldHaveRaisedTheEmergency_ShowsTheSameSignsAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");
        var signs = chat.Question!.OptionIds;
        await chat.NoneAsync();

        await chat.ChangeAsync("emergency-signs.more");
        Assert.Equal(signs, chat.Question!.OptionIds);
        await chat.TickAsync("vomiting-blood");

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Restart_BeginsANewCheckAndKeepsTheOldAnswersForStaff()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "pain.severity");
        var answered = (await chat.CheckAsync()).State.Answers.Count;

        await chat.CommandAsync("restart");

        Assert.Contains("We start over.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("for-whom", chat.Open);
        Assert.Equal(1, chat.Question!.Number("step"));
        var state = (await chat.CheckAsync()).State;
        Assert.Empty(state.Answers);
        Assert.Equal(answered, state.Withdrawn.Count(withdrawn => withdrawn.Reason == "restart"));
    }

    [Fact]
    public async Task Restart_UnderAnEmergency_LeavesNothingOfItBehind()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.SkipAsync();

        await chat.CommandAsync("restart");
        await new Patient().GoThroughAsync(chat);
        Assert.Equal("self-care", chat.Disposition);

        await chat.ChangeAsync("emergency-signs.1");
        await chat.TickAsync("chest-pressure");
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task Stop_SaysWhereToTurnAndShowsTheMenu()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("stop");

        Assert.Contains("We have stopped.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("021 555 0100", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("10177", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("menu", chat.Open);
        Assert.Empty((await chat.CheckAsync()).State.Answers);
    }

    [Fact]
    public async Task Help_SaysHowToAnswerAndAsksTheSameQuestionAgain()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("help");

        Assert.Contains("Tap an answer, or type it in your own words.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Command_Unknown_IsHelped()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("dance");

        Assert.Contains("Tap an answer", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Resume_ShowsTheOpenQuestionAgainAndNothingElse()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("resume");

        Assert.Single(chat.Last);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Why_SaysWhyTheOpenQuestionIsAskedAndAsksItAgain()
    {
        var chat = await Chat.AtSignsAsync();
        var why = chat.Question!.Text("why")!;

        await chat.CommandAsync("why");

        Assert.StartsWith(why, chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Why_NothingOpen_SaysSo()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.SkipAsync();

        await chat.CommandAsync("why");

        Assert.Contains("There is no open question right now.", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_SaysWhatIsKeptAndAsksTheStoreToDelete()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("forget");

        Assert.Contains("We delete this talk now.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("until we have called", chat.LastText, StringComparison.Ordinal);
        Assert.True(chat.Last.Single().Data!.Value.GetProperty("forgotten").GetBoolean());
        Assert.Equal("forget.requested", Assert.Single(chat.Events).Name);
    }
}
