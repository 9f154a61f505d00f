using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>What is left of formulas for people who said this of one finding; what does not speak of it stays itself.</summary>
internal sealed class Assuming(string finding, Presence presence)
{
    private readonly Dictionary<Formula, Formula> _known = new(ReferenceEqualityComparer.Instance);

    public Formula In(Formula formula) =>
        _known.TryGetValue(formula, out var known) ? known : _known[formula] = Replace(formula);

    private Formula Replace(Formula formula)
    {
        switch (formula)
        {
            case Formula.Said said when said.Finding == finding:
                return presence >= said.AtLeast ? Formula.True : Formula.False;
            case Formula.All all:
                return Changed(all.Parts) is { } parts ? Formula.And(parts) : formula;
            case Formula.Any any:
                return Changed(any.Parts) is { } others ? Formula.Or(others) : formula;
            case Formula.Not not:
                return Changed([not.Part]) is [var part] ? Formula.Except(part) : formula;
            default:
                return formula;
        }
    }

    private Formula[]? Changed(IReadOnlyList<Formula> parts)
    {
        Formula[] changed = [.. parts.Select(In)];
        return changed.Zip(parts).Any(pair => !ReferenceEquals(pair.First, pair.Second)) ? changed : null;
    }
}
