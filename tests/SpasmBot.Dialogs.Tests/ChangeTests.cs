using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Every earlier answer can be changed, however many there are.</summary>
public sealed class ChangeTests
{
    private const int MostOptions = 10;

    [Fact]
    public async Task Summary_AfterALongCheck_ShowsTheLatestAnswersFirstAndAllOfThemOverItsPages()
    {
        var chat = await AtTheEndAsync();
        var answered = (await chat.CheckAsync()).Summary.Select(line => line.Question).ToList();
        await chat.CommandAsync("change");
        var latest = Answers(chat);

        var shown = new List<string>(latest);
        for (var page = 0; page * MostOptions < answered.Count && shown.Count < answered.Count; page++)
        {
            Assert.InRange(chat.Question!.OptionIds.Count, 3, MostOptions);
            await chat.SayAsync("show other answers");
            shown.AddRange(Answers(chat));
        }

        Assert.Equal(answered.TakeLast(latest.Length), latest);
        Assert.Equal(answered.Order(), shown.Order());
        await chat.TickAsync("more");
        Assert.Equal(latest, Answers(chat));
    }

    [Fact]
    public async Task Summary_FirstAnswerFromTheLastPage_CanBeChanged()
    {
        var chat = await AtTheEndAsync();
        await chat.CommandAsync("change");
        while (!chat.Question!.OptionIds.Contains("age"))
        {
            await chat.TickAsync("more");
        }

        await chat.TickAsync("age");
        Assert.Equal("age", chat.Open);
        await chat.NumberAsync(15);

        Assert.Equal("doctor-soon", (await chat.CheckAsync()).Assessment.Disposition);
    }

    [Fact]
    public async Task Summary_FewAnswers_AreOnOnePage()
    {
        var chat = await Routes.ToAsync("where");

        await chat.CommandAsync("change");

        Assert.DoesNotContain("more", chat.Question!.OptionIds);
        Assert.Equal("continue", chat.Question.OptionIds[^1]);
    }

    [Fact]
    public async Task Summary_EachLine_SaysTheAnswerAndIsFoundByItsLabel()
    {
        var chat = await Routes.ToAsync("where");
        await chat.CommandAsync("change");
        Assert.Equal("For whom: Me", chat.Question!.TitleOf("for-whom"));
        Assert.Equal("Age 34", chat.Question.TitleOf("age"));

        await chat.SayAsync("age");

        Assert.Equal("age", chat.Open);
    }

    private static string[] Answers(Chat chat) => [.. chat.Question!.OptionIds.Except(["more", "continue"])];

    private static async Task<Chat> AtTheEndAsync()
    {
        var chat = await Chat.StartAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        return chat;
    }
}
