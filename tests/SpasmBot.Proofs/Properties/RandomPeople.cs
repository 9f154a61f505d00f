using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Properties;

/// <summary>Random people: few findings or many, numbers often at a threshold, just beside it or unknown.</summary>
public sealed class RandomPeople(Protocol protocol, int seed)
{
    private readonly Random _random = new(seed);
    private readonly string[] _questions = [.. protocol.Questions.Select(question => question.Id)];
    private readonly ILookup<string, double> _bounds = protocol
        .Rules.Select(rule => rule.When)
        .OfType<Expression>()
        .SelectMany(Comparisons)
        .ToLookup(compare => compare.Number, compare => compare.Value, StringComparer.Ordinal);

    public Findings Next()
    {
        var findings = NumberRange.All.Aggregate(
            Findings.None,
            (all, range) => all.WithNumber(range.Name, Number(range))
        );
        // Squared, so that many have few findings: then the less urgent rules decide.
        var share = Math.Pow(_random.NextDouble(), 3) * 0.6;
        foreach (var finding in protocol.Findings.Where(_ => _random.NextDouble() < share))
        {
            findings = findings.With(finding.Id, (Presence)_random.Next(3));
        }
        return _random.Next(5) == 0
            ? findings with
            {
                NotAnswered = [_questions[_random.Next(_questions.Length)]],
            }
            : findings;
    }

    private double? Number(NumberRange range)
    {
        double[] bounds = [.. _bounds[range.Name]];
        var value = _random.Next(4) switch
        {
            0 => (double?)null,
            1 when bounds.Length > 0 => bounds[_random.Next(bounds.Length)] + (_random.Next(3) - 1) * 0.25,
            2 => _random.Next((int)Math.Min(range.Max, 150) + 1),
            _ => Math.Round(_random.NextDouble() * Math.Min(range.Max, 20_000), 2),
        };
        return value is { } number ? Math.Clamp(number, range.Min, range.Max) : null;
    }

    private static IEnumerable<Expression.Compare> Comparisons(Expression expression) =>
        expression switch
        {
            Expression.Compare compare => [compare],
            Expression.All all => all.Parts.SelectMany(Comparisons),
            Expression.Any any => any.Parts.SelectMany(Comparisons),
            _ => [],
        };
}
