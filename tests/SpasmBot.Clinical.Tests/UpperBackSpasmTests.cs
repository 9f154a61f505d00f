namespace SpasmBot.Clinical.Tests;

public sealed class UpperBackSpasmTests
{
    private static readonly Protocol Protocol = UpperBackSpasm.Protocol;

    [Fact]
    public void Load_ClinicsProtocol_HasNoErrors() => Assert.Empty(UpperBackSpasm.Loaded.Errors);

    [Fact]
    public void Score_LabelledStories_AllEndAsLabelled()
    {
        var lines = File.ReadLines(Path.Combine(UpperBackSpasm.RepositoryFolder, "tests/cases/vignettes.jsonl"));

        var report = CaseScoring.Score(Protocol, lines);

        Assert.True(report.IsPerfect, CaseReportText.Write(report));
        Assert.Equal(40, report.Outcomes.Count);
    }

    [Theory]
    [InlineData("ambulance", 0)]
    [InlineData("emergency", 0)]
    [InlineData("doctor-today", 0)]
    [InlineData("doctor-soon", 2)]
    [InlineData("physio-priority", 3)]
    [InlineData("physio", 7)]
    [InlineData("self-care", null)]
    public void Disposition_SaysWithinHowManyDaysToBook(string id, int? days)
    {
        Assert.True(DispositionId.TryParse(id, out var disposition));

        Assert.Equal(days, Protocol.Dispositions[disposition].BookWithinDays);
    }

    [Fact]
    public void Findings_NotSureCounts_ForEmergencySignsAndPregnancyOnly() =>
        Assert.Equal(
            Protocol.Findings.Where(f => f.Group == "emergency-signs" || f.Id == "pregnant").Select(f => f.Id),
            Protocol.Findings.Where(f => f.Unsure == UnsureMeaning.Counts).Select(f => f.Id)
        );

    [Fact]
    public void Findings_NotSureIsIgnored_ForRiskFactorsOnly() =>
        Assert.Equal(
            [
                "aorta-risk",
                "blood-thinners",
                "bone-risk",
                "cancer-history",
                "clot-risk",
                "heart-risk",
                "infection-risk",
                "scoliosis",
                "tb-risk",
            ],
            Protocol
                .Findings.Where(f => f.Unsure == UnsureMeaning.Ignored)
                .Select(f => f.Id)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Findings_ImplyWhatTheProtocolSays() =>
        Assert.Equal(
            ["major-trauma after-trauma", "minor-trauma after-trauma", "stiff-neck-fever fever"],
            Protocol
                .Findings.SelectMany(f => f.Implies.Select(implied => $"{f.Id} {implied}"))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Rules_EveryFindingThatDecidesIsAsked()
    {
        var asked = Protocol
            .Questions.SelectMany(question => question.Options.Select(option => option.Finding))
            .ToHashSet(StringComparer.Ordinal);
        var deciding = Protocol.Rules.SelectMany(rule => rule.When?.Findings ?? []).Distinct(StringComparer.Ordinal);

        Assert.All(deciding, id => Assert.Contains(id, asked));
    }

    [Theory]
    [InlineData("shoulder-tip-pain")]
    [InlineData("vaginal-bleeding")]
    public void Questions_SignOfEctopicPregnancy_PregnancyIsAsked(string sign)
    {
        var offered = Protocol
            .Questions.Where(question => question.When is null)
            .SelectMany(question => question.Options)
            .Where(option => option.Finding == "pregnant");

        Assert.Contains(
            offered,
            option =>
                option.When is null || ExpressionEvaluator.HoldsForRouting(option.When, Known.Of($"{sign}?"), Protocol)
        );
    }

    [Fact]
    public void Questions_OfHealthAndSymptoms_SetTheFloorWhenSkipped()
    {
        var health = Protocol.Questions.Where(question => question.Section == "health").ToArray();

        Assert.NotEmpty(health);
        Assert.All(
            health,
            question =>
            {
                var findings = Findings.None with { NotAnswered = Findings.None.NotAnswered.Add(question.Id) };
                var assessment = Triage.Assess(Protocol, findings);
                Assert.Equal("physio", assessment.Disposition);
                Assert.Equal(["N1"], assessment.Reasons.Select(reason => reason.Rule));
                Assert.Equal([question.Id], assessment.NotAnswered);
            }
        );
    }
}
