using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads a typed answer against the open question.</summary>
public sealed class AnswerReader
{
    private readonly WordsFile _words;
    private readonly FindingReader _reader;

    internal AnswerReader(WordsFile words, FindingReader reader)
    {
        _words = words;
        _reader = reader;
    }

    /// <summary>What the text means for this question; never throws for any text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="question">The open question.</param>
    /// <param name="today">The person's date.</param>
    public Reply Read(string text, AskedQuestion question, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(question);
        var prepared = PreparedText.From(text);
        if (!prepared.HasWords)
        {
            return new Reply.NotUnderstood(NotUnderstoodReason.Empty);
        }

        var message = _words.Prepare(prepared);
        var forms = _words.Whole(message, WordsFile.Answers);
        return question.Kind switch
        {
            AnswerKind.Text or AnswerKind.Contact or AnswerKind.Slot => Words(text, question, forms),
            AnswerKind.Number => Number(prepared, question, today, forms),
            AnswerKind.YesNo => YesNo(prepared, question, today, forms),
            _ => Options(prepared, message, question, today, forms),
        };
    }

    private static Reply Words(string text, AskedQuestion question, IReadOnlyList<string> forms)
    {
        if (question.AllowsSkip && forms.Contains("skip"))
        {
            return new Reply.Skip();
        }

        var plain = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim();
        return new Reply.Words(plain);
    }

    private static Reply Number(PreparedText text, AskedQuestion question, DateOnly today, IReadOnlyList<string> forms)
    {
        var value = question.Sets switch
        {
            "age" => AgeReader.Read(text, today),
            "onsetDays" => Durations.ReadAny(text.Original, today),
            "severity" => SeverityReader.Read(text),
            _ => SeverityReader.Read(text),
        };
        if (value is { } number)
        {
            return number >= (question.Min ?? double.MinValue) && number <= (question.Max ?? double.MaxValue)
                ? new Reply.Number(number)
                : new Reply.NotUnderstood(NotUnderstoodReason.OutOfRange);
        }

        return forms.Contains("unsure") ? Unsure(question, new Reply.NotSure())
            : forms.Contains("skip") ? Skip(question)
            : new Reply.NotUnderstood(NotUnderstoodReason.NotANumber);
    }

    private Reply YesNo(PreparedText text, AskedQuestion question, DateOnly today, IReadOnlyList<string> forms)
    {
        // "I think so" is also a kind of yes; the doubt is what was said.
        foreach (var form in forms)
        {
            switch (form)
            {
                case "unsure":
                    return Unsure(question, new Reply.NotSure());
                case "skip":
                    return Skip(question);
                case "yes":
                    return new Reply.Yes();
                case "no" or "none":
                    return new Reply.No();
            }
        }

        return OpenYesNo(text, question, today);
    }

