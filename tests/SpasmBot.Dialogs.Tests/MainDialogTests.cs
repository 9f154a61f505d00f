using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class MainDialogTests
{
    [Theory]
    [InlineData("check", "for-whom")]
    [InlineData("ask", "ask")]
    [InlineData("book", "booking.times")]
    [InlineData("person", "person.contact")]
    public async Task Menu_EachChoice_LeadsToItsPart(string choice, string question)
    {
        var chat = await Chat.StartAsync();

        await chat.TickAsync(choice);

        Assert.Equal(question, chat.Open);
    }

    [Fact]
    public async Task Menu_BookedWithoutACheck_AsksAgainWhatElseWeCanDo()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("book");
        await chat.TickAsync("monday", "early");
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));

        await chat.YesAsync();

        Assert.Equal("menu", chat.Open);
    }

    [Fact]
    public async Task Check_ForAnAdult_AsksForWhomAgeAndAgreementThenOwnWords()
    {
        var chat = await Chat.StartAsync();

        await chat.TickAsync("check");
        Assert.Equal(["me", "child", "someone"], chat.Question!.OptionIds);
        await chat.TickAsync("me");
        Assert.Equal("age", chat.Open);
        await chat.NumberAsync(34);
        Assert.Equal("consent", chat.Open);
        await chat.TickAsync("agree");

        Assert.Equal("own-words", chat.Open);
    }

    [Fact]
    public async Task Check_ForSomebodyElse_SpeaksOfThem()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("check");

        await chat.TickAsync("someone");

        Assert.Equal("How old are they?", chat.Question!.Text("prompt"));
    }

    [Fact]
    public async Task Check_ForAChild_NeedsNoFurtherGuardian()
    {
        var chat = await Chat.StartCheckAsync(age: 9, forWhom: "child");

        Assert.Equal("own-words", chat.Open);
        Assert.DoesNotContain((await chat.CheckAsync()).State.Answers, answer => answer.Question == "guardian");
    }

    [Fact]
    public async Task Consent_Declined_AsksNothingMoreKeepsNothingThatCountsAndOffersTheMenu()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("check");
        await chat.TickAsync("me");
        await chat.NumberAsync(34);

        await chat.TickAsync("decline");

        Assert.Contains("That is fine. We ask nothing more.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("10177", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("menu", chat.Open);
        Assert.Empty((await chat.CheckAsync()).State.Answers);
    }

    [Theory]
    [InlineData("consent")]
    [InlineData("age")]
    public async Task Check_QuestionThatMustBeAnswered_CannotBeSkipped(string question)
    {
        var chat = await Chat.StartAsync();
        await new Patient().GoToAsync(chat, question);

        await chat.SkipAsync();

        Assert.Equal(question, chat.Open);
        Assert.False(chat.Question!.Is("optional"));
        Assert.Contains("We need an answer to this one", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_YoungPersonWithAParent_GoesThroughTheWholeCheck()
    {
        var chat = await StartYoungAsync();
        Assert.Equal("guardian", chat.Open);

        await chat.TickAsync("with-parent");
        await chat.TickAsync("agree");
        await (Patient.With("at-between-blades") with { Age = 16 }).GoThroughAsync(chat);

        Assert.Contains(await QuestionsAskedAsync(chat), id => id == "health.general");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Check_YoungPersonAlone_IsAskedOnlyTheEmergencySignsAndShownWhereToTurn(bool isSkipped)
    {
        var chat = await StartYoungAsync();

        await (isSkipped ? chat.SkipAsync() : chat.TickAsync("alone"));
        await (new Patient { Age = 16 }).GoThroughAsync(chat);

        Assert.Equal(
            ["emergency-signs.1", "emergency-signs.2", "emergency-signs.3"],
            (await QuestionsAskedAsync(chat)).SkipWhile(id => !id.StartsWith("emergency", StringComparison.Ordinal))
        );
        Assert.Contains("show this to a parent or another adult you trust", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("0800 567 567", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_YoungPersonAlone_IsNeverSentHomeOnQuestionsThatWereNotAsked()
    {
        var chat = await StartYoungAsync();
        await chat.TickAsync("alone");

        await (new Patient { Age = 17 }).GoThroughAsync(chat);

        Assert.Equal("physio", chat.Disposition);
        var notAnswered = (await chat.CheckAsync()).Assessment.NotAnswered;
        Assert.Contains("health.general", notAnswered);
        Assert.DoesNotContain("emergency-signs.1", notAnswered);
    }

    [Fact]
    public async Task Check_YoungPersonAlone_IsNotAskedForAnAgreementThatOnlyAParentCanGive()
    {
        var chat = await StartYoungAsync();

        await chat.TickAsync("alone");

        Assert.Equal("own-words", chat.Open);
    }

    [Fact]
    public async Task Check_YoungPersonAloneWithAnEmergencySign_IsToldAtOnce()
    {
        var chat = await StartYoungAsync();
        await chat.TickAsync("alone");
        await (new Patient { Age = 16 }).GoToAsync(chat, "emergency-signs.1");

        await chat.TickAsync("collapse");

        Assert.Equal("ambulance", chat.Disposition);
    }

    private static async Task<Chat> StartYoungAsync()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("check");
        await chat.TickAsync("me");
        await chat.NumberAsync(16);
        return chat;
    }

    private static async Task<IReadOnlyList<string>> QuestionsAskedAsync(Chat chat) =>
        [.. (await chat.CheckAsync()).State.Answers.Select(answer => answer.Question)];
}
