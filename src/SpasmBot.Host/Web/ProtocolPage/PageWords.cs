using SpasmBot.Clinical;

namespace SpasmBot.Host.Web.ProtocolPage;

/// <summary>What the page calls things.</summary>
internal static class PageWords
{
    /// <summary>All dispositions, most urgent first.</summary>
    public static IReadOnlyList<Disposition> Dispositions { get; } =
    [.. Enum.GetValues<Disposition>().OrderDescending()];

    /// <summary>The class of a level's colour, which the words repeat.</summary>
    public static string LevelOf(Disposition disposition) =>
        disposition switch
        {
            >= Disposition.Emergency => "level-danger",
            >= Disposition.DoctorSoon => "level-warn",
            >= Disposition.Physio => "level-accent",
            _ => "level-ok",
        };

    /// <summary>An id as a title: <c>emergency-signs</c> is Emergency signs.</summary>
    public static string TitleOf(string id)
    {
        var words = id.Replace('-', ' ').Replace('.', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A text as a person reads it who answers alone.</summary>
    public static string Said(string text) =>
        text.Replace("{you}", "you", StringComparison.Ordinal)
            .Replace("{your}", "your", StringComparison.Ordinal)
            .Replace("{You}", "You", StringComparison.Ordinal)
            .Replace("{Your}", "Your", StringComparison.Ordinal);

    public static string KindOf(AdviceKind kind) =>
        kind switch
        {
            AdviceKind.Do => "What to do",
            AdviceKind.DoNot => "What not to do",
            AdviceKind.MakesWorse => "What makes it worse",
            AdviceKind.SafetyNet => "Safety net",
            _ => "While waiting for help",
        };

    public static string KindOf(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.Choice => "one choice",
            QuestionKind.Multi => "ticks",
            QuestionKind.YesNo => "yes or no",
            QuestionKind.Number => "a number",
            _ => "places on the body",
        };

    /// <summary>After which own words a question is asked; null: after any.</summary>
    public static string? StoryOf(Question question) =>
        question.Story switch
        {
            OwnStory.Told => "only when the own words told the essentials",
            OwnStory.Untold => "only when the own words did not tell the essentials",
            _ => null,
        };

    public static string UnsureOf(UnsureMeaning meaning) =>
        meaning switch
        {
            UnsureMeaning.Counts => "“Not sure” counts as yes.",
            UnsureMeaning.Limited => "“Not sure” counts as yes, at most for a doctor soon.",
            _ => "“Not sure” does not count.",
        };

    /// <summary>What may be answered beside the options.</summary>
    public static IEnumerable<string> AnswersOf(Question question)
    {
        if (question.AllowsNone)
        {
            yield return "“none of these”";
        }
        if (question.AllowsUnsure)
        {
            yield return question.ConfirmsUnsure ? "“not sure”, then one precise question each" : "“not sure”";
        }
        if (question.IsOptional)
        {
            yield return question.IsGuarded ? "skip, which is counted as not answered" : "skip";
        }
    }
}
