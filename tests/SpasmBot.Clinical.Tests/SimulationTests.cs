using SpasmBot.Clinical.Loading;
using SpasmBot.Clinical.Simulation;

namespace SpasmBot.Clinical.Tests;

public sealed class SimulationTests
{
    private const string Good = """
        still-unsure: { percent: 50, source: estimate }
        groups:
          - id: sprain
            label: Sprain
            percent: 90
            mechanical: true
            source: estimate
            draws:
              - { finding: twisted, percent: 100, source: estimate }
          - id: break
            label: Break
            percent: 10
            source: estimate
            draws:
              - { finding: bone-shows, percent: 100, source: estimate }
              - { number: age, from: 70, to: 79, percent: 100, source: estimate }
        everyone:
          - { number: age, from: 20, to: 29, percent: 100, source: estimate }
          - { finding: foot-cold, when: "age >= 60", percent: 100, source: estimate }
          - { finding: foot-cold, percent: 10, source: estimate }
          - one-of:
              - { finding: cannot-stand, percent: 50 }
              - { finding: swelling, percent: 50 }
            source: estimate
        """;

    private static readonly Protocol Ankle = AnkleProtocol.Instance;

    [Fact]
    public void Run_KnownMix_SharesAreThoseOfTheMix()
    {
        var run = Simulator.Run(Ankle, Mix(), 20_000).Answered;

        Assert.Equal(10, ShareOf(run.All, Disposition.Ambulance), 0.7);
        Assert.Equal(0, ShareOf(run.Mechanical, Disposition.Ambulance));
        // A cold foot is the only reason for a doctor in a sprain.
        Assert.Equal(10, run.MechanicalAtLeast(Disposition.DoctorToday), 0.7);
        Assert.Equal(["E1"], run.Alone.Select(share => share.Rule));
        Assert.Equal(100, run.Groups[1].EmergencyPercent);
        Assert.Equal(0, run.OthersBelow(Disposition.Ambulance));
        Assert.All(
            [run.All, run.Mechanical, run.Others],
            shares => Assert.Equal(100, shares.Sum(s => s.Percent), 0.001)
        );
        Assert.Equal(100, run.Deciding.Sum(share => share.Percent), 0.001);
    }

    [Fact]
    public void Run_RuleSendsTooManyAlone_IsNamedWithItsShare()
    {
        var report = Simulator.Run(Ankle, Mix());

        Assert.Equal(["E1"], report.SendTooMany.Select(share => share.Rule));
        var text = SimulationReportText.Write(report, Ankle);
        Assert.Contains("alone send over 3 % of mechanical pain to a doctor today or above: 1\nE1 ", text);
        Assert.Contains("“A cold or blue foot” or “Cannot stand on it” and (“Thin bones” or age 70 or over", text);
    }

    [Fact]
    public void Run_SameSeed_IsTheSameAndAnotherIsNot()
    {
        Assert.Equivalent(Simulator.Run(Ankle, Mix(), 500), Simulator.Run(Ankle, Mix(), 500), strict: true);
        Assert.NotEqual(
            Simulator.Run(Ankle, Mix(), 500).Answered.All,
            Simulator.Run(Ankle, Mix(), 500, seed: 2).Answered.All
        );
    }

    [Fact]
    public void Run_DoubtsAndSkips_ChangeTheAnswers()
    {
        var report = Simulator.Run(Ankle, Mix(), 5_000);

        Assert.Equal(
            [
                "1 % of the ticks are “not sure”",
                "5 % of the ticks are “not sure”",
                "1 % of the screens are skipped",
                "5 % of the screens are skipped",
            ],
            report.Variants.Select(run => run.Title)
        );
        var doubts = report.Variants[1].MechanicalAtLeast(Disposition.Emergency);
        Assert.True(doubts > report.Answered.MechanicalAtLeast(Disposition.Emergency));
        // The only optional screens of which a mechanical answer depends are those of the twist and of standing.
        Assert.True(
            ShareOf(report.Variants[3].All, Disposition.PhysioPriority)
                < ShareOf(report.Answered.All, Disposition.PhysioPriority)
        );
    }

    [Theory]
    [InlineData("percent: 90", "percent: 80", 3, "the groups are 90 % of all people together, not 100 %")]
    [InlineData("finding: twisted,", "finding: twistd,", 9, "twistd is not known; did you mean twisted?")]
    [InlineData("number: age, from: 20", "number: aeg, from: 20", 18, "aeg is not known; did you mean age?")]
    [InlineData("\"age >= 60\"", "\"agee >= 60\"", 19, "agee")]
    [InlineData("cannot-stand, percent: 50", "cannot-stand, percent: 60", 21, "over 100 % together")]
    [InlineData("foot-cold, percent: 10, source: estimate", "foot-cold, percent: 10", 20, "`source` is missing")]
    [InlineData("foot-cold, percent: 10,", "foot-cold, percent: 110,", 20, "`percent` must be a number from 0 to 100")]
    [InlineData("still-unsure: { percent: 50, source: estimate }", "still: 1", 1, "`still-unsure` is missing")]
    public void Read_WrongLine_SaysWhere(string old, string replacement, int line, string message)
    {
        var text = Good.ReplaceLineEndings("\n");
        Assert.Contains(old, text, StringComparison.Ordinal);

        var result = CaseMixFile.Read(text.Replace(old, replacement, StringComparison.Ordinal), Ankle);

        Assert.Null(result.Mix);
        Assert.Contains(result.Errors, e => e.Line == line && e.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NoYaml_SaysSo() => Assert.NotEmpty(CaseMixFile.Read("- one", Ankle).Errors);

    [Fact]
    public void Read_TheClinicsMix_IsGoodAndNamesASourceOrSaysEstimate()
    {
        var text = UpperBackSpasm.Files["case-mix.yaml"];

        Assert.Empty(CaseMixFile.Read(text, UpperBackSpasm.Protocol).Errors);
        var lines = text.Split('\n').Where(line => line.Contains("source:", StringComparison.Ordinal)).ToArray();
        Assert.True(lines.Length > 100);
        Assert.All(lines, line => Assert.Matches("source: \"(estimate|.*[12][0-9]{3})", line));
    }

    private static double ShareOf(IEnumerable<DispositionShare> shares, Disposition disposition) =>
        shares.Single(share => share.Disposition == disposition).Percent;

    private static CaseMix Mix()
    {
        var result = CaseMixFile.Read(Good, Ankle);
        Assert.Empty(result.Errors);
        return result.Mix!;
    }
}
