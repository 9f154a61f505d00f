using Superpower.Model;

namespace SpasmBot.Clinical.Expressions;

/// <summary>A condition as it was written: names are not looked up yet, and know where they stand.</summary>
internal abstract record ExpressionSyntax
{
    public sealed record Name(string Text, Position At) : ExpressionSyntax;

    public sealed record Compare(string Number, Position At, Comparison Comparison, double Value) : ExpressionSyntax;

    public sealed record All(IReadOnlyList<ExpressionSyntax> Parts) : ExpressionSyntax;

    public sealed record Any(IReadOnlyList<ExpressionSyntax> Parts) : ExpressionSyntax;
}
