using System.Text.RegularExpressions;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.Dialogs.Wording;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>What clients depend on: the ids of questions and options, and what each question says of itself.</summary>
public sealed partial class ContractTests
{
    public static TheoryData<string> Questions => [.. Routes.OfTheCheck.Concat(Routes.Others)];

    /// <summary>Where not every message is an answer, as it is in own words.</summary>
    public static TheoryData<string> Precise =>
        [.. Routes.OfTheCheck.Concat(Routes.Others).Where(question => question != "own-words")];

    [Fact]
    public void Questions_OfTheContract_AreAllThere()
    {
        var ids = Shipped.Protocol.Questions.Select(question => question.Id).Concat(BotQuestionIds.All).ToHashSet();

        Assert.All(
            [
                "menu",
                "consent",
                "for-whom",
                "age",
                "own-words",
                "own-words.confirm",
                "emergency-signs.1",
                "emergency-signs.2",
                "emergency-signs.3",
                "where",
                "side",
                "onset.when",
                "onset.trigger",
                "onset.trauma",
                "pain.severity",
                "aggravating",
                "self-test.twist",
                "self-test.sidebend",
                "summary",
                "next",
            ],
            id => Assert.Contains(id, ids)
        );
        Assert.Equal("emergency-signs.more", BotQuestionIds.EmergencyMore);
    }

    [Fact]
    public void Questions_OfTheProtocol_HaveIdsOfTheContract() =>
        Assert.All(Shipped.Protocol.Questions, question => Assert.Matches(IdOfTheContract(), question.Id));

    [Theory]
    [InlineData("menu", "check ask book person")]
    [InlineData("consent", "agree decline")]
    [InlineData("for-whom", "me child someone")]
    public void Options_OfTheContract_AreInTheirOrder(string question, string options) =>
        Assert.Equal(options.Split(' '), Shipped.Words.Questions[question].Options.Select(option => option.Id));

    [Fact]
    public void Options_OfNext_HoldThoseOfTheContract() =>
        Assert.Equal(
            ["book", "person", "copy", "ask", "restart"],
            Shipped.Words.Questions["next"].Options.Select(option => option.Id).Where(id => id != "self-tests")
        );

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Question_SaysItsKindItsWhyAndWhatItTakes(string question)
    {
        var chat = await Routes.ToAsync(question);
        var said = chat.Question!;

        Assert.Equal(question, chat.Open);
        Assert.Contains(said.Kind, new[] { "choice", "multi", "yesno", "number", "body", "text", "contact", "slot" });
        Assert.False(string.IsNullOrWhiteSpace(said.Text("why")));
        Assert.False(string.IsNullOrWhiteSpace(said.Text("prompt")));
        Assert.StartsWith(said.Text("prompt")!, said.Words, StringComparison.Ordinal);
        Assert.NotNull(said.Find("optional"));
        Assert.NotNull(said.Find("none"));
        Assert.NotNull(said.Find("unsure"));
        Assert.Equal(said.Kind == "number", said.Find("min") is not null);
        Assert.Equal(said.Kind == "contact", said.Fields.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Question_MayBeSkippedWhereTheContractSaysSo(string question)
    {
        string[] mustBeAnswered = ["menu", "age", "consent", "next"];
        var chat = await Routes.ToAsync(question);
        var isOptional = chat.Question!.Is("optional");

        var isSign = question.StartsWith("emergency-signs", StringComparison.Ordinal);
        Assert.Equal(!isSign && !mustBeAnswered.Contains(question), isOptional);
        await chat.SkipAsync();
        Assert.Equal(!isOptional, chat.Open == question);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Question_IsSaidInPlainTextTooForAnyClient(string question)
    {
        var chat = await Routes.ToAsync(question);
        var said = chat.Question!;

        if (said.Kind is "multi" or "body" or "slot")
        {
            Assert.All(
                said.Options.Select((option, index) => $"{index + 1}. {option.Title}"),
                line => Assert.Contains(line, said.Words, StringComparison.Ordinal)
            );
        }
        else if (said.Kind == "choice")
        {
            Assert.Equal(said.Options.Select(option => option.Title), said.Buttons.Take(said.Options.Count));
        }
        else if (said.Kind == "yesno")
        {
            Assert.Equal(["Yes", "No"], said.Buttons.Take(2));
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Question_AskedWhy_SaysItsOwnReasonAndStaysOpen(string question)
    {
        var chat = await Routes.ToAsync(question);
        var why = chat.Question!.Text("why")!;

        await chat.CommandAsync("why");

        Assert.Equal(why, chat.Last[0].Words);
        Assert.Equal(question, chat.Open);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Question_ValueNobodyExpects_StaysOpenAndSaysWhatIsExpected(string question)
    {
        var chat = await Routes.ToAsync(question);

        await chat.SendAsync(new { question, selected = new[] { "\u0000<b>" } });

        Assert.Equal(question, chat.Open);
        Assert.False(string.IsNullOrWhiteSpace(chat.Question!.Text("error")));
    }

    [Theory]
    [MemberData(nameof(Precise))]
    public async Task Question_FreeQuestionInBetween_IsAnsweredOrNotAndTheQuestionAskedAgain(string question)
    {
        var chat = await Routes.ToAsync(question);

        await chat.SayAsync("What is the capital of France?");

        Assert.Equal(question, chat.Open);
        Assert.NotEmpty(chat.Last);
    }

    /// <summary>
    /// The ids of the contract, and those added to it: chest signs again, one sign asked precisely, what changes the
    /// pain, and whether somebody is safe.
    /// </summary>
    [GeneratedRegex(
        @"^(emergency-signs\.[123]|emergency-signs\.chest|where|side|onset\.(when|manner|trigger|trauma)|pain\.[a-z]+|aggravating(\.change)?|health\.[a-z]+|symptoms\.[a-z]+|safety\.after-assault|self-test\.(twist|sidebend))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IdOfTheContract();
}
