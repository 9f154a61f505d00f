namespace SpasmBot.Clinical.Loading;

/// <summary>Reads how long recovery takes.</summary>
internal static class RecoveryReader
{
    public static Recovery Read(Fields root)
    {
        if (root.Below("recovery", "recovery") is not { } entry)
        {
            return new Recovery("", "", []);
        }
        var text = entry.Text("text");
        var source = entry.Text("source");
        var phases = entry.Entries("phases", "phase", isRequired: false);
        entry.Done();
        var numbers = new HashSet<int>();
        return new Recovery(text, source, [.. phases.Select(phase => ReadPhase(phase, numbers))]);
    }

    private static RecoveryPhase ReadPhase(Fields entry, HashSet<int> numbers)
    {
        var number = 0;
        if (entry.Number("number") is { } given)
        {
            number = (int)given;
            entry.Title = $"phase {number}";
            if (given != numbers.Count + 1 || !numbers.Add(number))
            {
                entry.ReportAt("number", "phases are numbered 1, 2, 3 and so on");
            }
        }
        else if (!entry.Has("number"))
        {
            entry.Report(entry.Line, "`number` is missing");
        }
        var phase = new RecoveryPhase(number, entry.Text("title"), entry.Text("text"));
        entry.Done();
        return phase;
    }
}
