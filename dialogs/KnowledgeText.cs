using System.Text.RegularExpressions;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>A section of the knowledge as plain text: not every client of the chat shows Markdown.</summary>
internal static partial class KnowledgeText
{
    private const int Columns = 2;

    /// <summary>The short answer and then the longer one.</summary>
    public static string InFull(KnowledgeSection section) => $"{section.Short}\n\n{Plain(section.Text)}";

    private static string Plain(string markdown)
    {
        var lines = markdown.Split('\n');
        var shown = lines.Where((line, at) => !IsRule(line) && !(at + 1 < lines.Length && IsRule(lines[at + 1])));
        return string.Join('\n', shown.Select(PlainLine));
    }

    // The line under the head of a table; the head says what each column is, which "name: what it does" needs no more.
    private static bool IsRule(string line) => TableRule().IsMatch(line);

    private static string PlainLine(string line)
    {
        var cells = line.StartsWith('|') ? line.Trim('|', ' ').Split('|', Columns, StringSplitOptions.TrimEntries) : [];
        var text =
            cells.Length == Columns ? $"• {cells[0]}: {cells[1]}"
            : line.StartsWith("- ", StringComparison.Ordinal) ? $"• {line[2..]}"
            : line;
        return text.Replace("**", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\|[\s:|-]+\|\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableRule();
}
