using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>How surely a condition has to hold (protocol, section 1), as formulas over what was said.</summary>
internal enum Surety
{
    /// <summary>Any "not sure" that counts at all is taken as present.</summary>
    WithUnsure,

    /// <summary>Only a "not sure" about an emergency sign or pregnancy is taken as present.</summary>
    WithCountedUnsure,

    /// <summary>Only what is present counts.</summary>
    Present,
}

/// <summary>Turns conditions into formulas; written from the protocol, apart from the code that decides.</summary>
internal sealed class Meaning(Protocol protocol)
{
    private readonly ILookup<string, string> _impliers = ImpliersOf(protocol);

    public Formula Of(Expression expression, Surety surety) =>
        expression switch
        {
            Expression.Has has => Of(has.Finding, surety),
            Expression.Compare compare => new Formula.Number(compare.Number, compare.Comparison, compare.Value),
            Expression.All all => Formula.And(all.Parts.Select(part => Of(part, surety))),
            Expression.Any any => Formula.Or(any.Parts.Select(part => Of(part, surety))),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, message: null),
        };

    /// <summary>The finding was said, or one that brings it along.</summary>
    private Formula Of(string finding, Surety surety)
    {
        var unsure = protocol.FindFinding(finding)?.Unsure ?? UnsureMeaning.Ignored;
        var counts =
            unsure == UnsureMeaning.Counts
                ? surety <= Surety.WithCountedUnsure
                : unsure == UnsureMeaning.Limited && surety == Surety.WithUnsure;
        var atLeast = counts ? Presence.Unsure : Presence.Present;
        return Formula.Or(_impliers[finding].Prepend(finding).Select(id => new Formula.Said(id, atLeast)));
    }

    /// <summary>Pairs of what is implied and what implies it, directly or through others.</summary>
    private static ILookup<string, string> ImpliersOf(Protocol protocol)
    {
        var pairs = protocol
            .Findings.SelectMany(finding => finding.Implies.Select(implied => (implied, finding.Id)))
            .ToHashSet();
        while (true)
        {
            var further = (
                from one in pairs
                from next in pairs
                where one.Id == next.implied && !pairs.Contains((one.implied, next.Id))
                select (one.implied, next.Id)
            ).ToArray();
            if (further.Length == 0)
            {
                return pairs.ToLookup(pair => pair.implied, pair => pair.Id, StringComparer.Ordinal);
            }
            pairs.UnionWith(further);
        }
    }
}
