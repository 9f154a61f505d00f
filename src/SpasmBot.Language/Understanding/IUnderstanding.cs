using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>Reads own words into findings and numbers.</summary>
public interface IUnderstanding
{
    /// <summary>What the text states or directly implies; what it does not say is left out.</summary>
    Understood Read(string text, ReadingContext context);
}

/// <summary>What is known around a text.</summary>
/// <param name="Today">The person's date.</param>
/// <param name="Question">The open question, as a hint; null when there is none.</param>
/// <param name="ForWhom"><c>me</c>, <c>child</c> or <c>someone</c>; null when not known.</param>
public sealed record ReadingContext(DateOnly Today, AskedQuestion? Question = null, string? ForWhom = null);

/// <summary>What a text says.</summary>
public sealed record Understood
{
    /// <summary>Nothing was understood.</summary>
    public static Understood Nothing { get; } = new();

    /// <summary>Age in years, 0 to 120.</summary>
    public int? Age { get; init; }

    /// <summary>Days since this episode began, 0 to 36,500.</summary>
    public int? OnsetDays { get; init; }

    /// <summary>Pain from 0 to 10.</summary>
    public int? Severity { get; init; }

    /// <summary>Presence by finding id.</summary>
    public IReadOnlyDictionary<string, Presence> Findings { get; init; } =
        System.Collections.Immutable.ImmutableSortedDictionary<string, Presence>.Empty;

    /// <summary>Where each finding stands in the text.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}

/// <summary>One place of a text that speaks of a finding.</summary>
/// <param name="Finding">The finding id.</param>
/// <param name="Presence">What is said of it.</param>
/// <param name="Start">Where it starts, in UTF-16 units of the text as given.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Phrase">The phrase of the phrase file that fits.</param>
/// <param name="Because">The words that deny it or put it in doubt; null when there are none.</param>
public sealed record Mention(
    string Finding,
    Presence Presence,
    int Start,
    int Length,
    string Phrase,
    string? Because = null
);
