using System.Globalization;

namespace SpasmBot.Clinical.Loading;

/// <summary>Reads expectations.yaml: who must be told at least what.</summary>
internal static class ExpectationsFile
{
    public const string Name = "expectations.yaml";

    private const string Skipped = "skipped ";

    public static IReadOnlyList<Expectation> Read(
        Fields? root,
        FindingsList findings,
        IReadOnlyList<Question> questions
    )
    {
        if (root is null)
        {
            return [];
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var entries = root.Entries("expectations", "expectation");
        root.Done();
        return [.. entries.Select(entry => ReadOne(entry, ids, findings, questions))];
    }

    private static Expectation ReadOne(
        Fields entry,
        HashSet<string> ids,
        FindingsList findings,
        IReadOnlyList<Question> questions
    )
    {
        var expectation = new Expectation
        {
            Id = entry.Id("expectation", ids),
            AtLeast = entry.OneOf("at-least", Words.Dispositions, Disposition.SelfCare, isRequired: true),
            Source = entry.Text("source"),
            People = [.. entry.Texts("people").Select(text => ReadPerson(entry, text, findings, questions))],
        };
        if (expectation.People.Count == 0)
        {
            entry.Report(entry.Line, "`people` is missing: it lists who must be told this");
        }
        entry.Done();
        return expectation;
    }

    /// <summary><c>severe-belly-pain, pregnant?, age 60, skipped health.general</c></summary>
    private static ExpectedPerson ReadPerson(
        Fields entry,
        YamlText text,
        FindingsList findings,
        IReadOnlyList<Question> questions
    )
    {
        var known = Findings.None;
        foreach (var mark in text.Value.Split(',', StringSplitOptions.TrimEntries))
        {
            known = ReadMark(known, mark, findings, questions) is { } with ? with : Reported(known, mark);
        }
        return new ExpectedPerson(text.Value, known, text.Line);

        Findings Reported(Findings before, string mark)
        {
            var words = findings.Ids.Concat(NumberRange.All.Select(range => range.Name));
            var hint = Spelling.DidYouMean(mark.TrimEnd('?'), words);
            entry.Report(
                text.Line,
                $"{mark} is no finding, number or skipped question of this protocol{hint} (if it was removed on "
                    + "purpose, the demand must be withdrawn here too)"
            );
            return before;
        }
    }

    private static Findings? ReadMark(
        Findings known,
        string mark,
        FindingsList findings,
        IReadOnlyList<Question> questions
    )
    {
        if (mark.StartsWith(Skipped, StringComparison.Ordinal))
        {
            var question = mark[Skipped.Length..];
            return questions.Any(one => one.Id == question)
                ? known with
                {
                    NotAnswered = known.NotAnswered.Add(question),
                }
                : null;
        }
        if (mark.Split(' ') is [var name, var number])
        {
            return ReadNumber(known, name, number);
        }
        var isUnsure = mark.EndsWith('?');
        var id = mark.TrimEnd('?');
        return findings.Knows(id) ? known.With(id, isUnsure ? Presence.Unsure : Presence.Present) : null;
    }

    private static Findings? ReadNumber(Findings known, string name, string text)
    {
        var isNumber = double.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        );
        return Words.NumberRanges.GetValueOrDefault(name)?.Contains(value) == true && isNumber
            ? known.WithNumber(name, value)
            : null;
    }
}
