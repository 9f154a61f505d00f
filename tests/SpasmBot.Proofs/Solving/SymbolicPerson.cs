using Google.OrTools.Sat;
using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;

namespace SpasmBot.Proofs.Solving;

/// <summary>The numbers of any person at all, as variables.</summary>
public sealed class SymbolicNumbers
{
    private readonly Dictionary<string, (BoolVar IsKnown, IntVar Value)> _numbers = new(StringComparer.Ordinal);
    private readonly NumberGrid _grid;
    private readonly CpModel _model;

    public SymbolicNumbers(CpModel model, NumberGrid grid)
    {
        (_model, _grid) = (model, grid);
        foreach (var range in NumberRange.All)
        {
            var stride = grid.StrideOf(range.Name);
            var steps = model.NewIntVar(0, (long)range.Max * grid.StepsOf(range.Name) / stride, range.Name);
            _numbers[range.Name] = (model.NewBoolVar($"{range.Name} known"), steps);
        }
    }

    /// <summary>Which numbers are known, to ask for an example with as few as possible.</summary>
    public IEnumerable<BoolVar> Known => _numbers.Values.Select(number => number.IsKnown);

    /// <summary>True exactly when the number is known and compares so.</summary>
    public BoolVar Compare(Formula.Number number)
    {
        var (known, value) = Read(number.Name);
        var bound = (long)decimal.Round((decimal)number.Bound * _grid.StepsOf(number.Name));
        var compares = _model.NewBoolVar("");
        var (yes, no) = number.Comparison switch
        {
            Comparison.Less => (value < bound, value >= bound),
            Comparison.LessOrEqual => (value <= bound, value > bound),
            Comparison.Greater => (value > bound, value <= bound),
            _ => (value >= bound, value < bound),
        };
        _model.Add(yes).OnlyEnforceIf(compares);
        _model.Add(no).OnlyEnforceIf(compares.Not());
        var both = _model.NewBoolVar("");
        _model.AddBoolAnd([.. known, compares]).OnlyEnforceIf(both);
        _model.AddBoolOr([both, compares.Not(), .. known.Select(one => one.Not())]);
        return both;
    }

    /// <summary>The numbers of a solution.</summary>
    public Findings Add(Findings findings, CpSolver solver) =>
        _numbers
            .Where(pair => solver.BooleanValue(pair.Value.IsKnown))
            .Aggregate(
                findings,
                (all, pair) =>
                    all.WithNumber(
                        pair.Key,
                        _grid.ValueOf(pair.Key, solver.Value(pair.Value.Value) * _grid.StrideOf(pair.Key))
                    )
            );

    /// <summary>Makes the numbers those of one person.</summary>
    public void Fix(Findings findings)
    {
        double?[] values = [findings.Age, findings.OnsetDays, findings.Severity];
        foreach (var (range, value) in NumberRange.All.Zip(values))
        {
            var (known, steps) = _numbers[range.Name];
            _model.Add(known == (value is null ? 0 : 1));
            _model.Add(
                steps == (long)Math.Round((value ?? 0) * _grid.StepsOf(range.Name)) / _grid.StrideOf(range.Name)
            );
        }
    }

    private (IReadOnlyList<BoolVar> Known, LinearExpr Value) Read(string name)
    {
        if (name != "ageAtOnset")
        {
            var (isKnown, value) = _numbers[name];
            return ([isKnown], value * _grid.StrideOf(name));
        }
        var (age, days) = (_numbers["age"], _numbers["onsetDays"]);
        return ([age.IsKnown, days.IsKnown], age.Value * _grid.StrideOf("age") - days.Value);
    }
}

/// <summary>Any person at all, as variables: what was said of each finding, the numbers, and whether a screen was skipped.</summary>
public sealed class SymbolicPerson
{
    private const int Doubt = 3;

    private readonly Dictionary<string, (BoolVar AtLeastUnsure, BoolVar Present)> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<Formula, ILiteral> _literals = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Formula, ILiteral> _leaves = [];
    private readonly CpModel _model;
    private readonly Protocol _protocol;

