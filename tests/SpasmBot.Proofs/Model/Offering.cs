using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>When something is asked: there, every "not sure" counts as present.</summary>
internal sealed class Offering(Protocol protocol)
{
    private readonly Meaning _meaning = new(
        protocol with
        {
            Findings = [.. protocol.Findings.Select(finding => finding with { Unsure = UnsureMeaning.Counts })],
        }
    );

    public Formula Of(Expression when) => _meaning.Of(when, Surety.WithUnsure);
}
