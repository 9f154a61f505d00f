using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Clinical.Tests.Expectations;

public sealed class WeakeningTests
{
    /// <summary>
    /// No demand may be missing: each edit that could tell somebody less breaks one. Edits that no demand notices are
    /// proved to change nobody's answer.
    /// </summary>
    [Fact]
    public void Expectations_AnySingleEditThatTellsSomebodyLess_IsCaught()
    {
        var protocol = UpperBackSpasm.Protocol;
        var model = ProtocolModel.Of(protocol);
        var edits = Weakenings.Of(protocol).ToArray();
        var unseen = edits.Where(edit => !IsCaught(edit.Protocol)).ToArray();

        string[] harmful =
        [
            .. unseen
                .Select(edit => (edit.Edit, Victim: Victim(model, edit.Protocol)))
                .Where(pair => pair.Victim is not null)
                .Select(pair => $"{pair.Edit}: {ExpressionWords.Of(pair.Victim!, protocol)}"),
        ];

        Assert.True(edits.Length > 400, $"{edits.Length} edits");
        Assert.True(harmful.Length == 0, string.Join('\n', harmful));
    }

    private static bool IsCaught(Protocol protocol) =>
        protocol.Expectations.Any(expectation =>
            expectation.People.Any(person => Triage.Decide(protocol, person.Findings) < expectation.AtLeast)
        );

    /// <summary>Somebody who is told less after the edit; null when there is nobody.</summary>
    private static Findings? Victim(ProtocolModel before, Protocol edited)
    {
        var after = ProtocolModel.Of(edited);
        var less = ProtocolModel.Dispositions.Select(disposition =>
            Formula.And(before.AtLeast(disposition), Formula.Except(after.AtLeast(disposition)))
        );
        return new Search(before).FindAny(Formula.Or(less));
    }
}
