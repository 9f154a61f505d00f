namespace SpasmBot.Proofs.Properties;

/// <summary>One property of a protocol, tried on all possible people.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Claim">What is claimed, in words for a clinician.</param>
/// <param name="How">How it was shown.</param>
/// <param name="CounterExamples">Who it fails for, in words; empty when it is proved.</param>
public sealed record Proof(string Id, string Claim, string How, IReadOnlyList<string> CounterExamples)
{
    public bool Holds => CounterExamples.Count == 0;
}
