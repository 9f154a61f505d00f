using System.Globalization;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Parser = Superpower.TokenListParser<
    SpasmBot.Clinical.Expressions.ExpressionToken,
    SpasmBot.Clinical.Expressions.ExpressionSyntax
>;

namespace SpasmBot.Clinical.Expressions;

/// <summary>The grammar of conditions: <c>and</c> binds tighter than <c>or</c>.</summary>
internal static class ExpressionGrammar
{
    // Reading goes as deep as the parentheses do, and a stack that runs over ends the whole server.
    private const int DeepestNesting = 50;

    private static readonly TokenListParser<ExpressionToken, (Comparison Comparison, double Value)> Bound =
        from comparison in Token.EqualTo(ExpressionToken.Comparison)
        from number in Token.EqualTo(ExpressionToken.Number)
        select (Comparisons.Parse(comparison.ToStringValue()), ParseNumber(number));

    private static readonly Parser NameOrComparison =
        from name in Token.EqualTo(ExpressionToken.Name)
        from bound in Bound.Select(b => ((Comparison Comparison, double Value)?)b).OptionalOrDefault()
        select bound is { } b
            ? (ExpressionSyntax)new ExpressionSyntax.Compare(name.ToStringValue(), name.Position, b.Comparison, b.Value)
            : new ExpressionSyntax.Name(name.ToStringValue(), name.Position);

    private static readonly Parser InParentheses =
        from open in Token.EqualTo(ExpressionToken.Open)
        from inner in Parse.Ref(() => Alternatives!)
        from close in Token.EqualTo(ExpressionToken.Close)
        select inner;

    private static readonly Parser Factor = InParentheses.Or(NameOrComparison);

    private static readonly Parser Conjunction = Factor
        .AtLeastOnceDelimitedBy(Token.EqualTo(ExpressionToken.And))
        .Select(parts => parts.Length == 1 ? parts[0] : new ExpressionSyntax.All(parts));

    private static readonly Parser Alternatives = Conjunction
        .AtLeastOnceDelimitedBy(Token.EqualTo(ExpressionToken.Or))
        .Select(parts => parts.Length == 1 ? parts[0] : new ExpressionSyntax.Any(parts));

    private static readonly Parser Whole = Alternatives.AtEnd();

    /// <summary>Reads the text; one of the two is null.</summary>
    public static (ExpressionSyntax? Syntax, ExpressionError? Error) Read(string text)
    {
        var tokens = ExpressionTokenizer.Instance.TryTokenize(text);
        if (!tokens.HasValue)
        {
            var sign = text[tokens.ErrorPosition.Absolute];
            return (null, ErrorAt(tokens.ErrorPosition, $"'{sign}' has no meaning in a condition"));
        }
        if (FindTooDeep(tokens.Value) is { } deep)
            return (null, ErrorAt(deep, $"parentheses stand more than {DeepestNesting} deep in each other"));
        var parsed = Whole.TryParse(tokens.Value);
        return parsed.HasValue ? (parsed.Value, null) : (null, Explain(text, tokens.Value, parsed));
    }

    private static Position? FindTooDeep(TokenList<ExpressionToken> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token.Kind == ExpressionToken.Open && ++depth > DeepestNesting)
                return token.Position;
            if (token.Kind == ExpressionToken.Close)
                depth--;
        }
        return null;
    }

    private static ExpressionError Explain(
        string text,
        TokenList<ExpressionToken> tokens,
        TokenListParserResult<ExpressionToken, ExpressionSyntax> result
    )
    {
        var isAtEnd = result.Remainder.IsAtEnd || !result.ErrorPosition.HasValue;
        var found = isAtEnd ? "the condition ends" : $"\"{result.Remainder.First().ToStringValue()}\" stands";
        var position = isAtEnd ? PositionAfter(text) : result.ErrorPosition;
        if (tokens.Any(token => token.Kind == ExpressionToken.Name && token.ToStringValue() == "not"))
        {
            return ErrorAt(position, "a condition has no \"not\": no answer ever takes urgency away");
        }
        return ErrorAt(position, $"{found} where {Expected(result)} was expected");
    }

    private static string Expected(TokenListParserResult<ExpressionToken, ExpressionSyntax> result)
    {
        var expected = (result.Expectations ?? []).Distinct(StringComparer.Ordinal).ToArray();
        return expected.Length == 0 ? "`and` or `or`" : string.Join(" or ", expected);
    }

    private static Position PositionAfter(string text)
    {
        var position = Position.Zero;
        return text.TrimEnd().Aggregate(position, (at, sign) => at.Advance(sign));
    }

    private static ExpressionError ErrorAt(Position position, string message) =>
        new(position.Line, position.Column, message);

    private static double ParseNumber(Token<ExpressionToken> token) =>
        double.Parse(token.ToStringValue(), CultureInfo.InvariantCulture);
}
