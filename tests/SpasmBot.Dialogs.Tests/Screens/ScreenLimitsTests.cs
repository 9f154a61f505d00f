using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.Dialogs.Wording;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Screens;

/// <summary>Every screen, with everything on it that can be: few enough ticks, few enough words, easy enough to read.</summary>
public sealed class ScreenLimitsTests
{
    private const int MostOptions = 10;
    private const int MostWords = 90;
    private const double HighestGrade = 6;

    private static readonly BotParts Parts = Shipped.Parts(TimeProvider.System);
    private static readonly ScreenBuilder Builder = new(Parts);

    public static TheoryData<string> All =>
        [
            .. Parts.Protocol.Questions.Select(question => question.Id),
            .. Parts.Words.Questions.Keys.Except([BotQuestionIds.OwnWordsConfirm, BotQuestionIds.Summary]),
            .. Parts
                .Protocol.Findings.Where(finding =>
                    finding.Group == CheckSection.EmergencySigns || finding.Ask is not null
                )
                .Select(finding => BotQuestionIds.PrecisePrefix + finding.Id),
        ];

    [Theory]
    [MemberData(nameof(All))]
    public void Screen_HasAtMostTenOptions(string question) =>
        Assert.InRange(Show(question, "me").Options.Count, 0, MostOptions);

    [Theory]
    [MemberData(nameof(All))]
    public void Screen_HasAtMostNinetyWords(string question) =>
        Assert.All(
            ForAll(question),
            said => Assert.True(Readability.Words(said.Words).Count <= MostWords, Measured(said))
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Screen_IsEasyToRead(string question) =>
        Assert.All(
            ForAll(question),
            said => Assert.True(Readability.Grade(said.Words) <= HighestGrade, Measured(said))
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Screen_WhyAndWhatIsExpected_AreEasyToRead(string question)
    {
        var screen = Build(question, "me");

        Assert.All(
            [screen.Why, screen.Retry],
            text => Assert.True(Readability.Grade(text) <= HighestGrade, $"grade {Readability.Grade(text):0.0}: {text}")
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Screen_HasNoPlaceholderLeft(string question) =>
        Assert.All(
            ForAll(question),
            said =>
            {
                Assert.DoesNotContain("{", said.Words, StringComparison.Ordinal);
                Assert.DoesNotContain("{", said.Text("why"), StringComparison.Ordinal);
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Screen_TitlesCanBeToldApart(string question)
    {
        var titles = Show(question, "me").Options.Select(option => option.Title).ToList();

        Assert.Equal(titles.Distinct(StringComparer.OrdinalIgnoreCase), titles);
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void More_UnderAnyEmergency_IsOneScreenWithinTheLimits(string sign)
    {
        var state = new CheckState
        {
            Answers = [new() { Question = "said", Findings = { [sign] = Clinical.Presence.Present } }],
        };
        var screen = new SymptomCheck(Parts, state).NextIn(CheckSection.EmergencyMore);
        Assert.NotNull(screen);
        var said = new Said(ScreenActivity.Of(screen, Parts));

        Assert.InRange(said.Options.Count, 1, MostOptions);
        Assert.True(Readability.Words(said.Words).Count <= MostWords, Measured(said));
        Assert.True(Readability.Grade(said.Words) <= HighestGrade, Measured(said));
    }

    public static TheoryData<string> Emergencies =>
        [
            "breathless",
            "coughing-blood",
            "chest-pressure-recent",
            "leg-weakness",
            "major-trauma",
            "severe-belly-pain",
            "upper-belly-pain",
            "flank-colic",
        ];

    private static IEnumerable<Said> ForAll(string question) =>
        new[] { "me", "child", "someone" }.Select(whom => Show(question, whom));

    private static Said Show(string question, string whom) => new(ScreenActivity.Of(Build(question, whom), Parts));

    private static Screen Build(string question, string whom) =>
        question.StartsWith(BotQuestionIds.PrecisePrefix, StringComparison.Ordinal)
            ? Builder.Precise(Parts.Protocol.FindFinding(question[BotQuestionIds.PrecisePrefix.Length..])!, whom)
        : Parts.Protocol.FindQuestion(question) is { } asked ? Builder.FromProtocol(asked, asked.Options, whom)
        : Builder.FromBot(question, whom);

    private static string Measured(Said said) =>
        $"grade {Readability.Grade(said.Words):0.0}, {Readability.Words(said.Words).Count} words:\n{said.Words}";
}
