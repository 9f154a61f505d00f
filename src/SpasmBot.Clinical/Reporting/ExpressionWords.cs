using System.Globalization;

namespace SpasmBot.Clinical;

/// <summary>Says conditions and people in words that a clinician reads without knowing any id.</summary>
public static class ExpressionWords
{
    /// <summary>A condition: <c>“Fever or chills” and (age 60 or over or “Cancer now or in the past”)</c>.</summary>
    public static string Of(Expression expression, Protocol protocol) =>
        expression switch
        {
            Expression.Has has => Quoted(has.Finding, protocol),
            Expression.Compare compare => Of(compare),
            Expression.All all => string.Join(" and ", all.Parts.Select(part => Part(part, protocol))),
            Expression.Any any => string.Join(" or ", any.Parts.Select(part => Of(part, protocol))),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, message: null),
        };

    /// <summary>
    /// What is known of a person: <c>age 62; “Fever or chills”; not sure about “Weight loss”; skipped “General
    /// health”</c>. Findings that are absent are left out: they count as not asked.
    /// </summary>
    public static string Of(Findings findings, Protocol protocol)
    {
        var parts = NumbersOf(findings)
            .Concat(Named(findings, Presence.Present, protocol))
            .Concat(Named(findings, Presence.Unsure, protocol).Select(name => $"not sure about {name}"))
            .Concat(findings.NotAnswered.Select(id => $"skipped “{protocol.FindQuestion(id)?.Label ?? id}”"));
        var words = string.Join("; ", parts);
        return words.Length == 0 ? "nothing at all" : words;
    }

    private static string Part(Expression part, Protocol protocol) =>
        part is Expression.Any ? $"({Of(part, protocol)})" : Of(part, protocol);

    private static string Of(Expression.Compare compare)
    {
        var bound = compare.Value.ToString(CultureInfo.InvariantCulture);
        return compare.Number switch
        {
            "age" => $"age {Range(compare.Comparison, bound)}",
            "ageAtOnset" => $"age at the start {Range(compare.Comparison, bound)}",
            "severity" => $"worst pain {Range(compare.Comparison, bound)} out of 10",
            _ => $"started {Since(compare.Comparison)} {bound} days ago",
        };
    }

    private static string Range(Comparison comparison, string bound) =>
        comparison switch
        {
            Comparison.Less => $"under {bound}",
            Comparison.LessOrEqual => $"{bound} or under",
            Comparison.Greater => $"over {bound}",
            _ => $"{bound} or over",
        };

    private static string Since(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "less than",
            Comparison.LessOrEqual => "at most",
            Comparison.Greater => "more than",
            _ => "at least",
        };

    private static IEnumerable<string> NumbersOf(Findings findings)
    {
        if (findings.Age is { } age)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"age {age:0.##}");
        }
        if (findings.OnsetDays is { } days)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"started {days:0.##} days ago");
        }
        if (findings.Severity is { } severity)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"worst pain {severity:0.##} out of 10");
        }
    }

    private static IEnumerable<string> Named(Findings findings, Presence presence, Protocol protocol) =>
        findings.Presences.Where(pair => pair.Value == presence).Select(pair => Quoted(pair.Key, protocol));

    private static string Quoted(string id, Protocol protocol) => $"“{protocol.FindFinding(id)?.Label ?? id}”";
}
