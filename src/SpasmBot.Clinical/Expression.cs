using System.Globalization;

namespace SpasmBot.Clinical;

/// <summary>
/// A condition over findings and numbers, as a clinician writes it: <c>severe-belly-pain and (age &gt;= 60 or aorta-risk)</c>.
/// There is no "not": no finding ever takes urgency away (protocol, section 1).
/// </summary>
public abstract record Expression
{
    private Expression() { }

    /// <summary>The findings it names, each once, in the order of the text; definitions are expanded.</summary>
    public IReadOnlyList<string> Findings =>
        [.. Leaves(this).OfType<Has>().Select(has => has.Finding).Distinct(StringComparer.Ordinal)];

    /// <summary>The numbers it compares, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Numbers =>
        [.. Leaves(this).OfType<Compare>().Select(compare => compare.Number).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Expression> Leaves(Expression expression) =>
        expression switch
        {
            All all => all.Parts.SelectMany(Leaves),
            Any any => any.Parts.SelectMany(Leaves),
            _ => [expression],
        };

    /// <summary>True when the finding is there.</summary>
    public sealed record Has(string Finding) : Expression
    {
        public override string ToString() => Finding;
    }

    /// <summary>Compares a number; false when the number is not known.</summary>
    /// <param name="Number"><c>age</c>, <c>onsetDays</c>, <c>severity</c> or <c>ageAtOnset</c>.</param>
    public sealed record Compare(string Number, Comparison Comparison, double Value) : Expression
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Number} {Comparisons.Symbol(Comparison)} {Value}");
    }

    /// <summary>True when all parts are.</summary>
    public sealed record All(IReadOnlyList<Expression> Parts) : Expression
    {
        public override string ToString() =>
            string.Join(" and ", Parts.Select(part => part is Any ? $"({part})" : part.ToString()));
    }

    /// <summary>True when at least one part is.</summary>
    public sealed record Any(IReadOnlyList<Expression> Parts) : Expression
    {
        public override string ToString() => string.Join(" or ", Parts);
    }
}

/// <summary>How a number is compared.</summary>
public enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What comparisons look like and what they mean.</summary>
internal static class Comparisons
{
    public static string Symbol(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            _ => ">=",
        };

    public static Comparison Parse(string symbol) =>
        symbol switch
        {
            "<" => Comparison.Less,
            "<=" => Comparison.LessOrEqual,
            ">" => Comparison.Greater,
            ">=" => Comparison.GreaterOrEqual,
            _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, message: null),
        };

    public static bool Holds(this Comparison comparison, double number, double bound) =>
        comparison switch
        {
            Comparison.Less => number < bound,
            Comparison.LessOrEqual => number <= bound,
            Comparison.Greater => number > bound,
            _ => number >= bound,
        };
}
