namespace SpasmBot.Clinical.Loading;

/// <summary>Reads conditions.yaml: what else it could be.</summary>
internal static class ConditionsFile
{
    public const string Name = "conditions.yaml";

    /// <summary>All conditions; their sections are checked unless <paramref name="sections"/> is null.</summary>
    public static IReadOnlyList<Condition> Read(Fields? root, ExpressionNames names, IReadOnlySet<string>? sections)
    {
        if (root is null)
        {
            return [];
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var entries = root.Entries("conditions", "condition", isRequired: false);
        root.Done();
        return [.. entries.Select(entry => ReadCondition(entry, ids, names, sections)).OfType<Condition>()];
    }

    private static Condition? ReadCondition(
        Fields entry,
        HashSet<string> ids,
        ExpressionNames names,
        IReadOnlySet<string>? sections
    )
    {
        var id = entry.Id("condition", ids);
        if (!entry.Has("when"))
        {
            entry.Report(entry.Line, "`when` is missing");
        }
        var when = entry.Condition("when", names);
        var text = entry.Text("text");
        var section = entry.Text("section");
        if (section.Length > 0 && sections?.Contains(section) == false)
        {
            var hint = Spelling.DidYouMean(section, sections);
            entry.ReportAt("section", $"there is no knowledge/{section}.md{hint}");
        }
        entry.Done();
        return when is null
            ? null
            : new Condition
            {
                Id = id,
                When = when,
                Text = text,
                Section = section,
            };
    }
}
