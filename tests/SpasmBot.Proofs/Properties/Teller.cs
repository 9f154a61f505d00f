using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Properties;

/// <summary>Tells of people, rules and answers in words that a clinician reads.</summary>
internal sealed class Teller(Protocol protocol)
{
    public string Person(Findings findings) => ExpressionWords.Of(findings, protocol);

    public string Rule(Rule rule) =>
        $"rule {rule.Id} ({(rule.When is null ? "everybody else" : ExpressionWords.Of(rule.When, protocol))})";

    public string Answer(Disposition disposition) =>
        protocol.Dispositions.TryGetValue(disposition, out var text)
            ? $"“{text.Title}”"
            : $"{DispositionId.Of(disposition)}, for which there are no words";

    /// <summary>The rule that decides of this person, as the program says.</summary>
    public string DecidedBy(Findings findings)
    {
        var first = Triage.Assess(protocol, findings).Reasons[0];
        return protocol.Rules.FirstOrDefault(rule => rule.Id == first.Rule) is { } rule ? Rule(rule) : first.Rule;
    }
}
