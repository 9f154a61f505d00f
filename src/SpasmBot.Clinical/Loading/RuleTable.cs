namespace SpasmBot.Clinical.Loading;

/// <summary>Reads the table of rules.</summary>
internal static class RuleTable
{
    public static IReadOnlyList<Rule> Read(Fields root, ExpressionNames names, HashSet<string> ids)
    {
        var entries = root.Entries("rules", "rule");
        var rules = entries.Select(entry => ReadRule(entry, names, ids)).ToArray();
        if (entries.Count > 0)
        {
            CheckOtherwise(root, entries, rules);
        }
        return rules;
    }

    private static Rule ReadRule(Fields entry, ExpressionNames names, HashSet<string> ids)
    {
        var id = entry.Id("rule", ids);
        var text = entry.Text("when");
        var rule = new Rule
        {
            Id = id,
            When = IsOtherwise(text) ? null : entry.Condition("when", names),
            WhenText = text,
            Disposition = entry.OneOf("disposition", Words.Dispositions, Disposition.SelfCare, isRequired: true),
            Source = entry.Text("source"),
            Reason = entry.Text("reason"),
            IsCrisis = entry.Flag("crisis", fallback: false),
        };
        entry.Done();
        return rule;
    }

    private static void CheckOtherwise(Fields root, IReadOnlyList<Fields> entries, Rule[] rules)
    {
        var all = entries.Zip(rules).Where(pair => IsOtherwise(pair.Second.WhenText)).ToArray();
        if (all.Length == 0)
        {
            root.ReportAt("rules", $"one rule must have `when: {Words.Otherwise}`, for everybody no other rule fits");
            return;
        }
        foreach (var (entry, _) in all.Skip(1))
        {
            entry.ReportAt("when", $"only one rule can have `when: {Words.Otherwise}`");
        }
        var (first, otherwise) = all[0];
        if (all.Length == 1 && rules[^1] != otherwise)
        {
            first.ReportAt("when", $"the rule with `when: {Words.Otherwise}` must be the last one");
        }
        if (rules.Any(rule => rule.Disposition < otherwise.Disposition))
        {
            first.ReportAt(
                "disposition",
                "no rule may be less urgent than this one, or an answer more would make the advice less urgent"
            );
        }
    }

    private static bool IsOtherwise(string text) => text == Words.Otherwise;
}
