using Superpower;
using Superpower.Display;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace SpasmBot.Clinical.Expressions;

/// <summary>The words and signs a condition is made of; the descriptions are what errors say was expected.</summary>
internal enum ExpressionToken
{
    [Token(Example = "(")]
    Open,

    [Token(Example = ")")]
    Close,

    [Token(Example = "and")]
    And,

    [Token(Example = "or")]
    Or,

    [Token(Description = "a comparison (< <= > >=)")]
    Comparison,

    [Token(Description = "a number")]
    Number,

    [Token(Description = "a name")]
    Name,
}

internal static class ExpressionTokenizer
{
    public static Tokenizer<ExpressionToken> Instance { get; } =
        new TokenizerBuilder<ExpressionToken>()
            .Ignore(Span.WhiteSpace)
            .Match(Character.EqualTo('('), ExpressionToken.Open)
            .Match(Character.EqualTo(')'), ExpressionToken.Close)
            .Match(Span.Regex("[<>]=?"), ExpressionToken.Comparison)
            .Match(Span.EqualTo("and"), ExpressionToken.And, requireDelimiters: true)
            .Match(Span.EqualTo("or"), ExpressionToken.Or, requireDelimiters: true)
            .Match(Span.Regex("[0-9]+(\\.[0-9]+)?"), ExpressionToken.Number, requireDelimiters: true)
            .Match(Span.Regex("[A-Za-z][A-Za-z0-9-]*"), ExpressionToken.Name, requireDelimiters: true)
            .Build();
}
