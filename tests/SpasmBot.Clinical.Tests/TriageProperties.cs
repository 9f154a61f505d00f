using System.Globalization;

namespace SpasmBot.Clinical.Tests;

/// <summary>What must hold for every set of findings, tried on random ones; each seed is a test of its own.</summary>
public abstract class TriageProperties(Protocol protocol, string guardedQuestion)
{
    private const int Rounds = 150;

    /// <summary>For checks that assess more than once for each finding.</summary>
    private const int FewRounds = 20;

    protected Protocol Protocol { get; } = protocol;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_AnyFindings_GivesOneDispositionAndItsFirstReason(int seed) =>
        ForRandomFindings(
            seed,
            (findings, _) =>
            {
                var assessment = Triage.Assess(Protocol, findings);

                Assert.NotEmpty(assessment.Reasons);
                Assert.Equal(assessment.Disposition, assessment.Reasons[0].Disposition);
                Assert.Equal(assessment.Disposition, DispositionId.Of(Triage.Decide(Protocol, findings)));
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
                var before = Triage.Decide(Protocol, findings);
                var id = RandomFinding(random);
                var current = findings[id] ?? Presence.Absent;

                foreach (var stronger in Enum.GetValues<Presence>().Where(presence => presence >= current))
                {
                    var after = Triage.Decide(Protocol, findings.With(id, stronger));
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
                var question = Protocol.Questions[random.Next(Protocol.Questions.Count)];
                var skipped = findings with { NotAnswered = findings.NotAnswered.Add(question.Id) };

                Assert.True(Triage.Decide(Protocol, skipped) >= Triage.Decide(Protocol, findings));
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
                var expected = Protocol
                    .Findings.Select(finding => finding.Id)
                    .Where(_ => Triage.Decide(Protocol, findings) < target)
                    .Where(id => Triage.Decide(Protocol, findings.With(id, Presence.Present)) == target);

                Assert.Equal(expected, Triage.CouldRaise(Protocol, findings, target));
            },
            FewRounds
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_Twice_GivesTheSame(int seed) =>
        ForRandomFindings(
            seed,
            (findings, _) =>
                Assert.Equivalent(Triage.Assess(Protocol, findings), Triage.Assess(Protocol, findings), strict: true),
            FewRounds
        );

    protected void ForRandomFindings(int seed, Action<Findings, Random> check, int rounds = Rounds)
    {
        var random = new Random(seed);
        for (var round = 0; round < rounds; round++)
        {
            check(RandomFindings(random), random);
        }
    }

    private Findings RandomFindings(Random random)
    {
        var findings = new Findings
        {
            Age = RandomNumber(random, NumberRange.Age),
            OnsetDays = RandomNumber(random, NumberRange.OnsetDays, most: 100),
            Severity = RandomNumber(random, NumberRange.Severity),
        };
        // Few findings in some rounds, many in others, so that every level is reached.
        var share = random.NextDouble();
        foreach (var finding in Protocol.Findings.Where(_ => random.NextDouble() < share))
        {
            findings = findings.With(finding.Id, (Presence)random.Next(3));
        }
        var isSkipped = random.Next(4) == 0;
        return isSkipped ? findings with { NotAnswered = findings.NotAnswered.Add(guardedQuestion) } : findings;
    }

    private static double? RandomNumber(Random random, NumberRange range, double most = double.MaxValue) =>
        random.Next(3) == 0 ? null : Math.Round(random.NextDouble() * Math.Min(range.Max, most), 1);

    private string RandomFinding(Random random) => Protocol.Findings[random.Next(Protocol.Findings.Count)].Id;

    private static string Describe(Findings findings, string id, Presence to, Disposition before, Disposition after) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{id} to {to} lowered {before} to {after} for {string.Join(", ", findings.Presences)} age {findings.Age}"
        );
}

public sealed class AnkleProperties() : TriageProperties(AnkleProtocol.Instance, "health.general");

public sealed class UpperBackSpasmProperties() : TriageProperties(UpperBackSpasm.Protocol, "health.general")
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assess_EmergencySignPresentOrUnsure_NeverEndsBelowDoctorToday(int seed) =>
        ForRandomFindings(
            seed,
            (findings, random) =>
            {
                var signs = Protocol.Findings.Where(finding => finding.Group == "emergency-signs").ToArray();
                var sign = signs[random.Next(signs.Length)].Id;
                var presence = random.Next(2) == 0 ? Presence.Present : Presence.Unsure;

                Assert.True(Triage.Decide(Protocol, findings.With(sign, presence)) >= Disposition.DoctorToday, sign);
            }
        );
}
