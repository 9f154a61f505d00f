namespace SpasmBot.Clinical.Loading;

/// <summary>Reads the names that stand for longer conditions.</summary>
internal static class DefinitionsReader
{
    public static ExpressionNames Read(Fields root, FindingsList findings)
    {
        var ids = findings.AreKnown ? findings.Ids : null;
        if (root.Item("definitions") is not { } item)
        {
            return new ExpressionNames(ids);
        }
        if (item is not YamlMap map)
        {
            root.Report(item.Line, "`definitions` must be names with conditions");
            return new ExpressionNames(ids);
        }
        var entries = new Fields(map, "", root.File, root.Errors);
        var texts = ReadTexts(entries, map, findings);
        var names = new ExpressionNames(ids, texts);
        foreach (var (name, error) in names.DefinitionErrors)
        {
            entries.Title = $"definition {name}";
            entries.ReportCondition(entries.LineOf(name), texts[name], error);
        }
        return names;
    }

    private static Dictionary<string, string> ReadTexts(Fields entries, YamlMap map, FindingsList findings)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal))
        {
            entries.Title = $"definition {entry.Key}";
            if (entries.Text(entry.Key) is { Length: > 0 } text)
            {
                texts.Add(entry.Key, text);
            }
            if (findings.Find(entry.Key) is not null)
            {
                entries.Report(entry.Line, "a finding has the same id; choose another name");
            }
            if (Words.Reserved.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
            {
                entries.Report(entry.Line, "this word has another meaning in conditions; choose another name");
            }
        }
        entries.Title = "definitions";
        entries.Done();
        return texts;
    }
}
