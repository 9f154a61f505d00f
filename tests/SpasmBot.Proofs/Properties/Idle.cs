using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Proofs.Properties;

/// <summary>What stands in the protocol but can never do anything: not unsafe, but nobody wrote it for that.</summary>
public static class Idle
{
    /// <summary>One sentence for each idle thing.</summary>
    public static IReadOnlyList<string> Of(ProtocolModel model, Search search) =>
        [
            .. AdviceNeverShown(model, search),
            .. ConditionsNeverShown(model, search),
            .. QuestionsNeverAsked(model, search),
            .. FindingsWithoutEffect(model, search),
        ];

    private static IEnumerable<string> AdviceNeverShown(ProtocolModel model, Search search) =>
        from item in model.Protocol.Advice
        from disposition in item.Dispositions.OrderDescending()
        let shown = Formula.And(model.Is(disposition), model.WhenPresent(item.When))
        where item.When is not null && search.FindAny(shown) is null
        select $"The advice {item.Id} is never shown with {new Teller(model.Protocol).Answer(disposition)}.";

    private static IEnumerable<string> ConditionsNeverShown(ProtocolModel model, Search search) =>
        from condition in model.Protocol.Conditions
        where search.FindAny(model.WhenPresent(condition.When)) is null
        select $"The condition {condition.Id} is never shown.";

    private static IEnumerable<string> QuestionsNeverAsked(ProtocolModel model, Search search)
    {
        foreach (var question in model.Protocol.Questions)
        {
            if (question.When is not null && search.FindAny(model.Offers(question.When)) is null)
            {
                yield return $"The question “{question.Label}” is never asked.";
                continue;
            }
            foreach (var option in question.Options.Where(option => option.When is not null))
            {
                var offered = Formula.And(model.Offers(question.When), model.Offers(option.When));
                if (search.FindAny(offered) is null)
                {
                    yield return $"The option “{option.Title}” of the question “{question.Label}” is never offered.";
                }
            }
        }
    }

    /// <summary>Findings that rules name, and that change nobody's answer all the same.</summary>
    private static IEnumerable<string> FindingsWithoutEffect(ProtocolModel model, Search search) =>
        from finding in model.Protocol.Findings
        where model.Rules.Any(rule => rule.Rule.When!.Findings.Contains(finding.Id, StringComparer.Ordinal))
        let present = new Assuming(finding.Id, Presence.Present)
        let absent = new Assuming(finding.Id, Presence.Absent)
        let changes = ProtocolModel
            .Dispositions.Select(model.AtLeast)
            .Select(urgent => Formula.And(present.In(urgent), Formula.Except(absent.In(urgent))))
        where search.FindAny(Formula.Or(changes)) is null
        select $"The finding “{finding.Label}” stands in a rule, but never changes the answer.";
}
