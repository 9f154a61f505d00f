namespace SpasmBot.Clinical.Loading;

/// <summary>Reads what is said of each disposition.</summary>
internal static class DispositionsReader
{
    public static IReadOnlyDictionary<Disposition, DispositionText> Read(Fields root)
    {
        var texts = new Dictionary<Disposition, DispositionText>();
        var entries = root.Entries("dispositions", "disposition");
        foreach (var entry in entries)
        {
            if (ReadOne(entry) is { } text && !texts.TryAdd(text.Disposition, text))
            {
                entry.ReportAt("id", "the disposition is given twice");
            }
        }
        if (entries.Count > 0)
        {
            ReportMissing(root, entries);
        }
        return texts;
    }

    private static DispositionText? ReadOne(Fields entry)
    {
        if (entry.Has("id"))
        {
            entry.Title = $"disposition {entry.Text("id")}".TrimEnd();
        }
        var id = entry.OneOf("id", Words.Dispositions.ToDictionary(p => p.Key, p => (Disposition?)p.Value), null, true);
        var title = entry.Text("title");
        var target = entry.Text("target");
        var whenToBook = entry.Text("when-to-book");
        var days = ReadDays(entry);
        entry.Done();
        return id is { } disposition ? new DispositionText(disposition, title, target, days, whenToBook) : null;
    }

    private static int? ReadDays(Fields entry)
    {
        const string key = "book-within-days";
        var days = entry.Number(key);
        if (days is { } given && (given is < 0 or > 365 || !double.IsInteger(given)))
        {
            entry.ReportAt(key, $"`{key}` must be a whole number of days from 0 to 365; leave it out for no date");
            return null;
        }
        return (int?)days;
    }

    private static void ReportMissing(Fields root, IReadOnlyList<Fields> entries)
    {
        var given = entries
            .Where(entry => entry.Has("id"))
            .Select(entry => entry.Text("id"))
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var missing in Words.Dispositions.Where(pair => !given.Contains(pair.Key)).OrderByDescending(p => p.Value)
        )
        {
            root.ReportAt("dispositions", $"the disposition {missing.Key} is missing");
        }
    }
}
