namespace SpasmBot.Clinical;

/// <summary>
/// What a clinician demands whatever the rules say: people who must be told at least this. The rules are held against
/// it at every start, so that a rule that was removed, loosened or lowered cannot reach a patient unseen.
/// </summary>
public sealed record Expectation
{
    public required string Id { get; init; }

    /// <summary>The least urgent answer that is safe.</summary>
    public required Disposition AtLeast { get; init; }

    /// <summary>The clinical source of the demand.</summary>
    public required string Source { get; init; }

    /// <summary>The people it is about: what is known of each, and nothing more than is needed.</summary>
    public required IReadOnlyList<ExpectedPerson> People { get; init; }
}

/// <summary>One person of an expectation.</summary>
/// <param name="Text">As written: <c>severe-belly-pain, age 60</c>.</param>
/// <param name="Findings">What that says.</param>
/// <param name="Line">Where it stands in the file.</param>
public sealed record ExpectedPerson(string Text, Findings Findings, int Line);
