using System.Globalization;
using System.Text;

namespace SpasmBot.Clinical;

/// <summary>Writes a <see cref="ProtocolReport"/> for a terminal.</summary>
public static class ProtocolReportText
{
    /// <summary>Counts, the rules of each disposition, and what leads nowhere.</summary>
    public static string Write(ProtocolReport report)
    {
        var text = new StringBuilder();
        Line(text, $"{report.Name}, version {report.Version}");
        Line(text, $"");
        foreach (var count in report.Counts)
        {
            var parts = string.Join(", ", count.Parts.Select(part => $"{part.Name} {part.Count}"));
            Line(text, $"{count.Name, -20}{count.Count, 5}{(parts.Length == 0 ? "" : $"   {parts}")}");
        }
        Line(text, $"");
        foreach (var (disposition, rules) in report.Rules)
        {
            Line(text, $"{DispositionId.Of(disposition), -20}{rules.Count, 5}   {string.Join(' ', rules)}");
        }
        Line(text, $"");
        Line(text, $"Proofs:");
        foreach (var sentence in report.Proofs)
        {
            Line(text, $"  {sentence}");
        }
        WriteFindings(text, "Findings that nobody can bring: no question, no phrase", report.Unreachable);
        WriteFindings(text, "Questions whose answers change nothing", report.QuestionsInVain);
        WriteFindings(text, "Findings that nothing uses", report.UsedNowhere);
        WriteFindings(text, "Findings that no question asks", report.NotAsked);
        WriteFindings(text, "Findings that are asked but change nothing", report.AskedInVain);
        return text.ToString();
    }

    private static void WriteFindings(StringBuilder text, string title, IReadOnlyList<string> ids)
    {
        Line(text, $"");
        Line(text, $"{title}: {(ids.Count == 0 ? "none" : ids.Count)}");
        foreach (var id in ids)
        {
            Line(text, $"  {id}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
