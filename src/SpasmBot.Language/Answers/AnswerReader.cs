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
            return question.Kind == AnswerKind.YesNo && Thumb(text) is { } thumb
                ? thumb
                : new Reply.NotUnderstood(NotUnderstoodReason.Empty);
        }

        var message = _words.Prepare(prepared);
        var forms = _words.Whole(message, WordsFile.Answers);
        return question.Kind switch
        {
            AnswerKind.Text or AnswerKind.Contact or AnswerKind.Slot => Words(text, question, forms),
            AnswerKind.Number => Number(prepared, question, today, forms),
            AnswerKind.YesNo => new YesNoReader(_words, _reader).Read(prepared, question, today, forms),
            _ => new OptionsAnswer(_words, _reader).Read(prepared, message, question, today, forms),
        };
    }

    private static Reply? Thumb(string text) =>
        text.Contains("👍", StringComparison.Ordinal) || text.Contains('✅', StringComparison.Ordinal) ? new Reply.Yes()
        : text.Contains("👎", StringComparison.Ordinal) || text.Contains('❌', StringComparison.Ordinal) ? new Reply.No()
        : null;

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

        return forms.Contains("unsure") ? PlainReplies.Unsure(question, new Reply.NotSure())
            : forms.Contains("skip") ? PlainReplies.Skip(question)
            : new Reply.NotUnderstood(NotUnderstoodReason.NotANumber);
    }

    /// <summary>The text up to its first mark, "but" or "because"; its first word when there is none.</summary>
    internal static string FirstClause(PreparedText text)
    {
        var end = text
            .Tokens.FirstOrDefault(token => token.Kind == TokenKind.Mark || token.Value is "but" or "because")
            .Start;
        return end > 0 ? text.Original[..end]
            : text.Tokens[0].Kind == TokenKind.Word ? text.Slice(0, 0)
            : "";
    }
}
