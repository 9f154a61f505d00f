namespace SpasmBot.Clinical.Loading;

/// <summary>Reads questions.yaml.</summary>
internal static class QuestionsFile
{
    public const string Name = "questions.yaml";

    public static (IReadOnlyList<Question> Questions, Expression? Told) Read(
        Fields? root,
        FindingsList findings,
        ExpressionNames names
    )
    {
        if (root is null)
        {
            return ([], null);
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var told = root.Condition("told", names);
        var entries = root.Entries("questions", "question");
        root.Done();
        return ([.. entries.Select(entry => ReadQuestion(entry, ids, findings, names))], told);
    }

    private static Question ReadQuestion(
        Fields entry,
        HashSet<string> ids,
        FindingsList findings,
        ExpressionNames names
    )
    {
        var id = entry.Id("question", ids);
        var section = entry.OneOf("section", Words.Sections, "", isRequired: true);
        var kind = entry.OneOf("kind", Words.QuestionKinds, QuestionKind.Multi, isRequired: true);
        var isEmergency = section == Words.EmergencySigns;
        var isTickList = kind is QuestionKind.Multi or QuestionKind.Body;
        var question = new Question
        {
            Id = id,
            Section = section,
            Kind = kind,
            Label = entry.Text("label"),
            Text = entry.Text("text"),
            Hint = entry.OptionalText("hint"),
            Figure = entry.OneOf("figure", Words.Figures, null),
            Why = entry.Text("why"),
            Retry = entry.Text("retry"),
            When = entry.Condition("when", names),
            Story = entry.OneOf("story", Words.Stories, null),
            Options = OptionsReader.Read(entry, kind, findings, names),
            AlsoSettles = [.. entry.Texts("also-settles").Select(text => text.Value)],
            AllowsNone = entry.Flag("none", isTickList),
            AllowsUnsure = entry.Flag("unsure", kind is QuestionKind.Multi or QuestionKind.YesNo),
            IsOptional = entry.Flag("optional", !isEmergency),
            ConfirmsUnsure = entry.Flag("confirms-unsure", isEmergency && kind == QuestionKind.Multi),
            IsSettledByAny = entry.OneOf("settled-by", Words.SettledByAny, kind != QuestionKind.Multi),
            IsAskedAgain = entry.Flag("again", fallback: false),
            // An emergency screen left out weighs at least as much as a health screen left out.
            IsGuarded = entry.Flag("guarded", isEmergency || section == Words.Health),
            Sets = entry.OneOf("sets", Words.NumberRanges.ToDictionary(p => p.Key, p => (string?)p.Key), null),
            Min = entry.Number("min"),
            Max = entry.Number("max"),
            Unit = entry.OptionalText("unit"),
        };
        entry.CheckFindings(entry.Texts("also-settles"), findings);
        NumberQuestionCheck.Check(entry, question);
        CheckPreciseQuestions(entry, question, findings);
        entry.Done();
        return question;
    }

    /// <summary>"Not sure" leads to one precise question for each sign, so each sign must have one.</summary>
    private static void CheckPreciseQuestions(Fields entry, Question question, FindingsList findings)
    {
        if (!question.ConfirmsUnsure)
        {
            return;
        }
        foreach (var finding in question.Options.Select(option => findings.Find(option.Finding)))
        {
            if (finding is { Ask: null })
            {
                entry.Report(
                    entry.Line,
                    $"the finding {finding.Id} needs `ask`, because \"not sure\" here leads to it"
                );
            }
        }
    }
}
