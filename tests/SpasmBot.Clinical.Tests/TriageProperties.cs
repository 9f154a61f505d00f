using System.Globalization;

namespace SpasmBot.Clinical.Tests;

/// <summary>What must hold for every set of findings, tried on random ones; each seed is a test of its own.</summary>
public sealed class TriagePropertyTests
{
    private const int Rounds = 150;

    private static readonly Protocol Ankle = AnkleProtocol.Instance;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_AnyFindings_GivesOneDispositionAndItsFirstReason(int seed) =>
        ForRandomFindings(
            seed,
            (findings, _) =>
            {
                var assessment = Triage.Assess(Ankle, findings);

                Assert.NotEmpty(assessment.Reasons);
                Assert.Equal(assessment.Disposition, assessment.Reasons[0].Disposition);
                Assert.Equal(assessment.Disposition, DispositionId.Of(Triage.Decide(Ankle, findings)));
                Assert.NotEmpty(assessment.Do);
                Assert.NotEmpty(assessment.DoNot);
                Assert.NotEmpty(assessment.SafetyNet);
                Assert.NotEmpty(assessment.WhenToBook);
            }
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_FindingBecomesMoreCertain_NeverLowersUrgency(int seed) =>
        ForRandomFindings(
            seed,
            (findings, random) =>
            {
                var before = Triage.Decide(Ankle, findings);
                var id = RandomFinding(random);
                var current = findings[id] ?? Presence.Absent;

                foreach (var stronger in Enum.GetValues<Presence>().Where(presence => presence >= current))
                {
                    var after = Triage.Decide(Ankle, findings.With(id, stronger));
                    Assert.True(after >= before, Describe(findings, id, stronger, before, after));
                }
            }
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_QuestionSkipped_NeverLowersUrgency(int seed) =>
        ForRandomFindings(
            seed,
            (findings, random) =>
            {
                var question = Ankle.Questions[random.Next(Ankle.Questions.Count)];
                var skipped = findings with { NotAnswered = findings.NotAnswered.Add(question.Id) };

                Assert.True(Triage.Decide(Ankle, skipped) >= Triage.Decide(Ankle, findings));
            }
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public void CouldRaise_AnyFindings_NamesExactlyWhatMakesTheAnswer(int seed) =>
        ForRandomFindings(
            seed,
            (findings, _) =>
            {
                var target = Disposition.DoctorToday;
                var expected = Ankle
                    .Findings.Select(finding => finding.Id)
                    .Where(_ => Triage.Decide(Ankle, findings) < target)
                    .Where(id => Triage.Decide(Ankle, findings.With(id, Presence.Present)) == target);

                Assert.Equal(expected, Triage.CouldRaise(Ankle, findings, target));
            }
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_Twice_GivesTheSame(int seed) =>
        ForRandomFindings(
            seed,
            (findings, _) =>
                Assert.Equivalent(Triage.Assess(Ankle, findings), Triage.Assess(Ankle, findings), strict: true)
        );

    private static void ForRandomFindings(int seed, Action<Findings, Random> check)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            check(RandomFindings(random), random);
        }
    }

    private static Findings RandomFindings(Random random)
    {
        var findings = new Findings
        {
            Age = RandomNumber(random, NumberRange.Age),
            OnsetDays = RandomNumber(random, NumberRange.OnsetDays, most: 100),
            Severity = RandomNumber(random, NumberRange.Severity),
        };
        // Few findings in some rounds, many in others, so that every level is reached.
        var share = random.NextDouble();
        foreach (var finding in Ankle.Findings.Where(_ => random.NextDouble() < share))
        {
            findings = findings.With(finding.Id, (Presence)random.Next(3));
        }
        var isSkipped = random.Next(4) == 0;
        return isSkipped ? findings with { NotAnswered = findings.NotAnswered.Add("health.general") } : findings;
    }

    private static double? RandomNumber(Random random, NumberRange range, double most = double.MaxValue) =>
        random.Next(3) == 0 ? null : Math.Round(random.NextDouble() * Math.Min(range.Max, most), 1);

    private static string RandomFinding(Random random) => Ankle.Findings[random.Next(Ankle.Findings.Count)].Id;

    private static string Describe(Findings findings, string id, Presence to, Disposition before, Disposition after) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{id} to {to} lowered {before} to {after} for {string.Join(", ", findings.Presences)} age {findings.Age}"
        );
}
