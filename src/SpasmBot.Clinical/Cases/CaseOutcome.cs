namespace SpasmBot.Clinical;

/// <summary>What came of one labelled case.</summary>
public sealed record CaseOutcome
{
    /// <summary>The line in the file, from 1.</summary>
    public required int Line { get; init; }

    public required string Id { get; init; }

    /// <summary>What the protocol's table asks for.</summary>
    public required Disposition Expected { get; init; }

    /// <summary>What was decided.</summary>
    public required Disposition Actual { get; init; }

    /// <summary>The rule that should have decided.</summary>
    public required string DecidingRule { get; init; }

    /// <summary>The rules that fired, the deciding one first.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The least urgent answer a careful clinician would accept.</summary>
    public required Disposition ClinicalMin { get; init; }

    /// <summary>The most urgent answer a careful clinician would accept.</summary>
    public required Disposition ClinicalMax { get; init; }

    public bool IsExact => Actual == Expected;

    public bool IsUnderTriage => Actual < Expected;

    public bool IsOverTriage => Actual > Expected;

    public bool IsClinicallyUnder => Actual < ClinicalMin;

    public bool IsClinicallyOver => Actual > ClinicalMax;

    /// <summary>An emergency that was told to wait: the worst that can happen.</summary>
    public bool IsMissedEmergency => Expected >= Disposition.Emergency && Actual < Disposition.Emergency;

    /// <summary>Whether the rule that should have decided is among the reasons.</summary>
    public bool IsRuleHit => Rules.Contains(DecidingRule, StringComparer.Ordinal);

    /// <summary>Anything that is not as labelled.</summary>
    public bool IsMiss => !IsExact || !IsRuleHit || IsClinicallyUnder || IsClinicallyOver;
}

/// <summary>A line that is no case.</summary>
public sealed record CaseError(int Line, string Message);
