using System.Security.Cryptography;
using System.Text;

namespace SpasmBot.Clinical;

/// <summary>
/// Tells whether two protocols decide, ask and show the same, whatever their wording: the ids, conditions and levels
/// in their order. So a proof is known to be of this protocol, and a mended sentence does not make it old.
/// </summary>
public static class ProtocolFingerprint
{
    private const int Length = 16;

    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(Protocol protocol)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines(protocol))));
        return Convert.ToHexStringLower(hash)[..Length];
    }

    private static IEnumerable<string> Lines(Protocol protocol) =>
        [
            .. protocol.Findings.Select(f => $"finding {f.Id} {f.Group} {f.Unsure} {string.Join(' ', f.Implies)}"),
            .. protocol.Rules.Select(r => $"rule {r.Id} {DispositionId.Of(r.Disposition)} {r.When} {r.IsCrisis}"),
            $"floor {protocol.NotAnsweredRule.Id} {DispositionId.Of(protocol.NotAnsweredRule.Disposition)}",
            $"told {protocol.Told}",
            .. protocol.Questions.SelectMany(LinesOf),
            .. protocol.Advice.Select(a => $"advice {a.Id} {a.Kind} {Levels(a.Dispositions)} {a.When}"),
            .. protocol.Conditions.Select(c => $"condition {c.Id} {c.When}"),
        ];

    private static IEnumerable<string> LinesOf(Question question) =>
        question
            .Options.Select(option => $"option {option.Finding} {option.When}")
            .Prepend(
                $"question {question.Id} {question.Section} {question.IsGuarded} {question.Story} {question.When}"
            );

    private static string Levels(IEnumerable<Disposition> dispositions) =>
        string.Join(',', dispositions.Order().Select(DispositionId.Of));
}