    public SymbolicPerson(CpModel model, Protocol protocol, SymbolicNumbers numbers)
    {
        (_model, _protocol, Numbers) = (model, protocol, numbers);
        foreach (var finding in protocol.Findings)
        {
            var (unsure, present) = (model.NewBoolVar($"{finding.Id}?"), model.NewBoolVar(finding.Id));
            model.AddImplication(present, unsure);
            _said[finding.Id] = (unsure, present);
        }
        IsSkipped = model.NewBoolVar("skipped");
    }

    public SymbolicNumbers Numbers { get; }

    /// <summary>A guarded question was skipped.</summary>
    public BoolVar IsSkipped { get; }

    /// <summary>
    /// How much was said, to ask for an example with as little as possible: a yes before a "not sure" or a number.
    /// </summary>
    public LinearExpr Size =>
        LinearExpr.Sum(_said.Values.Select(said => said.AtLeastUnsure * Doubt - said.Present))
        + LinearExpr.Sum(Numbers.Known) * Doubt
        + IsSkipped * Doubt;

    /// <summary>The variable of one finding: not sure or present, or present.</summary>
    public BoolVar Said(string finding, Presence atLeast) =>
        atLeast == Presence.Present ? _said[finding].Present : _said[finding].AtLeastUnsure;

    /// <summary>A variable that is true exactly when the formula holds for this person.</summary>
    public ILiteral Literal(Formula formula)
    {
        if (_literals.TryGetValue(formula, out var known))
        {
            return known;
        }
        return _literals[formula] = formula switch
        {
            Formula.Said said => Said(said.Finding, said.AtLeast),
            Formula.Skipped => IsSkipped,
            Formula.Number number => Leaf(number),
            Formula.Not not => Literal(not.Part).Not(),
            Formula.All { Parts: [var one] } => Literal(one),
            Formula.Any { Parts: [var one] } => Literal(one),
            Formula.All all => Conjunction([.. all.Parts.Select(Literal)]),
            Formula.Any any => Conjunction([.. any.Parts.Select(part => Literal(part).Not())]).Not(),
            _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, message: null),
        };
    }

    /// <summary>The person of a solution; a skipped screen is the first one that is guarded.</summary>
    public Findings Read(CpSolver solver)
    {
        var findings = Numbers.Add(Findings.None, solver);
        foreach (var (id, said) in _said)
        {
            findings =
                solver.BooleanValue(said.Present) ? findings.With(id, Presence.Present)
                : solver.BooleanValue(said.AtLeastUnsure) ? findings.With(id, Presence.Unsure)
                : findings;
        }
        var guarded = _protocol.Questions.FirstOrDefault(question => question.IsGuarded)?.Id;
        return solver.BooleanValue(IsSkipped) && guarded is not null
            ? findings with
            {
                NotAnswered = [guarded],
            }
            : findings;
    }

    /// <summary>Makes this person one whose findings are known.</summary>
    public void Fix(Findings findings)
    {
        foreach (var (id, said) in _said)
        {
            var presence = findings[id] ?? Presence.Absent;
            _model.Add(said.AtLeastUnsure == (presence >= Presence.Unsure ? 1 : 0));
            _model.Add(said.Present == (presence == Presence.Present ? 1 : 0));
        }
        _model.Add(
            IsSkipped == (findings.NotAnswered.Any(id => _protocol.FindQuestion(id)?.IsGuarded == true) ? 1 : 0)
        );
        Numbers.Fix(findings);
    }

    private ILiteral Leaf(Formula.Number number) =>
        _leaves.TryGetValue(number, out var known) ? known : _leaves[number] = Numbers.Compare(number);

    private BoolVar Conjunction(ILiteral[] parts)
    {
        var all = _model.NewBoolVar("");
        _model.AddBoolAnd(parts).OnlyEnforceIf(all);
        _model.AddBoolOr([all, .. parts.Select(part => part.Not())]);
        return all;
    }
}
