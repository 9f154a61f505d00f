using System.Text.RegularExpressions;

namespace SpasmBot.Clinical.Loading;

/// <summary>What the entries of a protocol have in common: ids, conditions and references to findings.</summary>
internal static partial class FieldsOfProtocol
{
    /// <summary>The id, checked for form and for being used once; the entry's title takes it up.</summary>
    public static string Id(this Fields fields, string kind, HashSet<string> taken)
    {
        var id = fields.Text("id");
        if (id.Length == 0)
        {
            return id;
        }
        fields.Title = $"{kind} {id}";
        if (!IdPattern().IsMatch(id))
        {
            fields.ReportAt(
                "id",
                "an id is made of letters, digits, dots and single hyphens, and begins with a letter"
            );
        }
        if (!taken.Add(id))
        {
            fields.ReportAt("id", "the id is used twice");
        }
        return id;
    }

    /// <summary>A condition that may be left out.</summary>
    public static Expression? Condition(this Fields fields, string key, ExpressionNames names)
    {
        if (fields.OptionalText(key) is not { } text)
        {
            return null;
        }
        var result = ExpressionParser.Parse(text, names);
        foreach (var error in result.Errors)
        {
            fields.ReportCondition(fields.LineOf(key), text, error);
        }
        return result.Expression;
    }

    /// <summary>Says where in the text of a condition something is wrong.</summary>
    public static void ReportCondition(this Fields fields, int line, string text, ExpressionError error)
    {
        var place = text.Contains('\n') ? $"line {error.Line}, character {error.Column}" : $"character {error.Column}";
        fields.Report(line, $"in the condition \"{text}\", at {place}: {error.Message}");
    }

    /// <summary>Reports the ids that are no findings of this protocol.</summary>
    public static void CheckFindings(this Fields fields, IEnumerable<YamlText> ids, FindingsList findings)
    {
        foreach (var id in ids.Where(id => !findings.Knows(id.Value)))
        {
            var hint = Spelling.DidYouMean(id.Value, findings.Ids);
            fields.Report(id.Line, $"{id.Value} is not a finding of this protocol{hint}");
        }
    }

    [GeneratedRegex(
        "^[A-Za-z][A-Za-z0-9]*([-.][A-Za-z0-9]+)*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IdPattern();
}
