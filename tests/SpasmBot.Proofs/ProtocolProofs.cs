using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Properties;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Proofs;

/// <summary>Everything that is proved of a protocol.</summary>
public static class ProtocolProofs
{
    /// <summary>Runs every proof; takes up to a minute, most of it for the random people.</summary>
    public static ProofReport Run(Protocol protocol, int randomPeople = Agreement.People)
    {
        var model = ProtocolModel.Of(protocol);
        var search = new Search(model);
        Proof[] proofs =
        [
            AnswerProofs.OneDisposition(model, search),
            AnswerProofs.NeverLessForMore(model, search),
            AnswerProofs.EmergencySigns(model, search),
            AnswerProofs.AdviceIsComplete(model, search),
            RuleProofs.EveryRuleFires(model, search),
            RuleProofs.EveryRuleDecides(model, search),
            Agreement.WithTheProgram(model, protocol, randomPeople),
        ];
        return new ProofReport(ProtocolFingerprint.Of(protocol), proofs, Idle.Of(model, search));
    }
}

/// <summary>What was proved of a protocol, and of which.</summary>
/// <param name="Fingerprint">Of the protocol that was proved; see <see cref="ProtocolFingerprint"/>.</param>
/// <param name="Proofs">The properties.</param>
/// <param name="Idle">What can never do anything, in words.</param>
public sealed record ProofReport(string Fingerprint, IReadOnlyList<Proof> Proofs, IReadOnlyList<string> Idle)
{
    public bool Holds => Proofs.All(proof => proof.Holds);
}
