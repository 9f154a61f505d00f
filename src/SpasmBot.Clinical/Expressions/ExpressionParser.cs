using SpasmBot.Clinical.Expressions;

namespace SpasmBot.Clinical;

/// <summary>
/// Reads conditions such as <c>severe-belly-pain and (age &gt;= 60 or aorta-risk)</c>: findings, definitions,
/// comparisons of numbers, <c>and</c> (binds tighter), <c>or</c>, parentheses.
/// </summary>
public static class ExpressionParser
{
    /// <summary>Reads a condition; every unknown name is reported, a mistake in the grammar only once.</summary>
    public static ExpressionResult Parse(string text, ExpressionNames names)
    {
        var (syntax, error) = ExpressionGrammar.Read(text);
        if (syntax is null)
        {
            return new ExpressionResult(Expression: null, [error!]);
        }
        var binder = new ExpressionBinder(names);
        var expression = binder.Bind(syntax);
        return binder.Errors.Count == 0
            ? new ExpressionResult(expression, [])
            : new ExpressionResult(Expression: null, binder.Errors);
    }
}

/// <summary>A condition, or what is wrong with its text.</summary>
public sealed record ExpressionResult(Expression? Expression, IReadOnlyList<ExpressionError> Errors);

/// <summary>Something wrong at a place in the text of a condition; line and column begin at 1.</summary>
public sealed record ExpressionError(int Line, int Column, string Message);
