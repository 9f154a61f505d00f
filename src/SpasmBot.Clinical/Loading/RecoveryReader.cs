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
        var weeks = ReadWeeks(entry);
        entry.Done();
        var numbers = new HashSet<int>();
        return new Recovery(text, source, [.. phases.Select(phase => ReadPhase(phase, numbers))]) { Weeks = weeks };
    }

    private static (int From, int To)? ReadWeeks(Fields entry)
    {
        if (!entry.Has("weeks-from") && !entry.Has("weeks-to"))
        {
            return null;
        }
        if (
            entry.Number("weeks-from") is { } from
            && entry.Number("weeks-to") is { } to
            && double.IsInteger(from)
            && double.IsInteger(to)
            && 0 < from
            && from <= to
        )
        {
            return ((int)from, (int)to);
        }
        entry.Report(entry.LineOf("weeks-from"), "`weeks-from` and `weeks-to` are whole weeks, the shorter time first");
        return null;
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
