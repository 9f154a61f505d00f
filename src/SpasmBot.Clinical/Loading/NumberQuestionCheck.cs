namespace SpasmBot.Clinical.Loading;

/// <summary>A number question says what it sets and within which bounds; no other question does.</summary>
internal static class NumberQuestionCheck
{
    private static readonly string[] Required = ["sets", "min", "max"];
    private static readonly string[] OnlyForNumbers = [.. Required, "unit"];

    public static void Check(Fields entry, Question question)
    {
        if (question.Kind != QuestionKind.Number)
        {
            foreach (var key in OnlyForNumbers.Where(entry.Has))
            {
                entry.ReportAt(key, $"`{key}` belongs to a question of kind number only");
            }
            return;
        }
        foreach (var key in Required.Where(key => !entry.Has(key)))
        {
            entry.Report(entry.Line, $"a number question needs `{key}`");
        }
        CheckBounds(entry, question);
    }

    private static void CheckBounds(Fields entry, Question question)
    {
        if (question is not { Sets: { } name, Min: { } min, Max: { } max })
        {
            return;
        }
        if (min > max)
        {
            entry.ReportAt("min", "`min` is greater than `max`");
        }
        var range = Words.NumberRanges[name];
        if (!range.Contains(min) || !range.Contains(max))
        {
            entry.ReportAt(range.Contains(min) ? "max" : "min", $"{name} goes from {range}");
        }
    }
}