    // "Yes, at night too", "no but I sweat a lot", or the finding in own words.
    private Reply OpenYesNo(PreparedText text, AskedQuestion question, DateOnly today)
    {
        var first = PreparedText.From(FirstClause(text));
        var forms = _words.Whole(_words.Prepare(first), WordsFile.Answers);
        var options = new OptionReader(question, text, _reader, today);
        options.Read([]);
        var said = options.Found.Count > 0 ? options.Found.Values.Max() : (Presence?)null;
        var begins =
            forms.Contains("yes") ? Presence.Present
            : forms.Contains("unsure") ? Presence.Unsure
            : forms.Contains("no") ? Presence.Absent
            : (Presence?)null;
        // "No, but I did faint": what is said outright goes before the first word.
        return (said > begins ? said : begins ?? said) switch
        {
            Presence.Present => new Reply.Yes(),
            Presence.Absent => new Reply.No(),
            Presence.Unsure => Unsure(question, new Reply.NotSure()),
            _ => new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption),
        };
    }

    private static string FirstClause(PreparedText text)
    {
        var end = text
            .Tokens.FirstOrDefault(token => token.Kind == TokenKind.Mark || token.Value is "but" or "because")
            .Start;
        return end > 0 ? text.Original[..end]
            : text.Tokens[0].Kind == TokenKind.Word ? text.Slice(0, 0)
            : "";
    }

    private Reply Options(
        PreparedText text,
        ReadText message,
        AskedQuestion question,
        DateOnly today,
        IReadOnlyList<string> forms
    )
    {
        if (Named(text, question) is { } named)
        {
            return One(named);
        }

        if (Form(forms, question) is { } whole && !NamesAnOption(text, question))
        {
            return whole is Reply.AllUnsure && Unknown(text, question, today) is { } unknown ? unknown : whole;
        }

        if (Except(text, message, question, today) is { } exception)
        {
            return exception;
        }

        var options = new OptionReader(question, text, _reader, today);
        var rest = question.Kind == AnswerKind.Choice ? [] : _words.Parts(message, "rest").ToList();
        options.Read(rest);
        var found = new SortedDictionary<string, Presence>(
            options.Found.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        if (rest.Count > 0 && found.Count > 0)
        {
            question.Options.ToList().ForEach(option => found.TryAdd(option.Id, Presence.Absent));
        }

        return found.Count > 0 && !options.IsNumberAmongOtherWords(_words)
            ? Ticks(found, options.Remainder(), question)
            : Opening(text, question, today);
    }

    // "No idea" under "what set it off?" is an answer where an option stands for it, and no doubt about all of them.
    private Reply.Ticks? Unknown(PreparedText text, AskedQuestion question, DateOnly today)
    {
        var options = new OptionReader(question, text, _reader, today);
        options.Read([]);
        var named = question
            .Options.Where(option => options.Found.GetValueOrDefault(option.Id) == Presence.Present)
            .ToList();
        return named is [var only] ? One(only) : null;
    }

    // The whole message is another word for the one option, also where that word is "no".
    private static AskedOption? Named(PreparedText text, AskedQuestion question) =>
        question.Kind == AnswerKind.Choice
            ? question.Options.FirstOrDefault(option =>
                option.Synonyms.Any(name =>
                    Plain(PreparedText.From(name)).SequenceEqual(Plain(text), StringComparer.Ordinal)
                )
            )
            : null;

    private static IEnumerable<string> Plain(PreparedText text) =>
        text.Tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value);

    // A word like "both" or "never" that is part of one title is that option.
    private static bool NamesAnOption(PreparedText text, AskedQuestion question)
    {
        var words = text.Tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value).ToList();
        return question.Options.Any(option =>
                string.Equals(
                    string.Join(' ', words),
                    string.Join(
                        ' ',
                        PreparedText.From(option.Title).Tokens.Where(t => t.IsWordOrNumber).Select(t => t.Value)
                    ),
                    StringComparison.Ordinal
                )
            )
            || (
                words is [not ("no" or "none" or "unsure" or "maybe" or "skip" or "yes")]
                && new OptionTitles(question.Options).ByPart(words) is not null
            );
    }

    private static Reply? Form(IReadOnlyList<string> forms, AskedQuestion question) =>
        forms.Select(form => Form(form, question)).FirstOrDefault(reply => reply is not null);

    private static Reply? Form(string form, AskedQuestion question) =>
        form switch
        {
            "none" => None(question),
            "no" => question.AllowsNone ? new Reply.None() : null,
            "unsure" => Unsure(question, new Reply.AllUnsure()),
            "skip" => Skip(question),
            "all" => All(question),
            "both" => question.Options.Count == 2 ? All(question) : null,
            "yes" => question.Options is [var only] ? One(only) : null,
            _ => null,
        };

    // The first clause may answer where the rest only explains: "none, I just want to book".
    private Reply Opening(PreparedText text, AskedQuestion question, DateOnly today)
    {
        var forms = _words.Whole(_words.Prepare(PreparedText.From(FirstClause(text))), WordsFile.Answers);
        var answer = text.Tokens.Any(token => token.Kind == TokenKind.Mark) ? Form(forms, question) : null;
        return answer is Reply.AllUnsure && Unknown(text, question, today) is { } unknown ? unknown
            : answer is Reply.None or Reply.AllUnsure or Reply.Skip ? answer
            : new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption);
    }

    // "All except driving" and "nothing but driving": what follows is the other way round.
    private Reply? Except(PreparedText text, ReadText message, AskedQuestion question, DateOnly today)
    {
        var except = _words.Parts(message, "except").FirstOrDefault(match => match.First > 0);
        if (except is null)
        {
            return null;
        }

        var before = PreparedText.From(text.Slice(0, except.First - 1));
        var forms = _words.Whole(_words.Prepare(before), WordsFile.Answers);
        var isAll = forms.Contains("all") || forms.Contains("both");
        if ((!isAll && !forms.Contains("none")) || except.Last + 1 >= text.Tokens.Count)
        {
            return null;
        }

        var named = new OptionReader(
            question,
            PreparedText.From(text.Slice(except.Last + 1, text.Tokens.Count - 1)),
            _reader,
            today
        );
        named.Read([]);
        if (named.Found.Count == 0)
        {
            return null;
        }

        var found = new SortedDictionary<string, Presence>(StringComparer.Ordinal);
        foreach (var option in question.Options)
        {
            found[option.Id] = named.Found.ContainsKey(option.Id) == isAll ? Presence.Absent : Presence.Present;
        }

        return Ticks(found, named.Remainder(), question);
    }

    private static Reply Ticks(SortedDictionary<string, Presence> found, string remainder, AskedQuestion question)
    {
        if (question.Kind == AnswerKind.Choice)
        {
            var ids = question.Options.Select(option => option.Id).ToHashSet(StringComparer.Ordinal);
            var chosen = found.Where(entry => entry.Value == Presence.Present && ids.Contains(entry.Key)).ToList();
            if (chosen.Count != 1)
            {
                return chosen.Count > 1 ? new Reply.NotUnderstood(NotUnderstoodReason.MoreThanOne)
                    : found.ContainsValue(Presence.Unsure) ? Unsure(question, new Reply.AllUnsure())
                    : new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption);
            }
        }

        return new Reply.Ticks(found, remainder);
    }

    private static Reply All(AskedQuestion question) =>
        question.Kind == AnswerKind.Choice
            ? new Reply.NotUnderstood(NotUnderstoodReason.MoreThanOne)
            : new Reply.Ticks(
                new SortedDictionary<string, Presence>(
                    question.Options.ToDictionary(option => option.Id, _ => Presence.Present, StringComparer.Ordinal),
                    StringComparer.Ordinal
                ),
                ""
            );

    private static Reply.Ticks One(AskedOption option) =>
        new(new SortedDictionary<string, Presence>(StringComparer.Ordinal) { [option.Id] = Presence.Present }, "");

    private static Reply None(AskedQuestion question) =>
        question.AllowsNone ? new Reply.None() : new Reply.NotUnderstood(NotUnderstoodReason.NotOffered);

    private static Reply Unsure(AskedQuestion question, Reply answer) =>
        question.AllowsUnsure ? answer : Skip(question);

    private static Reply Skip(AskedQuestion question) =>
        question.AllowsSkip ? new Reply.Skip() : new Reply.NotUnderstood(NotUnderstoodReason.NotOffered);
}
