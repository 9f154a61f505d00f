namespace SpasmBot.Clinical;

/// <summary>The decision: pure, deterministic, no I/O.</summary>
public static class Triage
{
    /// <summary>
    /// The most urgent rule that fires wins; every rule that fires is kept as a reason (protocol, section 1).
    /// Any well-formed findings give exactly one disposition; ids the protocol does not know are ignored.
    /// </summary>
    public static Assessment Assess(Protocol protocol, Findings findings) =>
        throw new NotSupportedException($"{protocol.Name} {findings}");
}
