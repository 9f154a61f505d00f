using System.Text.Json;
using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>What a person did in a turn.</summary>
public enum Move
{
    /// <summary>Answered the open question, or typed something.</summary>
    Answer,

    /// <summary>Took the last answer back.</summary>
    Back,

    /// <summary>Began anew, or stopped.</summary>
    Restart,

    /// <summary>Asked why, for help or a person, tapped something old or wrong, or only said that something is to be changed.</summary>
    Aside,
}

/// <summary>What is stored after a turn, to be compared with what was stored before it.</summary>
public sealed class Moment
{
    private readonly IReadOnlyList<string> _answers;
    private readonly IReadOnlyList<(string Answer, string Reason)> _withdrawn;
    private readonly string? _open;
    private readonly bool _isDeclined;
    private readonly string? _changing;
    private readonly IReadOnlyList<string> _recheck;

    private Moment(SymptomCheck check)
    {
        var state = check.State;
        _answers = [.. state.Answers.Select(Written)];
        _withdrawn = [.. state.Withdrawn.Select(withdrawn => (Written(withdrawn.Answer), withdrawn.Reason))];
        (_open, _changing, _recheck) = (state.OpenQuestion, state.Changing, [.. state.Recheck]);
        (Findings, _isDeclined) = (check.Findings, check.IsDeclined);
        Disposition = Triage.Decide(Shipped.Protocol, Findings);
    }

    public Findings Findings { get; }

    public Disposition Disposition { get; }

    public static async Task<Moment> OfAsync(Chat chat) => new(await chat.CheckAsync());

    /// <summary>
    /// No answer goes without a trace and without a cause, and an emergency is shown in the turn that made it one.
    /// </summary>
    public void AssertFollows(Moment before, Move move, Chat chat)
    {
        var gone = before._answers.ToList();
        foreach (var answer in _answers)
        {
            gone.Remove(answer);
        }

        var withdrawn = _withdrawn.Skip(before._withdrawn.Count).ToArray();
        // An answer can also be given and taken back in one turn: somebody who does not agree has told us nothing.
        var fresh = withdrawn.Where(one => !before._answers.Contains(one.Answer, StringComparer.Ordinal));
        Assert.Equal(
            gone.Order(StringComparer.Ordinal),
            withdrawn.Except(fresh).Select(one => one.Answer).Order(StringComparer.Ordinal)
        );
        Assert.All(withdrawn, one => Assert.Contains(one.Reason, Causes(before, move)));
        Assert.True(move != Move.Back || withdrawn.Length <= 1, "Back takes back more than one answer.");
        if (move == Move.Aside)
        {
            Assert.Equal(before._answers, _answers);
        }

        if (Disposition >= Disposition.Emergency && Disposition > before.Disposition && _recheck.Count == 0)
        {
            Assert.True(chat.Emergency is not null, $"{Disposition} is not shown in its own turn.");
        }
    }

    /// <summary>Ticks that were taken for an answer are findings now.</summary>
    public void AssertHolds(IReadOnlyList<string> ticked, Moment before)
    {
        if (_answers.Count > before._answers.Count || _withdrawn.Count > before._withdrawn.Count)
        {
            Assert.All(ticked, id => Assert.True(Findings.IsPresent(id), $"{id} was ticked and is not known."));
        }
    }

    private static HashSet<string> Causes(Moment before, Move move) =>
        move switch
        {
            Move.Back => ["back"],
            Move.Restart => ["restart"],
            // Who does not agree, and who taps "Start over", begins anew.
            Move.Answer when before._isDeclined || before._open is "consent" or "next" =>
            [
                "changed",
                "no-longer-asked",
                "restart",
            ],
            Move.Answer when before._changing is not null => ["changed", "no-longer-asked"],
            Move.Answer => ["no-longer-asked"],
            _ => [],
        };

    private static string Written(GivenAnswer answer) => JsonSerializer.Serialize(answer);
}
