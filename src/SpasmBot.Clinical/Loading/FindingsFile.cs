namespace SpasmBot.Clinical.Loading;

/// <summary>Reads findings.yaml.</summary>
internal static class FindingsFile
{
    public const string Name = "findings.yaml";

    public static FindingsList Read(Fields? root)
    {
        if (root is null)
        {
            return new FindingsList([], AreKnown: false);
        }
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = root.Entries("findings", "finding");
        root.Done();
        var read = entries.Select(entry => (Entry: entry, Finding: ReadFinding(entry, taken))).ToArray();
        var findings = new FindingsList([.. read.Select(pair => pair.Finding)], AreKnown: read.Length > 0);
        foreach (var (entry, finding) in read)
        {
            entry.CheckFindings(entry.Texts("implies"), findings);
            CheckCircle(entry, finding, findings);
            entry.Done();
        }
        return findings;
    }

    private static FindingDefinition ReadFinding(Fields entry, HashSet<string> taken)
    {
        var id = entry.Id("finding", taken);
        if (Words.Reserved.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            entry.ReportAt("id", "this word has another meaning in conditions; choose another id");
        }
        var group = entry.OneOf("group", Words.Groups, "", isRequired: true);
        var isEmergencySign = group == Words.EmergencySigns;
        var finding = new FindingDefinition
        {
            Id = id,
            Group = group,
            Label = entry.Text("label"),
            Term = entry.Text("term"),
            Definition = entry.Text("definition"),
            Unsure = entry.OneOf(
                "unsure",
                Words.UnsureMeanings,
                isEmergencySign ? UnsureMeaning.Counts : UnsureMeaning.Limited
            ),
            Implies = [.. entry.Texts("implies").Select(text => text.Value)],
            Ask = entry.OptionalText("ask"),
            Why = entry.OptionalText("why"),
        };
        CheckPreciseQuestion(entry, isEmergencySign);
        return finding;
    }

    private static void CheckPreciseQuestion(Fields entry, bool isEmergencySign)
    {
        if (isEmergencySign && !entry.Has("ask"))
        {
            entry.Report(entry.Line, "an emergency sign needs `ask`, the precise yes or no question");
        }
        if ((isEmergencySign || entry.Has("ask")) && !entry.Has("why"))
        {
            entry.Report(entry.Line, "the precise question needs `why`, the reason for asking it");
        }
    }

    private static void CheckCircle(Fields entry, FindingDefinition finding, FindingsList findings)
    {
        var path = new List<string> { finding.Id };
        if (FindsItself(finding.Id, finding, path, findings))
        {
            entry.ReportAt("implies", $"`implies` goes in a circle: {string.Join(" -> ", path)}");
        }
    }

    private static bool FindsItself(string start, FindingDefinition at, List<string> path, FindingsList findings)
    {
        foreach (var next in at.Implies)
        {
            if (next == start)
            {
                path.Add(next);
                return true;
            }
            if (!path.Contains(next, StringComparer.Ordinal) && findings.Find(next) is { } implied)
            {
                path.Add(next);
                if (FindsItself(start, implied, path, findings))
                {
                    return true;
                }
                path.RemoveAt(path.Count - 1);
            }
        }
        return false;
    }
}
