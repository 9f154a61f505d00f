namespace SpasmBot.Language.Cases;

/// <summary>A labelled utterance or reply.</summary>
internal sealed record UtteranceLine(string Id, string Text, UtteranceLabel Expect)
{
    public DateOnly? Today { get; init; }

    public string? Prompt { get; init; }

    public IReadOnlyList<string>? Options { get; init; }

    public string? ForWhom { get; init; }

    /// <summary>Traps: never present or unsure.</summary>
    public IReadOnlyList<string>? NotFindings { get; init; }

    /// <summary>Ids and numbers that may come or not.</summary>
    public IReadOnlyList<string>? NotScored { get; init; }

    /// <summary>Of each group at least one must be present; the rest are free.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? AnyOf { get; init; }

    public double AgeTolerance { get; init; }

    public double OnsetDaysTolerance { get; init; }

    public double SeverityTolerance { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public bool IsFree(string id) => NotScored?.Contains(id) == true || AnyOf?.Any(group => group.Contains(id)) == true;
}

/// <summary>What a text states or directly implies; null and what is missing must stay out.</summary>
internal sealed record UtteranceLabel(
    double? Age,
    double? OnsetDays,
    double? Severity,
    IReadOnlyDictionary<string, string> Findings
);
