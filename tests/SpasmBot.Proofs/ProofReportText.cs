using System.Text;

namespace SpasmBot.Proofs;

/// <summary>Writes a report for a terminal, and as the file that the protocol carries.</summary>
public static class ProofReportText
{
    /// <summary>For a person to read.</summary>
    public static string ForReading(ProofReport report)
    {
        var text = new StringBuilder();
        foreach (var proof in report.Proofs)
        {
            text.Append(proof.Holds ? "proved   " : "REFUTED  ").Append(proof.Claim).Append('\n');
            foreach (var example in proof.CounterExamples)
            {
                text.Append("         ").Append(example).Append('\n');
            }
        }
        text.Append("\nWhat can never do anything: ").Append(report.Idle.Count == 0 ? "nothing" : "").Append('\n');
        foreach (var sentence in report.Idle)
        {
            text.Append("         ").Append(sentence).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The text of proofs.yaml.</summary>
    public static string ForTheProtocol(ProofReport report)
    {
        var text = new StringBuilder();
        text.Append("# Written by `dotnet run --project tests/SpasmBot.Proofs -- --write`, never by hand.\n");
        text.Append("fingerprint: ").Append(Quote(report.Fingerprint)).Append('\n');
        text.Append("proofs:\n");
        foreach (var proof in report.Proofs)
        {
            text.Append("  - id: ").Append(proof.Id).Append('\n');
            text.Append("    claim: ").Append(Quote(proof.Claim)).Append('\n');
            text.Append("    how: ").Append(Quote(proof.How)).Append('\n');
            text.Append("    holds: ").Append(proof.Holds ? "true" : "false").Append('\n');
            AppendList(text, "    counter-examples:", "      - ", proof.CounterExamples);
        }
        AppendList(text, "idle:", "  - ", report.Idle);
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string key, string dash, IReadOnlyList<string> items)
    {
        text.Append(key).Append(items.Count == 0 ? " []\n" : "\n");
        foreach (var item in items)
        {
            text.Append(dash).Append(Quote(item)).Append('\n');
        }
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
