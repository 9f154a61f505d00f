namespace SpasmBot.Clinical.Loading;

/// <summary>What rules.yaml gives to the protocol; blank where the file could not be read.</summary>
internal sealed record RulesFileContent(
    string Name,
    string Version,
    string UnsureNote,
    NotAnsweredRule NotAnswered,
    IReadOnlyDictionary<Disposition, DispositionText> Dispositions,
    IReadOnlyList<Rule> Rules,
    ExpressionNames Names
);

/// <summary>Reads rules.yaml.</summary>
internal static class RulesFile
{
    public const string Name = "rules.yaml";

    public static RulesFileContent Read(Fields? root, FindingsList findings)
    {
        if (root is null)
        {
            // Definitions are not known either: no name in another file can be called wrong.
            var anything = new ExpressionNames(findings: null);
            var blank = new NotAnsweredRule("", Disposition.Physio, "", "");
            return new RulesFileContent(
                "",
                "",
                "",
                blank,
                new Dictionary<Disposition, DispositionText>(),
                [],
                anything
            );
        }
        var names = DefinitionsReader.Read(root, findings);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var content = new RulesFileContent(
            root.Text("name"),
            root.Text("version"),
            ReadUnsureNote(root),
            ReadNotAnswered(root, ids),
            DispositionsReader.Read(root),
            RuleTable.Read(root, names, ids),
            names
        );
        root.Done();
        return content;
    }

    private static string ReadUnsureNote(Fields root)
    {
        var note = root.Text("unsure-note");
        if (note.Length > 0 && !note.Contains("{findings}", StringComparison.Ordinal))
        {
            root.ReportAt("unsure-note", "`unsure-note` must contain {findings}, which is replaced by their names");
        }
        return note;
    }

    private static NotAnsweredRule ReadNotAnswered(Fields root, HashSet<string> ids)
    {
        if (root.Below("not-answered", "not-answered") is not { } entry)
        {
            return new NotAnsweredRule("", Disposition.Physio, "", "");
        }
        var rule = new NotAnsweredRule(
            entry.Id("rule", ids),
            entry.OneOf("disposition", Words.Dispositions, Disposition.Physio, isRequired: true),
            entry.Text("reason"),
            entry.Text("source")
        );
        entry.Done();
        return rule;
    }
}
