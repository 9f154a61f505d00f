using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>What the open question takes for an answer (the kinds of the wire contract).</summary>
public enum AnswerKind
{
    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of ticks.</summary>
    Multi,

    /// <summary>Yes, no or not sure.</summary>
    YesNo,

    /// <summary>A number; with <see cref="AskedQuestion.Sets"/> its meaning: age, days since onset or severity.</summary>
    Number,

    /// <summary>Any number of places on the body.</summary>
    Body,

    /// <summary>Own words, taken as they are.</summary>
    Text,

    /// <summary>Contact details, taken as they are.</summary>
    Contact,

    /// <summary>Preferred days and times, taken as they are.</summary>
    Slot,
}

/// <summary>One option as it was shown; for findings the id is the finding id.</summary>
public sealed record AskedOption(string Id, string Title)
{
    /// <summary>Other words for it, beside those that the phrase file has for a finding with this id.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}

/// <summary>The open question as a person sees it: what a typed answer is read against.</summary>
public sealed record AskedQuestion
{
    public required string Id { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>The options in the order shown: "the second" counts in it. Empty for a number or text.</summary>
    public IReadOnlyList<AskedOption> Options { get; init; } = [];

    /// <summary>Further finding ids that typed words can settle, for example the side beside the place.</summary>
    public IReadOnlyList<string> AlsoSettles { get; init; } = [];

    /// <summary>Least number that is an answer; null: no limit.</summary>
    public double? Min { get; init; }

    /// <summary>Greatest number that is an answer; null: no limit.</summary>
    public double? Max { get; init; }

    public string? Unit { get; init; }

    /// <summary>For a number: <c>age</c>, <c>onsetDays</c> or <c>severity</c>; null for any other number.</summary>
    public string? Sets { get; init; }

    /// <summary>Whether "none of these" is an answer.</summary>
    public bool AllowsNone { get; init; }

    /// <summary>Whether "not sure" is an answer.</summary>
    public bool AllowsUnsure { get; init; }

    /// <summary>Whether the question may be skipped.</summary>
    public bool AllowsSkip { get; init; }

    /// <summary>A question of the protocol as it is shown with these options.</summary>
    /// <param name="question">The question.</param>
    /// <param name="shown">The options that are shown, in order; null: all of them.</param>
    public static AskedQuestion From(Question question, IEnumerable<QuestionOption>? shown = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new()
        {
            Id = question.Id,
            Kind = question.Kind switch
            {
                QuestionKind.Choice => AnswerKind.Choice,
                QuestionKind.Multi => AnswerKind.Multi,
                QuestionKind.YesNo => AnswerKind.YesNo,
                QuestionKind.Number => AnswerKind.Number,
                _ => AnswerKind.Body,
            },
            Options = [.. (shown ?? question.Options).Select(option => new AskedOption(option.Finding, option.Title))],
            AlsoSettles = question.AlsoSettles,
            Min = question.Min,
            Max = question.Max,
            Unit = question.Unit,
            Sets = question.Sets,
            AllowsNone = question.AllowsNone,
            AllowsUnsure = question.AllowsUnsure,
            AllowsSkip = question.IsOptional,
        };
    }
}
