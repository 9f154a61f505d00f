namespace SpasmBot.Clinical;

/// <summary>Says why: one reason for each rule that fired.</summary>
internal static class ReasonWriter
{
    /// <summary>Most urgent first; the rule that applies otherwise only when there is nothing else.</summary>
    public static IReadOnlyList<Reason> Write(Protocol protocol, Findings findings, IReadOnlyList<FiredRule> fired)
    {
        var evidence = new Evidence(protocol, findings);
        var reasons = fired.Select(one => (one.Disposition, Reason: ReasonOf(protocol, evidence, one))).ToList();
        if (protocol.LacksGuardedAnswer(findings))
        {
            var rule = protocol.NotAnsweredRule;
            reasons.Add((rule.Disposition, Bare(rule.Id, rule.Disposition, rule.Reason, rule.Source)));
        }
        if (reasons.Count == 0)
        {
            var otherwise = protocol.Rules[^1];
            return [Bare(otherwise.Id, otherwise.Disposition, otherwise.Reason, otherwise.Source)];
        }
        return [.. reasons.OrderByDescending(pair => pair.Disposition).Select(pair => pair.Reason)];
    }

    private static Reason ReasonOf(Protocol protocol, Evidence evidence, FiredRule fired)
    {
        var causes = evidence.CausesOf(fired.Rule.When!, fired.Certainty);
        return new Reason
        {
            Rule = fired.Rule.Id,
            Disposition = DispositionId.Of(fired.Disposition),
            Because = causes,
            Text = WithUnsureNote(protocol, fired.Rule.Reason, causes),
            Source = fired.Rule.Source,
        };
    }

    private static string WithUnsureNote(Protocol protocol, string text, IReadOnlyList<Cause> causes)
    {
        var unsure = causes
            .Where(cause => cause.Presence == PresenceId.Of(Presence.Unsure))
            .Select(cause => protocol.FindFinding(cause.Finding)?.Label ?? cause.Finding)
            .ToArray();
        return unsure.Length == 0
            ? text
            : $"{text} {protocol.UnsureNote.Replace("{findings}", string.Join(", ", unsure), StringComparison.Ordinal)}";
    }

    private static Reason Bare(string rule, Disposition disposition, string text, string source) =>
        new()
        {
            Rule = rule,
            Disposition = DispositionId.Of(disposition),
            Because = [],
            Text = text,
            Source = source,
        };
}
