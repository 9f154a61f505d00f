namespace SpasmBot.Clinical.Tests;

public sealed class TriageTests
{
    private static readonly Protocol Ankle = AnkleProtocol.Instance;

    [Fact]
    public void Assess_NothingKnown_AppliesTheRuleForEverybodyElse()
    {
        var assessment = Triage.Assess(Ankle, Findings.None);

        Assert.Equal("self-care", assessment.Disposition);
        Assert.Equal("Look after it", assessment.Title);
        Assert.Null(assessment.BookWithinDays);
        var reason = Assert.Single(assessment.Reasons);
        Assert.Equal(("C1", "self-care", "It is mild."), (reason.Rule, reason.Disposition, reason.Text));
        Assert.Empty(reason.Because);
        Assert.Equal("7", assessment.ProtocolVersion);
    }

    [Fact]
    public void Assess_SeveralRulesFire_KeepsEveryReasonMostUrgentFirstThenInTableOrder()
    {
        var findings = Known.Of("bone-shows", "cannot-stand", "swelling", "expecting") with { OnsetDays = 20 };

        Assert.Equal(["A1", "S1", "S2", "G1", "P1", "R1"], RulesOf(findings));
        Assert.Equal("ambulance", Triage.Assess(Ankle, findings).Disposition);
    }

    [Fact]
    public void Assess_FindingImpliesOthersTransitively_DerivesThemFirst()
    {
        // bone-shows gives hard-fall, which gives twisted.
        var reasons = Triage.Assess(Ankle, Known.Of("bone-shows")).Reasons;

        Assert.Equal(["A1", "R1"], reasons.Select(reason => reason.Rule));
        Assert.Equal(Present("twisted"), Assert.Single(reasons[1].Because));
    }

    [Fact]
    public void Assess_ImpliedFindingWasDenied_StrongerPresenceWins() =>
        Assert.Contains("R1", RulesOf(Known.Of("hard-fall", "twisted!")));

    [Fact]
    public void Assess_FindingIsAbsent_ImpliesNothing() => Assert.Equal(["C1"], RulesOf(Known.Of("hard-fall!")));

    [Fact]
    public void Assess_ImplierIsUnsure_ImpliedFindingIsUnsureOnly()
    {
        // hard-fall unsure makes twisted unsure, which decides nothing below doctor-soon.
        Assert.Equal(["C1"], RulesOf(Known.Of("hard-fall?")));
        Assert.Equal(Presence.Unsure, ExpressionEvaluator.PresenceOf("twisted", Known.Of("hard-fall?"), Ankle));
        Assert.Equal(["R1"], RulesOf(Known.Of("hard-fall?", "twisted")));
    }

    [Fact]
    public void Assess_UnsureEmergencySign_CountsAsPresentAndSaysSo()
    {
        var reason = Triage.Assess(Ankle, Known.Of("foot-cold?")).Reasons[0];

        Assert.Equal(("E1", "emergency"), (reason.Rule, reason.Disposition));
        Assert.Equal(Unsure("foot-cold"), Assert.Single(reason.Because));
        Assert.Equal("Blood or bone at risk. Not sure about: A cold or blue foot. So we play it safe.", reason.Text);
    }

    [Fact]
    public void Assess_UnsureEmergencySign_DoesNotCountBelowDoctorSoon() =>
        Assert.Equal(["E1"], RulesOf(Known.Of("foot-cold?")));

    [Fact]
    public void Assess_UnsureFindingThatCounts_KeepsTheRulesDisposition() =>
        Assert.Equal("doctor-today", Triage.Assess(Ankle, Known.Of("expecting?", "swelling")).Disposition);

    [Fact]
    public void Assess_UnsureRiskFactor_DoesNotCount() =>
        Assert.Equal(["P1"], RulesOf(Known.Of("thin-bones?", "cannot-stand")));

