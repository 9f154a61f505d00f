using System.Globalization;
using System.Text;

namespace SpasmBot.Clinical.Simulation;

/// <summary>Writes a <see cref="SimulationReport"/> for a terminal.</summary>
public static class SimulationReportText
{
    /// <summary>Shares of the answers, deciding rules, groups, doubts and skips, and the rules that send too many.</summary>
    public static string Write(SimulationReport report, Protocol protocol)
    {
        var text = new StringBuilder();
        Line(text, $"{protocol.Name}, version {protocol.Version}: {report.People} people, seed {report.Seed}");
        Line(text, $"The case mix is made of estimates and sources; it says how the rules act, not how people are.");
        WriteAnswers(text, report.Answered);
        WriteGroups(text, report.Answered);
        WriteRules(text, report.Answered, protocol);
        WriteVariants(text, report);
        WriteTooMany(text, report, protocol);
        return text.ToString();
    }

    private static void WriteAnswers(StringBuilder text, SimulationRun run)
    {
        Line(text, $"");
        Line(text, $"{"answer", -18}{"all", 9}{"mechanical", 13}");
        foreach (var (all, mechanical) in run.All.Zip(run.Mechanical))
        {
            Line(text, $"{DispositionId.Of(all.Disposition), -18}{all.Percent, 7:0.0} %{mechanical.Percent, 11:0.0} %");
        }
    }

    private static void WriteGroups(StringBuilder text, SimulationRun run)
    {
        Line(text, $"");
        Line(text, $"{"group", -46}{"share", 9}{"emergency", 12}{"doctor", 10}{"physio", 10}");
        foreach (var group in run.Groups)
        {
            Line(
                text,
                $"{group.Label, -46}{group.Percent, 7:0.00} %{group.EmergencyPercent, 10:0} %{group.DoctorPercent, 8:0} %{group.PhysioPercent, 8:0} %"
            );
        }
    }

    private static void WriteRules(StringBuilder text, SimulationRun run, Protocol protocol)
    {
        Line(text, $"");
        Line(text, $"Which rule decides, of all people:");
        foreach (var share in run.Deciding)
        {
            Line(text, $"{share.Rule, -5}{share.Percent, 7:0.00} %   {Words(share.Rule, protocol)}");
        }
        var silent = protocol.Rules.Select(rule => rule.Id).Except(run.Deciding.Select(share => share.Rule));
        Line(text, $"Never here: {string.Join(' ', silent)}");
    }

    private static void WriteVariants(StringBuilder text, SimulationReport report)
    {
        Line(text, $"");
        Line(text, $"{"", -40}{"mechanical: doctor today", 26}{"any doctor", 14}{"others: no doctor", 20}");
        foreach (var run in report.Variants.Prepend(report.Answered))
        {
            var today = run.MechanicalAtLeast(Disposition.DoctorToday);
            var any = run.MechanicalAtLeast(Disposition.DoctorSoon);
            var missed = run.OthersBelow(Disposition.DoctorSoon);
            Line(text, $"{run.Title, -40}{today, 24:0.0} %{any, 12:0.0} %{missed, 18:0.0} %");
        }
    }

    private static void WriteTooMany(StringBuilder text, SimulationReport report, Protocol protocol)
    {
        Line(text, $"");
        Line(
            text,
            $"Rules that alone send over {SimulationReport.LargestShareAlone} % of mechanical pain to a doctor today or above: {(report.SendTooMany.Count == 0 ? "none" : report.SendTooMany.Count)}"
        );
        foreach (var share in report.SendTooMany)
        {
            Line(text, $"{share.Rule, -5}{share.Percent, 7:0.00} %   {Words(share.Rule, protocol)}");
        }
        Line(text, $"The five next: {string.Join(", ", Next(report).Select(Short))}");
    }

    private static IEnumerable<RuleShare> Next(SimulationReport report) =>
        report.Answered.Alone.Where(share => !report.SendTooMany.Contains(share)).Take(5);

    private static string Short(RuleShare share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Rule} {share.Percent:0.00} %");

    private static string Words(string id, Protocol protocol) =>
        protocol.Rules.FirstOrDefault(rule => rule.Id == id) is not { } rule ? "a question was skipped"
        : rule.When is null ? "everybody else"
        : ExpressionWords.Of(rule.When, protocol);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
