namespace SpasmBot.Language;

/// <summary>Reads a typed answer against the open question.</summary>
public sealed class AnswerReader
{
    internal AnswerReader() { }

    /// <summary>What the text means for this question; never throws for any text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="question">The open question.</param>
    /// <param name="today">The person's date.</param>
    public Reply Read(string text, AskedQuestion question, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(question);
        return new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption);
    }
}