    [Fact]
    public void Assess_RuleNeedsAnUnsureFindingOfTheLimitedKind_CountsAsDoctorSoon()
    {
        var assessment = Triage.Assess(Ankle, Known.Of("hard-fall", "cannot-stand?"));

        Assert.Equal("doctor-soon", assessment.Disposition);
        var reason = assessment.Reasons[0];
        Assert.Equal(("S1", "doctor-soon"), (reason.Rule, reason.Disposition));
        Assert.Equal([Present("hard-fall"), Unsure("cannot-stand")], reason.Because);
        Assert.EndsWith(
            "Not sure about: Cannot stand on it. So we play it safe.",
            reason.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Assess_LimitedBesideCountingUnsure_CountsAsDoctorSoon() =>
        Assert.Equal("doctor-soon", Triage.Assess(Ankle, Known.Of("expecting?", "swelling?")).Disposition);

    [Fact]
    public void Assess_LimitedRuleStandsBelowAFullOne_IsSortedByWhatItCountsAs()
    {
        var findings = Known.Of("twisted", "cannot-stand?", "swelling", "expecting") with { Age = 80 };

        var reasons = Triage.Assess(Ankle, findings).Reasons;

        Assert.Equal(
            ["S2 doctor-today", "E1 doctor-soon", "R1 physio"],
            reasons.Select(r => $"{r.Rule} {r.Disposition}")
        );
    }

    [Fact]
    public void Assess_RuleHoldsWithoutTheUnsureFinding_NeitherListsNorMentionsIt()
    {
        var reason = Triage.Assess(Ankle, Known.Of("foot-cold", "cannot-stand?", "thin-bones")).Reasons[0];

        Assert.Equal(Present("foot-cold"), Assert.Single(reason.Because));
        Assert.Equal("Blood or bone at risk.", reason.Text);
    }

    [Fact]
    public void Assess_SeveralBranchesOfAnOrHold_ListsEachOnce()
    {
        var findings = Known.Of("foot-cold", "cannot-stand", "thin-bones", "twisted") with { Age = 71 };

        Assert.Equal(
            [
                Present("foot-cold"),
                Present("cannot-stand"),
                Present("thin-bones"),
                Number("age", 71),
                Present("twisted"),
            ],
            Triage.Assess(Ankle, findings).Reasons[0].Because
        );
    }

    [Theory]
    [InlineData(14.0, false)]
    [InlineData(14.5, true)]
    [InlineData(null, false)]
    public void Assess_NumberIsCompared_UnknownMakesItFalse(double? onsetDays, bool fires)
    {
        var rules = RulesOf(Known.Of("swelling") with { OnsetDays = onsetDays });

        Assert.Equal(fires, rules.Contains("G1", StringComparer.Ordinal));
    }

    [Fact]
    public void Assess_AgeAtOnset_IsAgeLessTheDaysAsYears()
    {
        var young = Findings.None with { Age = 12, OnsetDays = 20 };

        var cause = Assert.Single(Assert.Single(Triage.Assess(Ankle, young).Reasons).Because);

        Assert.Equal(Number("ageAtOnset", 11.9), cause);
        Assert.Equal(["C1"], RulesOf(young with { OnsetDays = 0 }));
        Assert.Equal(["C1"], RulesOf(young with { OnsetDays = null }));
        Assert.Equal(["C1"], RulesOf(young with { Age = null }));
    }

    [Fact]
    public void Assess_GuardedQuestionSkipped_IsAtLeastPhysioAndSaysWhy()
    {
        var assessment = Triage.Assess(Ankle, Skipped(Findings.None, "health.general"));

        Assert.Equal("physio", assessment.Disposition);
        Assert.Equal("N1", Assert.Single(assessment.Reasons).Rule);
        Assert.Equal(["health.general"], assessment.NotAnswered);
    }

    [Fact]
    public void Assess_GuardedQuestionSkippedBesideAMoreUrgentRule_KeepsBothReasons() =>
        Assert.Equal(["E1", "R1", "N1"], RulesOf(Skipped(Known.Of("foot-cold?", "twisted"), "health.general")));

    [Fact]
    public void Assess_OtherQuestionSkipped_IsNamedButSetsNoFloor()
    {
        var assessment = Triage.Assess(Ankle, Skipped(Findings.None, "onset.when", "no-such-question"));

        Assert.Equal("self-care", assessment.Disposition);
        Assert.Equal(["no-such-question", "onset.when"], assessment.NotAnswered);
    }

    [Fact]
    public void Assess_UnknownIds_AreIgnored() => Assert.Equal(["C1"], RulesOf(Known.Of("no-such-finding", "other?")));

    [Fact]
    public void Assess_Advice_FollowsDispositionAndPresentFindings()
    {
        var mild = Triage.Assess(Ankle, Known.Of("swelling", "hurts-running", "cannot-stand?"));
        var dire = Triage.Assess(Ankle, Known.Of("bone-shows", "hurts-running"));

        Assert.Equal(["Move it gently.", "Raise the foot."], mild.Do);
        Assert.Equal(["Do not run."], mild.DoNot);
        Assert.Equal(["Walk instead of running."], mild.MakesItWorse);
        Assert.Equal("Mostly two to six weeks.", mild.Recovery);
        Assert.Equal(["Keep the foot still."], dire.Do);
        Assert.Equal(["Do not walk."], dire.DoNot);
        Assert.Empty(dire.MakesItWorse);
        Assert.Empty(dire.Recovery);
        Assert.NotEmpty(dire.SafetyNet);
    }

    [Fact]
    public void Assess_AdviceAndConditions_IgnoreUnsure()
    {
        var assessment = Triage.Assess(Ankle, Known.Of("swelling?", "hurts-running?", "hard-fall", "cannot-stand?"));

        Assert.Equal(["Move it gently."], assessment.Do);
        Assert.Empty(assessment.MakesItWorse);
        Assert.Empty(assessment.CouldBe);
    }

    [Fact]
    public void Assess_ConditionHolds_IsNamedAsAPossibility() =>
        Assert.Equal(
            ["It could be a broken bone."],
            Triage.Assess(Ankle, Known.Of("bone-shows", "cannot-stand")).CouldBe
        );

    [Fact]
    public void AdviceFor_WhileWaiting_IsGivenForUrgentAnswersOnly()
    {
        Assert.Single(Triage.AdviceFor(Ankle, Findings.None, Disposition.Emergency, AdviceKind.WhileWaiting));
        Assert.Empty(Triage.AdviceFor(Ankle, Findings.None, Disposition.DoctorToday, AdviceKind.WhileWaiting));
    }

    [Fact]
    public void CouldRaise_NamesEachFindingThatAloneWouldDoIt()
    {
        var findings = Known.Of("cannot-stand", "foot-cold!") with { Age = 80 };

        Assert.Equal(["bone-shows"], Triage.CouldRaise(Ankle, findings, Disposition.Ambulance));
        Assert.Equal(
            ["foot-cold", "thin-bones", "hard-fall", "twisted"],
            Triage.CouldRaise(Ankle, findings, Disposition.Emergency)
        );
    }

    [Fact]
    public void CouldRaise_AnswerIsThatUrgentAlready_NamesNothing()
    {
        Assert.Empty(Triage.CouldRaise(Ankle, Known.Of("foot-cold"), Disposition.Emergency));
        Assert.Empty(Triage.CouldRaise(Ankle, Known.Of("bone-shows"), Disposition.Emergency));
    }

    [Fact]
    public void HoldsForRouting_CountsEveryUnsureAndImpliedFinding()
    {
        var when = Ankle.FindQuestion("onset.how")!.When!;

        Assert.True(ExpressionEvaluator.HoldsForRouting(when, Known.Of("hard-fall?"), Ankle));
        Assert.True(
            ExpressionEvaluator.HoldsForRouting(new Expression.Has("thin-bones"), Known.Of("thin-bones?"), Ankle)
        );
        Assert.False(ExpressionEvaluator.HoldsForRouting(when, Known.Of("swelling!"), Ankle));
        Assert.False(ExpressionEvaluator.Holds(when, Known.Of("swelling?"), Ankle));
    }

    private static IEnumerable<string> RulesOf(Findings findings) =>
        Triage.Assess(Ankle, findings).Reasons.Select(reason => reason.Rule);

    private static Findings Skipped(Findings findings, params string[] questions) =>
        findings with
        {
            NotAnswered = findings.NotAnswered.Union(questions),
        };

    private static Cause Present(string finding) => new() { Finding = finding, Presence = "present" };

    private static Cause Unsure(string finding) => new() { Finding = finding, Presence = "unsure" };

    private static Cause Number(string name, double value) =>
        new()
        {
            Finding = name,
            Presence = "present",
            Value = value,
        };
}
