using System.Globalization;
using System.Text;

namespace SpasmBot.Clinical;

/// <summary>Writes a <see cref="CaseReport"/> for a terminal.</summary>
public static class CaseReportText
{
    private static readonly Disposition[] MostUrgentFirst = [.. Enum.GetValues<Disposition>().OrderDescending()];

    /// <summary>Totals, the confusion table, each miss, and the lines that could not be read.</summary>
    public static string Write(CaseReport report)
    {
        var text = new StringBuilder();
        WriteTotals(text, report);
        WriteConfusion(text, report);
        WriteMisses(text, report);
        WriteBadLines(text, report);
        return text.ToString();
    }

    private static void WriteTotals(StringBuilder text, CaseReport report)
    {
        (string Name, Func<CaseOutcome, bool> Counts)[] totals =
        [
            ("as the protocol says", outcome => outcome.IsExact),
            ("deciding rule among the reasons", outcome => outcome.IsRuleHit),
            ("under-triage", outcome => outcome.IsUnderTriage),
            ("emergencies missed", outcome => outcome.IsMissedEmergency),
            ("over-triage", outcome => outcome.IsOverTriage),
            ("less urgent than a clinician accepts", outcome => outcome.IsClinicallyUnder),
            ("more urgent than a clinician accepts", outcome => outcome.IsClinicallyOver),
        ];
        Line(text, $"{"cases", -40}{report.Outcomes.Count, 5}");
        foreach (var (name, counts) in totals)
        {
            Line(text, $"{name, -40}{report.Outcomes.Count(counts), 5}");
        }
        Line(text, $"{"lines that are no case", -40}{report.BadLines.Count, 5}");
    }

    private static void WriteConfusion(StringBuilder text, CaseReport report)
    {
        var columns = Enumerable.Range(1, MostUrgentFirst.Length);
        Line(text, $"");
        Line(text, $"Rows: what the case asks for. Columns: what was decided, by the numbers of the rows.");
        Line(text, $"{"", -20}{string.Concat(columns.Select(column => $"{column, 5}"))}");
        foreach (var (index, expected) in MostUrgentFirst.Index())
        {
            var counts = MostUrgentFirst.Select(actual => Cell(report.Confusion(expected, actual)));
            Line(text, $"{index + 1} {DispositionId.Of(expected), -18}{string.Concat(counts)}");
        }
    }

    private static void WriteMisses(StringBuilder text, CaseReport report)
    {
        foreach (var miss in report.Misses)
        {
            Line(text, $"");
            Line(text, $"line {miss.Line}, case {miss.Id}: {string.Join(", ", ProblemsOf(miss))}");
            Line(text, $"  asks for {DispositionId.Of(miss.Expected)} by {miss.DecidingRule}");
            Line(text, $"  got {DispositionId.Of(miss.Actual)} by {string.Join(' ', miss.Rules)}");
            Line(
                text,
                $"  a clinician accepts {DispositionId.Of(miss.ClinicalMin)} to {DispositionId.Of(miss.ClinicalMax)}"
            );
        }
    }

    private static IEnumerable<string> ProblemsOf(CaseOutcome miss)
    {
        (bool Is, string Name)[] problems =
        [
            (miss.IsMissedEmergency, "emergency missed"),
            (miss.IsUnderTriage, "under-triage"),
            (miss.IsOverTriage, "over-triage"),
            (!miss.IsRuleHit, "deciding rule did not fire"),
            (miss.IsClinicallyUnder, "less urgent than a clinician accepts"),
            (miss.IsClinicallyOver, "more urgent than a clinician accepts"),
        ];
        return problems.Where(problem => problem.Is).Select(problem => problem.Name);
    }

    private static void WriteBadLines(StringBuilder text, CaseReport report)
    {
        if (report.BadLines.Count > 0)
        {
            Line(text, $"");
        }
        foreach (var error in report.BadLines)
        {
            Line(text, $"line {error.Line}: {error.Message}");
        }
    }

    private static string Cell(int count) =>
        count == 0 ? "    ." : count.ToString(CultureInfo.InvariantCulture).PadLeft(5);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
