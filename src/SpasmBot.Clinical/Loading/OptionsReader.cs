namespace SpasmBot.Clinical.Loading;

/// <summary>Reads the options of a question and checks that they can be told apart and fit on a screen.</summary>
internal static class OptionsReader
{
    private const int MostOptions = 10;

    public static IReadOnlyList<QuestionOption> Read(
        Fields question,
        QuestionKind kind,
        FindingsList findings,
        ExpressionNames names
    )
    {
        var isNumber = kind == QuestionKind.Number;
        if (isNumber && question.Has("options"))
        {
            question.ReportAt("options", "a number question has no options");
        }
        if (!isNumber && !question.Has("options"))
        {
            question.Report(question.Line, "the question has no options");
        }
        var entries = question.Entries("options", question.Title, isRequired: false);
        if (entries.Count == 0 && !isNumber && question.Has("options"))
        {
            question.ReportAt("options", "the question has no options");
        }
        foreach (var entry in entries)
        {
            entry.Title = question.Title;
        }
        var options = entries.Select(entry => ReadOption(entry, findings, names)).ToArray();
        CheckNumber(question, kind, options);
        CheckTitles(entries, options);
        return options;
    }

    private static QuestionOption ReadOption(Fields entry, FindingsList findings, ExpressionNames names)
    {
        var option = new QuestionOption
        {
            Finding = entry.Text("finding"),
            Title = entry.Text("title"),
            Hint = entry.OptionalText("hint"),
            Group = entry.OptionalText("group"),
            When = entry.Condition("when", names),
        };
        if (option.Finding.Length > 0)
        {
            entry.CheckFindings([new YamlText(entry.LineOf("finding"), option.Finding, IsQuoted: false)], findings);
        }
        entry.Done();
        return option;
    }

    private static void CheckNumber(Fields question, QuestionKind kind, QuestionOption[] options)
    {
        if (kind == QuestionKind.YesNo && options.Length > 1)
        {
            question.ReportAt("options", "a yes or no question is about one finding: give it one option");
        }
        if (options.Length > MostOptions)
        {
            question.ReportAt(
                "options",
                $"{options.Length} options could stand on one screen; {MostOptions} are the most, so split the question"
            );
        }
    }

    /// <summary>A typed answer is matched by title, so no title may be another one or a part of it.</summary>
    private static void CheckTitles(IReadOnlyList<Fields> entries, QuestionOption[] options)
    {
        for (var second = 1; second < options.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                CheckPair(entries[second], options[first], options[second]);
            }
        }
    }

    private static void CheckPair(Fields entry, QuestionOption first, QuestionOption second)
    {
        if (first.Finding.Length > 0 && first.Finding == second.Finding)
        {
            entry.ReportAt("finding", $"the finding {second.Finding} is offered twice");
        }
        var isClash =
            first.Title.Length > 0
            && second.Title.Length > 0
            && (
                first.Title.Contains(second.Title, StringComparison.OrdinalIgnoreCase)
                || second.Title.Contains(first.Title, StringComparison.OrdinalIgnoreCase)
            );
        if (isClash)
        {
            entry.ReportAt(
                "title",
                $"the titles \"{first.Title}\" and \"{second.Title}\" cannot be told apart when they are typed"
            );
        }
    }
}
