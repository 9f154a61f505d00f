namespace SpasmBot.Clinical;

/// <summary>How labelled cases were decided, compared with what they ask for.</summary>
public sealed record CaseReport(IReadOnlyList<CaseOutcome> Outcomes, IReadOnlyList<CaseError> BadLines)
{
    /// <summary>Everything as labelled, and every line read.</summary>
    public bool IsPerfect => BadLines.Count == 0 && Outcomes.All(outcome => !outcome.IsMiss);

    /// <summary>Each case that differs from its label in anything.</summary>
    public IReadOnlyList<CaseOutcome> Misses => [.. Outcomes.Where(outcome => outcome.IsMiss)];

    /// <summary>How many cases that should have ended in one disposition ended in another one.</summary>
    public int Confusion(Disposition expected, Disposition actual) =>
        Outcomes.Count(outcome => outcome.Expected == expected && outcome.Actual == actual);
}
