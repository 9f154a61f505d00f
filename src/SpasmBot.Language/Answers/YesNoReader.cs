using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads an answer to a question of yes, no or not sure.</summary>
internal sealed class YesNoReader(WordsFile words, FindingReader reader)
{
    /// <summary>What the text means; the forms are those that the whole text is.</summary>
    public Reply Read(PreparedText text, AskedQuestion question, DateOnly today, IReadOnlyList<string> forms)
    {
        // "I think so" is also a kind of yes; the doubt is what was said.
        foreach (var form in forms)
        {
            switch (form)
            {
                case "unsure":
                    return PlainReplies.Unsure(question, new Reply.NotSure());
                case "skip":
                    return PlainReplies.Skip(question);
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
        var first = PreparedText.From(AnswerReader.FirstClause(text));
        var forms = words.Whole(words.Prepare(first), WordsFile.Answers);
        var options = new OptionReader(question, text, reader, today);
        options.Read([]);
        var said = options.Found.Count > 0 ? options.Found.Values.Max() : (Presence?)null;
        var begins =
            forms.Contains("yes") ? Presence.Present
            : forms.Contains("unsure") ? Presence.Unsure
            : forms.Contains("no") ? Presence.Absent
            : said is null ? LastWord(text)
            : (Presence?)null;
        // "No, but I did faint": what is said outright goes before the first word.
        return (said > begins ? said : begins ?? said) switch
        {
            Presence.Present => new Reply.Yes(),
            Presence.Absent => new Reply.No(),
            Presence.Unsure => PlainReplies.Unsure(question, new Reply.NotSure()),
            _ => new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption),
        };
    }

    // "As a child, yes."
    private Presence? LastWord(PreparedText text)
    {
        var marks = Enumerable.Range(0, text.Tokens.Count).Where(at => text.Tokens[at].Kind == TokenKind.Mark);
        var mark = marks.LastOrDefault(at => at + 1 < text.Tokens.Count && text.Tokens[at + 1].IsWordOrNumber, -1);
        if (mark < 0)
        {
            return null;
        }

        var last = PreparedText.From(text.Slice(mark + 1, text.Tokens.Count - 1));
        var forms = words.Whole(words.Prepare(last), WordsFile.Answers);
        return forms.Contains("unsure") ? Presence.Unsure
            : forms.Contains("yes") ? Presence.Present
            : forms.Contains("no") ? Presence.Absent
            : null;
    }
}
