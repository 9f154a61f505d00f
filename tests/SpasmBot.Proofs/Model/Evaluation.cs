using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>Evaluates formulas for one person, without the solver and without the code that decides.</summary>
public sealed class Evaluation(Protocol protocol, Findings findings)
{
    private const double DaysInYear = 365;

    private readonly bool _skipped = findings.NotAnswered.Any(id => protocol.FindQuestion(id)?.IsGuarded == true);

    private readonly Dictionary<Formula, bool> _known = new(ReferenceEqualityComparer.Instance);

    public bool Holds(Formula formula) =>
        _known.TryGetValue(formula, out var known) ? known : _known[formula] = Evaluate(formula);

    private bool Evaluate(Formula formula) =>
        formula switch
        {
            Formula.Said said => (findings[said.Finding] ?? Presence.Absent) >= said.AtLeast,
            Formula.Number number => Compares(number),
            Formula.Skipped => _skipped,
            Formula.All all => all.Parts.All(Holds),
            Formula.Any any => any.Parts.Any(Holds),
            Formula.Not not => !Holds(not.Part),
            _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, message: null),
        };

    private bool Compares(Formula.Number number)
    {
        double? value = number.Name switch
        {
            "age" => findings.Age,
            "onsetDays" => findings.OnsetDays,
            "severity" => findings.Severity,
            "ageAtOnset" => findings.Age - findings.OnsetDays / DaysInYear,
            _ => null,
        };
        return number.Comparison switch
        {
            Comparison.Less => value < number.Bound,
            Comparison.LessOrEqual => value <= number.Bound,
            Comparison.Greater => value > number.Bound,
            _ => value >= number.Bound,
        };
    }
}
