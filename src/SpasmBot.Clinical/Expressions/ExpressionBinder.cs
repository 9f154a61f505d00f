using Superpower.Model;

namespace SpasmBot.Clinical.Expressions;

/// <summary>Looks up the names of a condition: findings stay, definitions are replaced by what they stand for.</summary>
internal sealed class ExpressionBinder(ExpressionNames names)
{
    private readonly List<ExpressionError> _errors = [];

    public IReadOnlyList<ExpressionError> Errors => _errors;

    /// <summary>The condition; where <see cref="Errors"/> were found it is not to be used.</summary>
    public Expression Bind(ExpressionSyntax syntax) =>
        syntax switch
        {
            ExpressionSyntax.Name name => BindName(name),
            ExpressionSyntax.Compare compare => BindComparison(compare),
            ExpressionSyntax.All all => new Expression.All([.. all.Parts.Select(Bind).SelectMany(PartsOfAll)]),
            ExpressionSyntax.Any any => new Expression.Any([.. any.Parts.Select(Bind).SelectMany(PartsOfAny)]),
            _ => throw new InvalidOperationException($"{syntax} is no condition"),
        };

    private Expression BindName(ExpressionSyntax.Name name)
    {
        if (names.Definition(name.Text) is { } definition)
        {
            return definition;
        }
        if (ExpressionNames.IsNumber(name.Text))
        {
            Report(name.At, $"{name.Text} is a number: compare it, for example {name.Text} >= 60");
        }
        else if (!names.Knows(name.Text))
        {
            var candidates = names.FindingsAndDefinitions.Concat(ExpressionNames.Numbers);
            Report(
                name.At,
                $"{name.Text} is neither a finding nor a definition{Spelling.DidYouMean(name.Text, candidates)}"
            );
        }
        return new Expression.Has(name.Text);
    }

    private Expression.Compare BindComparison(ExpressionSyntax.Compare compare)
    {
        if (!ExpressionNames.IsNumber(compare.Number))
        {
            var hint = Spelling.DidYouMean(compare.Number, ExpressionNames.Numbers);
            var known = string.Join(", ", ExpressionNames.Numbers);
            Report(compare.At, $"only numbers can be compared ({known}), {compare.Number} is none{hint}");
        }
        return new Expression.Compare(compare.Number, compare.Comparison, compare.Value);
    }

    private void Report(Position at, string message) => _errors.Add(new ExpressionError(at.Line, at.Column, message));

    private static IReadOnlyList<Expression> PartsOfAll(Expression part) =>
        part is Expression.All all ? all.Parts : [part];

    private static IReadOnlyList<Expression> PartsOfAny(Expression part) =>
        part is Expression.Any any ? any.Parts : [part];
}
