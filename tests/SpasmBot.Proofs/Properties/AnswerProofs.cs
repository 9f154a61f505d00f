using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Proofs.Properties;

/// <summary>What holds of the answer of every possible person.</summary>
public static class AnswerProofs
{
    private const string Signs = "emergency-signs";

    /// <summary>Nobody is left without an answer, nobody gets two.</summary>
    public static Proof OneDisposition(ProtocolModel model, Search search)
    {
        var tell = new Teller(model.Protocol);
        var all = ProtocolModel.Dispositions.Select(model.Is).ToArray();
        var two =
            from first in Enumerable.Range(0, all.Length)
            from second in Enumerable.Range(first + 1, all.Length - first - 1)
            select Formula.And(all[first], all[second]);
        var examples = new List<string>();
        if (search.Find(Formula.And(all.Select(Formula.Except))) is { } nobody)
        {
            examples.Add($"A person with {tell.Person(nobody)} gets no answer at all.");
        }
        if (search.Find(Formula.Or(two)) is { } both)
        {
            examples.Add($"A person with {tell.Person(both)} gets two answers.");
        }
        return new Proof(
            "one-answer",
            "Whatever a person says, there is exactly one answer, and there are words for it.",
            "The solver looked among all people for one with no answer or with two.",
            examples
        );
    }

    /// <summary>More said is never less urgent.</summary>
    public static Proof NeverLessForMore(ProtocolModel model, Search search)
    {
        var tell = new Teller(model.Protocol);
        var examples =
            from disposition in ProtocolModel.Dispositions
            let pair = search.FindPair(model.AtLeast(disposition), Formula.Except(model.AtLeast(disposition)))
            where pair is not null
            select $"A person with {tell.Person(pair.Before)} is told at least {tell.Answer(disposition)}. "
                + $"With {tell.Person(pair.After)}, which is the same or more, the answer is less urgent.";
        return new Proof(
            "more-is-never-less",
            "A further finding, a “not sure” in place of a no, a yes in place of a “not sure” or a skipped question "
                + "never makes the answer less urgent.",
            "No condition has a “not”, so each one can only become truer. The solver looked among all pairs of people "
                + "with the same numbers, of whom the second said the same or more, for one with a less urgent answer.",
            [.. examples]
        );
    }

    /// <summary>No emergency sign is let go with less than a doctor today.</summary>
    public static Proof EmergencySigns(ProtocolModel model, Search search)
    {
        var tell = new Teller(model.Protocol);
        var least = Disposition.DoctorToday;
        var examples =
            from sign in model.Protocol.Findings
            where sign.Group == Signs
            let present = new Formula.Said(sign.Id, Presence.Present)
            let unsure = Formula.And(new Formula.Said(sign.Id, Presence.Unsure), Formula.Except(present))
            from said in new[] { present, unsure }
            let person = search.Find(Formula.And(said, Formula.Except(model.AtLeast(least))))
            where person is not null
            select $"A person with {tell.Person(person)} is told less than {tell.Answer(least)}: "
                + $"the answer is {tell.Answer(Triage.Decide(model.Protocol, person))}.";
        return new Proof(
            "emergency-signs",
            "An emergency sign, also one that the person is not sure about, never ends below a doctor today.",
            "For each sign the solver looked among all people who have it, or are not sure, for one who is told less.",
            [.. examples]
        );
    }

    /// <summary>Every answer that can be given comes with what has to stand beside it.</summary>
    public static Proof AdviceIsComplete(ProtocolModel model, Search search)
    {
        var tell = new Teller(model.Protocol);
        var examples = new List<string>();
        foreach (var disposition in ProtocolModel.Dispositions)
        {
            if (search.FindAny(model.Is(disposition)) is null)
            {
                examples.Add($"Nobody can be told {tell.Answer(disposition)}.");
                continue;
            }
            if (string.IsNullOrWhiteSpace(model.Protocol.Dispositions[disposition].WhenToBook))
            {
                var somebody = search.Find(model.Is(disposition))!;
                examples.Add($"A person with {tell.Person(somebody)} is not told when to book.");
            }
            examples.AddRange(KindsFor(disposition).Select(kind => Missing(kind, disposition)).OfType<string>());
        }
        return new Proof(
            "advice-is-complete",
            "Every answer that can be given comes with something to do, something not to do, when to book and a "
                + "safety net; an ambulance and an emergency department with what to do meanwhile.",
            "For each answer the solver looked for a person who reaches it, and for one who is shown none of a kind.",
            examples
        );

        string? Missing(AdviceKind kind, Disposition disposition)
        {
            var shown = model
                .Protocol.Advice.Where(item => item.Kind == kind && item.Dispositions.Contains(disposition))
                .Select(item => model.WhenPresent(item.When));
            var nothing = Formula.And(model.Is(disposition), Formula.Except(Formula.Or(shown)));
            return search.Find(nothing) is { } person
                ? $"A person with {tell.Person(person)} is told {tell.Answer(disposition)}, but {WordsFor(kind)}."
                : null;
        }
    }

    private static IEnumerable<AdviceKind> KindsFor(Disposition disposition)
    {
        AdviceKind[] always = [AdviceKind.Do, AdviceKind.DoNot, AdviceKind.SafetyNet];
        return disposition >= Disposition.Emergency ? [.. always, AdviceKind.WhileWaiting] : always;
    }

    private static string WordsFor(AdviceKind kind) =>
        kind switch
        {
            AdviceKind.Do => "nothing to do",
            AdviceKind.DoNot => "nothing to leave alone",
            AdviceKind.SafetyNet => "no safety net",
            _ => "not what to do meanwhile",
        };
}
