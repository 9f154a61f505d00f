using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class AnswerDialogTests
{
    [Fact]
    public async Task Answer_HasItsSectionsInReadingOrder()
    {
        var chat = await AnsweredAsync(
            Patient.With("at-between-blades", "worse-computer", "came-back", "cough-sneeze-front")
        );

        var answer = chat.Last.Single(said => said.Find("answer") is not null);

        Assert.Equal(
            ["when", "why", "do", "do-not", "worse", "could-be", "recovery", "safety-net", "phases", "told", "note"],
            answer.Sections
        );
        Assert.StartsWith("Book physiotherapy in the next three days.", answer.Words, StringComparison.Ordinal);
        Assert.True(answer.Find("assessment") is not null);
    }

    [Fact]
    public async Task Answer_SaysWhichAnswersLedToIt()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades", "came-back") with { Severity = 6 });

        Assert.Equal("physio", chat.Disposition);
        Assert.Contains("(You told us:", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("pain 6 out of 10", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ListsWhatThePersonTold_ForItsCopyAndNotInItsText()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades", "fever?") with { Severity = 6 });

        var answer = chat.Last.Single(said => said.Find("answer") is not null);
        var told = answer
            .Find("answer")!
            .Value.GetProperty("sections")
            .EnumerateArray()
            .Single(section => section.GetProperty("id").GetString() == "told");

        Assert.Equal(0, told.GetProperty("shown").GetInt32());
        var lines = told.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString());
        Assert.Equal(["For whom: Me", "Age 34", "Emergency signs (1): None of these"], lines.Take(3));
        Assert.Contains("General health: Fever or chills (Not sure)", lines);
        Assert.Contains("Pain 6 out of 10", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.DoesNotContain("What you told us", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ForSomebodyElse_SpeaksOfThem()
    {
        var chat = await Chat.StartCheckAsync(age: 40, forWhom: "someone");
        await chat.SkipAsync();

        await (Patient.With("at-between-blades", "came-back") with { Age = 40 }).GoThroughAsync(chat);

        Assert.DoesNotContain("{", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_IsReportedForTheRecordOnce()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades"));
        await chat.TickAsync("ask");
        await chat.SkipAsync();

        var made = Assert.Single(chat.Events);
        Assert.Equal(("assessment.made", "self-care", "1"), (made.Name, made["disposition"], made["protocolVersion"]));
        Assert.Equal("self-care", made.Json("assessmentJson").GetProperty("disposition").GetString());
    }

    [Fact]
    public async Task Next_OffersWhatTheContractNames()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades"));

        Assert.Equal(["book", "person", "copy", "self-tests", "ask", "restart"], chat.Question!.OptionIds);
    }

    [Fact]
    public async Task Copy_ShowsTheAnswerAgainToKeep()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades"));
        var answer = chat.Last.Single(said => said.Find("answer") is not null);

        await chat.TickAsync("copy");

        var copy = chat.Last.Single(said => said.Is("copy"));
        Assert.EndsWith(answer.Words, copy.Words, StringComparison.Ordinal);
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Restart_FromWhatNext_BeginsANewCheck()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades"));

        await chat.TickAsync("restart");

        Assert.Equal("for-whom", chat.Open);
    }

    [Theory]
    [InlineData("fever")]
    [InlineData("arm-weakness")]
    public async Task SelfTests_AFlagIsPresent_AreNotOffered(string flag)
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades", flag));

        Assert.DoesNotContain("self-tests", chat.Question!.OptionIds);
    }

    [Fact]
    public async Task SelfTests_BothDone_ChangeNothingAndAreNotOfferedAgain()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades"));

        await chat.TickAsync("self-tests");
        Assert.Equal("self-test.twist", chat.Open);
        await chat.YesAsync();
        Assert.Equal("self-test.sidebend", chat.Open);
        await chat.NoAsync();

        Assert.Contains("It does not change the answer above.", chat.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Last, said => said.Find("answer") is not null);
        Assert.Equal("next", chat.Open);
        Assert.DoesNotContain("self-tests", chat.Question!.OptionIds);
        Assert.Single(chat.Events);
        Assert.Equal("self-care", (await chat.CheckAsync()).Assessment.Disposition);
    }

    [Fact]
    public async Task SelfTests_Back_ReturnsToWhatNextWithTheAnswersOfTheCheckUntouched()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades"));
        var answers = (await chat.CheckAsync()).State.Answers.Count;
        await chat.TickAsync("self-tests");

        await chat.CommandAsync("back");

        Assert.Equal("next", chat.Open);
        Assert.Equal(answers, (await chat.CheckAsync()).State.Answers.Count);
        Assert.DoesNotContain(chat.Last, said => said.Find("answer") is not null);
    }

    [Fact]
    public async Task Next_AskACallBack_ReturnsToWhatNext()
    {
        var chat = await AnsweredAsync(Patient.With("at-between-blades", "came-back"));

        await chat.TickAsync("person");
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"), ("when", "after four"));

        var enquiry = chat.Events.Single(reported => reported.Name == "enquiry.created");
        Assert.Equal(("physio", "after four"), (enquiry["disposition"], enquiry["whenToCall"]));
        Assert.Equal("next", chat.Open);
    }

    private static async Task<Chat> AnsweredAsync(Patient patient)
    {
        var chat = await Chat.AtSignsAsync();
        await patient.GoThroughAsync(chat);
        return chat;
    }
}
