using System.Collections.Frozen;
using SpasmBot.Clinical.Expressions;

namespace SpasmBot.Clinical;

/// <summary>The names a condition may use: findings, definitions and numbers.</summary>
public sealed class ExpressionNames
{
    private readonly FrozenSet<string>? _findings;
    private readonly IReadOnlyDictionary<string, string> _definitionTexts;
    private readonly Dictionary<string, Expression?> _definitions = new(StringComparer.Ordinal);
    private readonly List<DefinitionError> _errors = [];

    /// <summary>Looks every definition up at once; what is wrong with them is in <see cref="DefinitionErrors"/>.</summary>
    /// <param name="findings">The finding ids; null when they are not known, then every name is taken for one.</param>
    /// <param name="definitions">Conditions by the name that stands for them; they may use one another.</param>
    public ExpressionNames(IEnumerable<string>? findings, IReadOnlyDictionary<string, string>? definitions = null)
    {
        _findings = findings?.ToFrozenSet(StringComparer.Ordinal);
        _definitionTexts = definitions ?? FrozenDictionary<string, string>.Empty;
        foreach (var name in _definitionTexts.Keys)
        {
            Expand(name, []);
        }
    }

    /// <summary>The numbers that can be compared.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["age", "onsetDays", "severity", "ageAtOnset"];

    /// <summary>What is wrong in the definitions.</summary>
    public IReadOnlyList<DefinitionError> DefinitionErrors => _errors;

    internal IEnumerable<string> FindingsAndDefinitions => (_findings ?? []).Concat(_definitionTexts.Keys);

    internal static bool IsNumber(string name) => Numbers.Contains(name, StringComparer.Ordinal);

    internal bool Knows(string name) => _findings?.Contains(name) != false || _definitionTexts.ContainsKey(name);

    internal Expression? Definition(string name) => _definitions.GetValueOrDefault(name);

    private void Expand(string name, IReadOnlyList<string> path)
    {
        if (path.Contains(name, StringComparer.Ordinal))
        {
            var circle = string.Join(" -> ", path.SkipWhile(step => step != name).Append(name));
            _errors.Add(
                new DefinitionError(name, new ExpressionError(1, 1, $"the definition goes in a circle: {circle}"))
            );
            return;
        }
        if (_definitions.ContainsKey(name))
        {
            return;
        }
        var (syntax, error) = ExpressionGrammar.Read(_definitionTexts[name]);
        if (syntax is null)
        {
            _definitions[name] = null;
            _errors.Add(new DefinitionError(name, error!));
            return;
        }
        foreach (var used in NamesIn(syntax).Where(_definitionTexts.ContainsKey))
        {
            Expand(used, [.. path, name]);
        }
        var binder = new ExpressionBinder(this);
        _definitions[name] = binder.Bind(syntax);
        _errors.AddRange(binder.Errors.Select(e => new DefinitionError(name, e)));
    }

    private static IEnumerable<string> NamesIn(ExpressionSyntax syntax) =>
        syntax switch
        {
            ExpressionSyntax.Name name => [name.Text],
            ExpressionSyntax.All all => all.Parts.SelectMany(NamesIn),
            ExpressionSyntax.Any any => any.Parts.SelectMany(NamesIn),
            _ => [],
        };
}

/// <summary>Something wrong in the definition of this name.</summary>
public sealed record DefinitionError(string Definition, ExpressionError Error);
