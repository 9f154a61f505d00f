using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Proofs.Properties;

/// <summary>No rule is idle. Every example that the solver finds is tried on the program too.</summary>
public static class RuleProofs
{
    /// <summary>Every rule can fire.</summary>
    public static Proof EveryRuleFires(ProtocolModel model, Search search)
    {
        var tell = new Teller(model.Protocol);
        var examples =
            from rule in model.Protocol.Rules
            let person = search.FindAny(model.Fires(rule))
            let problem = person is null ? $"Nobody can make {tell.Rule(rule)} fire."
            : RulesOf(model, person).Contains(rule.Id, StringComparer.Ordinal) ? null
            : $"With {tell.Person(person)}, {tell.Rule(rule)} should fire, but the program does not fire it."
            where problem is not null
            select problem;
        return new Proof(
            "every-rule-fires",
            "Every rule can fire.",
            "For each rule the solver found a person, and the program fired the rule for that person.",
            [.. examples]
        );
    }

    /// <summary>Every rule can be the one that decides, at its own urgency.</summary>
    public static Proof EveryRuleDecides(ProtocolModel model, Search search)
    {
        var tell = new Teller(model.Protocol);
        var examples =
            from rule in model.Protocol.Rules
            let person = search.FindAny(model.Decides(rule))
            let problem = person is null ? Never(rule)
            : RulesOf(model, person)[0] == rule.Id ? null
            : $"With {tell.Person(person)}, {tell.Rule(rule)} should decide, but the program does not let it."
            where problem is not null
            select problem;
        return new Proof(
            "every-rule-decides",
            "Every rule can be the one that decides.",
            "For each rule the solver found a person, and the program let the rule decide for that person.",
            [.. examples, .. FloorDecides(model, search, tell)]
        );

        string Never(Rule rule) =>
            search.Find(model.Fires(rule)) is { } person
                ? $"{tell.Rule(rule)} never decides: with {tell.Person(person)}, for example, "
                    + $"{tell.DecidedBy(person)} decides."
                : $"{tell.Rule(rule)} never decides, because it never fires.";
    }

    /// <summary>The rule for questions that were skipped, when no other asks for as much.</summary>
    private static IEnumerable<string> FloorDecides(ProtocolModel model, Search search, Teller tell)
    {
        var floor = model.Protocol.NotAnsweredRule;
        var decides = Formula.And([
            model.Is(floor.Disposition),
            new Formula.Skipped(),
            .. model.Rules.Select(rule => Formula.Except(rule.AsksFor(floor.Disposition))),
        ]);
        var person = search.FindAny(decides);
        if (person is null || RulesOf(model, person)[0] != floor.Id)
        {
            yield return $"The rule {floor.Id} for skipped questions never decides"
                + (person is null ? "." : $", not even with {tell.Person(person)}.");
        }
    }

    private static string[] RulesOf(ProtocolModel model, Findings findings) =>
        [.. Triage.Assess(model.Protocol, findings).Reasons.Select(reason => reason.Rule)];
}
