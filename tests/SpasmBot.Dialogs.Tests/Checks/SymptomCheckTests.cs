using Microsoft.Extensions.Time.Testing;
using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Language;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Checks;

/// <summary>Where a person stands follows from the answers alone.</summary>
public sealed class SymptomCheckTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Next_NothingAnswered_IsForWhom() => Assert.Equal("for-whom", Of().NextIn(CheckSection.Person)!.Id);

    [Fact]
    public void Next_FindingsKnown_OnlyTheOthersAreOffered()
    {
        var screen = Of(Said("fever", "weight-loss")).NextIn(CheckSection.Health)!;

        Assert.Equal("health.general", screen.Id);
        Assert.DoesNotContain("fever", screen.Options.Select(option => option.Id));
        Assert.Contains("night-pain", screen.Options.Select(option => option.Id));
    }

    [Fact]
    public void Next_AllKnownToBeAbsent_IsNotAsked()
    {
        var all = Shipped.Protocol.FindQuestion("health.general")!.Options.Select(option => option.Finding).ToArray();

        var check = Of(Answered("own-words", Presence.Absent, all));

        Assert.NotEqual("health.general", check.NextIn(CheckSection.Health)!.Id);
    }

    [Fact]
    public void Next_OneOfAGroupKnown_TheGroupIsSettledAndTheOtherIsNot()
    {
        var screen = Of(Said("after-lifting"), Since("2026-11-20")).NextIn(CheckSection.Onset)!;

        Assert.Equal("onset.trigger", screen.Id);
        Assert.All(screen.Options, option => Assert.Equal("Start", option.Group));
    }

    [Fact]
    public void Next_OneOfEachGroupKnown_TheQuestionIsSettled() =>
        Assert.Null(Of(Said("after-lifting", "gradual-onset"), Since("2026-11-20")).NextIn(CheckSection.Onset));

    [Fact]
    public void Next_PlaceKnown_WhereIsSettled() => Assert.Null(Of(Said("at-neck")).NextIn(CheckSection.Where));

    [Fact]
    public void Next_Emergency_EndsTheQuestions()
    {
        var check = Of(Said("collapse"));

        Assert.All(CheckSection.InOrder, section => Assert.Null(check.NextIn(section)));
        Assert.True(check.IsEmergency);
    }

    [Fact]
    public void Findings_LaterAnswerAboutTheSame_Wins() =>
        Assert.Equal(
            Presence.Absent,
            Of(Said("fever"), Answered("health.general", Presence.Absent, "fever")).Findings["fever"]
        );

    [Fact]
    public void Findings_OnsetIsADate()
    {
        Assert.Equal(7, Of(Since("2026-11-15")).Findings.OnsetDays);

        _time.Advance(TimeSpan.FromDays(3));

        Assert.Equal(10, Of(Since("2026-11-15")).Findings.OnsetDays);
    }

    [Fact]
    public void Findings_OnsetInTheFuture_IsToday() => Assert.Equal(0, Of(Since("2026-11-30")).Findings.OnsetDays);

    [Fact]
    public void Findings_OwnWordsRejected_LeaveWhatWasAskedBefore()
    {
        var check = Of(
            new GivenAnswer { Question = "age", Age = 34 },
            new GivenAnswer
            {
                Question = "own-words",
                Age = 61,
                Severity = 9,
                Findings = { ["at-neck"] = Presence.Present, ["fever"] = Presence.Present },
            },
            new GivenAnswer { Question = "own-words.confirm", Rejected = ["age", "fever", "severity"] }
        );

        Assert.Equal(34, check.Findings.Age);
        Assert.Null(check.Findings.Severity);
        Assert.Null(check.Findings["fever"]);
        Assert.True(check.Findings.IsPresent("at-neck"));
    }

    [Fact]
    public void Findings_RejectedThenTicked_Counts() =>
        Assert.True(
            Of(
                Said("fever"),
                new GivenAnswer { Question = "own-words.confirm", Rejected = ["fever"] },
                Answered("health.general", Presence.Present, "fever")
            )
                .Findings.IsPresent("fever")
        );

    [Fact]
    public void Findings_QuestionSkippedThenAnswered_IsAnswered()
    {
        var skipped = new GivenAnswer { Question = "health.general", Skipped = true };

        Assert.Contains("health.general", Of(skipped).Findings.NotAnswered);
        Assert.Empty(Of(skipped, Answered("health.general", Presence.Absent, "fever")).Findings.NotAnswered);
    }

    [Fact]
    public void SignsToConfirm_AreThoseNotYetAskedPreciselyNorAnsweredElsewhere()
    {
        var marked = new GivenAnswer { Question = "emergency-signs.1", ToConfirm = ["collapse", "breathless"] };

        Assert.Equal(["collapse", "breathless"], Of(marked).SignsToConfirm);
        Assert.Equal("emergency-signs.sure.collapse", Of(marked).NextIn(CheckSection.First)!.Id);
        Assert.Equal(
            ["breathless"],
            Of(marked, Answered("emergency-signs.sure.collapse", Presence.Absent, "collapse")).SignsToConfirm
        );
        Assert.Equal(
            ["collapse"],
            Of(marked, Answered("emergency-signs.more", Presence.Absent, "breathless")).SignsToConfirm
        );
    }

    [Fact]
    public void Recheck_SignIsNotKnownMeanwhile()
    {
        var check = Of(Said("collapse"));
        Assert.True(check.TryRecheck());

        Assert.False(check.IsEmergency);
        Assert.Null(check.Findings["collapse"]);
        Assert.Equal("emergency-signs.sure.collapse", check.NextIn(CheckSection.First)!.Id);
        Assert.True(check.TryBack());
        Assert.True(check.IsEmergency);
    }

    [Fact]
    public void Recheck_EverySignBehindTheEmergencyIsAsked()
    {
        var check = Of(Said("night-pain", "stiff-neck-fever"));

        check.TryRecheck();

        Assert.Equal(["night-pain", "stiff-neck-fever"], check.State.Recheck.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Record_FirstAnswers_AreThoseBeforeTheyWereChanged()
    {
        var check = Of();
        check.Record(check.Find("pain.severity")!, new Reply.Number(8), typed: null);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(check.TryChange("pain.severity"));

        check.Record(check.Find("pain.severity")!, new Reply.Number(3), typed: null);

        Assert.Equal(3, check.Findings.Severity);
        Assert.Equal(8, Assert.Single(check.FirstAnswers).Severity);
    }

    [Fact]
    public void Summary_SaysEachAnswerInWords()
    {
        var check = Of(
            new GivenAnswer { Question = "for-whom", Choice = "me" },
            new GivenAnswer { Question = "age", Age = 34 },
            new GivenAnswer { Question = "own-words", Words = "It hurts" },
            Answered("emergency-signs.1", Presence.Absent, "collapse"),
            Since("2026-11-21"),
            new GivenAnswer { Question = "symptoms.chest", Skipped = true },
            Answered("health.general", Presence.Unsure, "fever")
        );

        Assert.Equal(
            [
                ("for-whom", "Me"),
                ("age", "Age 34"),
                ("own-words", "It hurts"),
                ("emergency-signs.1", "None of these"),
                ("onset.when", "It began 1 day ago"),
                ("symptoms.chest", "Skipped"),
                ("health.general", "Fever or chills (Not sure)"),
            ],
            check.Summary.Select(line => (line.Question, line.Answer))
        );
    }

    [Fact]
    public void Find_UnknownQuestion_IsNothing()
    {
        Assert.Null(Of().Find("no-such-question"));
        Assert.Null(Of().Find("emergency-signs.sure.no-such-finding"));
    }

    [Fact]
    public void State_StoredAndReadAgain_IsTheSameCheck()
    {
        var check = Of(Said("at-neck"), new GivenAnswer { Question = "age", Age = 34 });

        var again = new SymptomCheck(Shipped.Parts(_time), Wire.FromJson<CheckState>(Wire.Json(check.State)));

        Assert.Equal(Wire.Json(check.Findings.Presences), Wire.Json(again.Findings.Presences));
        Assert.Equal(34, again.Findings.Age);
    }

    private SymptomCheck Of(params GivenAnswer[] answers) =>
        new(Shipped.Parts(_time), new CheckState { Answers = [.. answers] });

    private static GivenAnswer Since(string date) => new() { Question = "onset.when", Since = date };

    private static GivenAnswer Said(params string[] findings) => Answered("own-words", Presence.Present, findings);

    private static GivenAnswer Answered(string question, Presence presence, params string[] findings) =>
        new()
        {
            Question = question,
            Shown = [.. findings],
            Findings = findings.ToDictionary(id => id, _ => presence, StringComparer.Ordinal),
        };
}
