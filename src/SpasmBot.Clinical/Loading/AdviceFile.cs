using System.Collections.Frozen;

namespace SpasmBot.Clinical.Loading;

/// <summary>Reads advice.yaml: the advice itself and how long recovery takes.</summary>
internal static class AdviceFile
{
    public const string Name = "advice.yaml";

    private static readonly AdviceKind[] NeededEverywhere = [AdviceKind.Do, AdviceKind.DoNot, AdviceKind.SafetyNet];

    private static readonly FrozenSet<Disposition> All = Enum.GetValues<Disposition>().ToFrozenSet();

    private static readonly FrozenSet<Disposition> BelowEmergency = All.Where(d => d < Disposition.Emergency)
        .ToFrozenSet();

    private static readonly FrozenSet<Disposition> AtOnce = All.Where(d => d >= Disposition.Emergency).ToFrozenSet();

    public static (IReadOnlyList<AdviceItem> Advice, Recovery Recovery) Read(Fields? root, ExpressionNames names)
    {
        if (root is null)
        {
            return ([], new Recovery("", "", []));
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var entries = root.Entries("advice", "advice");
        var advice = entries.Select(entry => ReadItem(entry, ids, names)).ToArray();
        if (entries.Count > 0)
        {
            CheckEveryDisposition(root, advice);
        }
        var recovery = RecoveryReader.Read(root);
        root.Done();
        return (advice, recovery);
    }

    private static AdviceItem ReadItem(Fields entry, HashSet<string> ids, ExpressionNames names)
    {
        var id = entry.Id("advice", ids);
        var kind = entry.OneOf("kind", Words.AdviceKinds, AdviceKind.Do, isRequired: true);
        var item = new AdviceItem
        {
            Id = id,
            Kind = kind,
            Dispositions = entry.ManyOf("dispositions", Words.Dispositions)?.ToFrozenSet() ?? UsualFor(kind),
            When = entry.Condition("when", names),
            Text = entry.Text("text"),
            Source = entry.Text("source"),
        };
        entry.Done();
        return item;
    }

    private static FrozenSet<Disposition> UsualFor(AdviceKind kind) =>
        kind switch
        {
            AdviceKind.SafetyNet => All,
            AdviceKind.WhileWaiting => AtOnce,
            _ => BelowEmergency,
        };

    private static void CheckEveryDisposition(Fields root, AdviceItem[] advice)
    {
        foreach (var (id, disposition) in Words.Dispositions.OrderByDescending(pair => pair.Value))
        {
            var given = advice
                .Where(item => item.When is null && item.Dispositions.Contains(disposition))
                .Select(item => item.Kind)
                .ToHashSet();
            foreach (var kind in NeededEverywhere.Where(kind => !given.Contains(kind)))
            {
                root.ReportAt(
                    "advice",
                    $"the disposition {id} has no advice of kind {Words.NameOf(kind)} that is shown to everybody"
                );
            }
        }
    }
}
