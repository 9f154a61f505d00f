using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads an answer to a question with options.</summary>
internal sealed class OptionsAnswer(WordsFile words, FindingReader reader)
{
    /// <summary>What the text means; the forms are those that the whole text is.</summary>
    public Reply Read(
        PreparedText text,
        ReadText message,
        AskedQuestion question,
        DateOnly today,
        IReadOnlyList<string> forms
    )
    {
        if (NamedOption.Whole(text, question) is { } named)
        {
            return PlainReplies.One(named);
        }

        if (PlainReplies.Form(forms, question) is { } whole && !NamedOption.IsPart(text, question))
        {
            return whole is Reply.AllUnsure or Reply.None && Unknown(text, question, today) is { } unknown
                ? unknown
                : whole;
        }

        if (Except(text, message, question, today) is { } exception)
        {
            return exception;
        }

        var options = new OptionReader(question, text, reader, today);
        var rest = question.Kind == AnswerKind.Choice ? [] : words.Parts(message, "rest").ToList();
        options.Read(rest);
        var found = new SortedDictionary<string, Presence>(
            options.Found.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        if (rest.Count > 0 && found.Count > 0)
        {
            question.Options.ToList().ForEach(option => found.TryAdd(option.Id, Presence.Absent));
        }

        return found.Count > 0 && !options.IsNumberAmongOtherWords(words)
            ? PlainReplies.Ticks(found, options.Remainder(), question)
            : Opening(text, question, today);
    }

    // "No idea" under "what set it off?" is an answer where an option stands for it, and no doubt about all of them.
    private Reply.Ticks? Unknown(PreparedText text, AskedQuestion question, DateOnly today)
    {
        var options = new OptionReader(question, text, reader, today);
        options.Read([]);
        var named = question
            .Options.Where(option => options.Found.GetValueOrDefault(option.Id) == Presence.Present)
            .ToList();
        return named is [var only] ? PlainReplies.One(only) : null;
    }

    // The first clause may answer where the rest only explains: "none, I just want to book".
    private Reply Opening(PreparedText text, AskedQuestion question, DateOnly today)
    {
        var forms = words.Whole(words.Prepare(PreparedText.From(AnswerReader.FirstClause(text))), WordsFile.Answers);
        var answer = text.Tokens.Any(token => token.Kind == TokenKind.Mark || token.Value is "but" or "because")
            ? PlainReplies.Form(forms, question)
            : null;
        return answer is Reply.AllUnsure && Unknown(text, question, today) is { } unknown ? unknown
            : answer is Reply.None or Reply.AllUnsure or Reply.Skip ? answer
            : new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption);
    }

    // "All except driving" and "nothing but driving": what follows is the other way round.
    private Reply? Except(PreparedText text, ReadText message, AskedQuestion question, DateOnly today)
    {
        var except = words.Parts(message, "except").FirstOrDefault(match => match.First > 0);
        if (except is null)
        {
            return null;
        }

        var before = PreparedText.From(text.Slice(0, except.First - 1));
        var forms = words.Whole(words.Prepare(before), WordsFile.Answers);
        var isAll = forms.Contains("all") || forms.Contains("both");
        if ((!isAll && !forms.Contains("none")) || except.Last + 1 >= text.Tokens.Count)
        {
            return null;
        }

        var named = new OptionReader(
            question,
            PreparedText.From(text.Slice(except.Last + 1, text.Tokens.Count - 1)),
            reader,
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

        return PlainReplies.Ticks(found, named.Remainder(), question);
    }
}
