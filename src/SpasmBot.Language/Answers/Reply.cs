using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>
/// What a typed answer means for the open question. Text that is no answer is a value too
/// (<see cref="NotUnderstood"/>): the question's own retry text is said again.
/// </summary>
public abstract record Reply
{
    private Reply() { }

    /// <summary>
    /// Options that were named. For a choice exactly one is <see cref="Presence.Present"/>.
    /// </summary>
    /// <param name="Presences">
    /// Presence by option id (or by an id of <see cref="AskedQuestion.AlsoSettles"/>): ticked, named but unsure, or
    /// named as not there. An option that is missing was not ticked.
    /// </param>
    /// <param name="Remainder">The words that were not used, empty when there are none.</param>
    public sealed record Ticks(IReadOnlyDictionary<string, Presence> Presences, string Remainder) : Reply;

    /// <summary>None of the options.</summary>
    public sealed record None : Reply;

    /// <summary>Not sure about all of the options.</summary>
    public sealed record AllUnsure : Reply;

    /// <summary>A number within the question's range, in its unit (years, days, points).</summary>
    public sealed record Number(double Value) : Reply;

    /// <summary>Yes to a yes or no question.</summary>
    public sealed record Yes : Reply;

    /// <summary>No to a yes or no question.</summary>
    public sealed record No : Reply;

    /// <summary>Not sure about a yes or no question or a number.</summary>
    public sealed record NotSure : Reply;

    /// <summary>The question is left open.</summary>
    public sealed record Skip : Reply;

    /// <summary>The text of an open question, trimmed, without control characters.</summary>
    public sealed record Words(string Text) : Reply;

    /// <summary>No answer to this question.</summary>
    public sealed record NotUnderstood(NotUnderstoodReason Reason) : Reply;
}

/// <summary>Why a text is no answer.</summary>
public enum NotUnderstoodReason
{
    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>No option, or nothing that this question takes, was recognised.</summary>
    NotAnOption,

    /// <summary>More than one option of a question that takes one.</summary>
    MoreThanOne,

    /// <summary>No number, or no date, was recognised.</summary>
    NotANumber,

    /// <summary>A number outside the range, or a date in the future.</summary>
    OutOfRange,

    /// <summary>"None", "not sure" or "skip" where the question does not offer it.</summary>
    NotOffered,
}
