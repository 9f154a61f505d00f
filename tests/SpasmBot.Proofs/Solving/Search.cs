using Google.OrTools.Sat;
using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;

namespace SpasmBot.Proofs.Solving;

/// <summary>Two people with the same numbers, of whom the second said the same or more.</summary>
public sealed record Pair(Findings Before, Findings After);

/// <summary>
/// Looks among all possible people for one of whom a formula holds. The solver is run to the end: no answer means
/// that there is none, and one that gives up is an error.
/// </summary>
public sealed class Search(ProtocolModel model)
{
    /// <summary>One worker and a fixed seed: the same examples on every machine.</summary>
    private const string Repeatable = "num_workers:1,random_seed:1";

    /// <summary>In the solver's own measure of work, about a second each.</summary>
    private const int Effort = 1;

    private readonly NumberGrid _exact = NumberGrid.Exact(BoundsOf(model.Protocol));

    /// <summary>How often the solver was asked.</summary>
    public int Count { get; private set; }

    /// <summary>A person of whom the formula holds, with little said; null when there is none.</summary>
    public Findings? Find(Formula wanted) => Find(wanted, isSmall: true);

    /// <summary>Any person of whom the formula holds; null when there is none.</summary>
    public Findings? FindAny(Formula wanted) => Find(wanted, isSmall: false);

    private Findings? Find(Formula wanted, bool isSmall)
    {
        // An example in whole years and days reads better; that there is none must hold for all numbers.
        return On(NumberGrid.Whole) ?? On(_exact);

        Findings? On(NumberGrid grid)
        {
            var problem = new CpModel();
            var person = new SymbolicPerson(problem, model.Protocol, new SymbolicNumbers(problem, grid));
            problem.AddBoolAnd([person.Literal(wanted)]);
            return Solve(problem, isSmall ? person.Size : null) is { } solver ? person.Read(solver) : null;
        }
    }

    /// <summary>
    /// Two people with the same numbers, of whom the second said at least as much of every finding and skipped at
    /// least as much, one formula holds of the first and another of the second; null when there are none.
    /// </summary>
    public Pair? FindPair(Formula before, Formula after)
    {
        return On(NumberGrid.Whole) ?? On(_exact);

        Pair? On(NumberGrid grid)
        {
            var problem = new CpModel();
            var numbers = new SymbolicNumbers(problem, grid);
            var first = new SymbolicPerson(problem, model.Protocol, numbers);
            var second = new SymbolicPerson(problem, model.Protocol, numbers);
            foreach (var finding in model.Protocol.Findings)
            {
                problem.AddImplication(
                    first.Said(finding.Id, Presence.Unsure),
                    second.Said(finding.Id, Presence.Unsure)
                );
                problem.AddImplication(
                    first.Said(finding.Id, Presence.Present),
                    second.Said(finding.Id, Presence.Present)
                );
            }
            problem.AddImplication(first.IsSkipped, second.IsSkipped);
            problem.AddBoolAnd([first.Literal(before), second.Literal(after)]);
            return Solve(problem, first.Size + second.Size) is { } solver
                ? new Pair(first.Read(solver), second.Read(solver))
                : null;
        }
    }

    /// <summary>Which of the formulas the solver's own model finds true of one person.</summary>
    public IReadOnlyList<bool> Ask(Findings findings, IReadOnlyList<Formula> formulas)
    {
        var problem = new CpModel();
        var person = new SymbolicPerson(problem, model.Protocol, new SymbolicNumbers(problem, _exact));
        person.Fix(findings);
        var literals = formulas.Select(person.Literal).ToArray();
        var solver = Solve(problem, size: null) ?? throw new InvalidOperationException("The person is in no model.");
        return [.. literals.Select(solver.BooleanValue)];
    }

    /// <summary>Whether there is a solution is always settled; a small one is looked for with bounded effort.</summary>
    private CpSolver? Solve(CpModel problem, LinearExpr? size)
    {
        Count++;
        var solver = new CpSolver { StringParameters = Repeatable };
        switch (solver.Solve(problem))
        {
            case CpSolverStatus.Infeasible:
                return null;
            case CpSolverStatus.Optimal or CpSolverStatus.Feasible:
                return size is null ? solver : Smaller(problem, size) ?? solver;
            case var status:
                throw new InvalidOperationException($"The solver gave up: {status}.");
        }
    }

    private static CpSolver? Smaller(CpModel problem, LinearExpr size)
    {
        problem.Minimize(size);
        var solver = new CpSolver { StringParameters = $"{Repeatable},max_deterministic_time:{Effort}" };
        return solver.Solve(problem) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? solver : null;
    }

    private static IEnumerable<double> BoundsOf(Protocol protocol) =>
        protocol
            .Rules.Select(rule => rule.When)
            .Concat(protocol.Advice.Select(item => item.When))
            .Concat(protocol.Conditions.Select(condition => condition.When))
            .Concat(protocol.Questions.Select(question => question.When))
            .Concat(protocol.Questions.SelectMany(question => question.Options).Select(option => option.When))
            .OfType<Expression>()
            .SelectMany(Bounds);

    private static IEnumerable<double> Bounds(Expression expression) =>
        expression switch
        {
            Expression.Compare compare => [compare.Value],
            Expression.All all => all.Parts.SelectMany(Bounds),
            Expression.Any any => any.Parts.SelectMany(Bounds),
            _ => [],
        };
}
