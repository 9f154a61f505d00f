namespace SpasmBot.Clinical;

/// <summary>The decision: pure, deterministic, no I/O.</summary>
public static class Triage
{
    /// <summary>
    /// The most urgent rule that fires wins; every rule that fires is kept as a reason (protocol, section 1).
    /// Any well-formed findings give exactly one disposition; ids the protocol does not know are ignored.
    /// </summary>
    public static Assessment Assess(Protocol protocol, Findings findings)
    {
        var fired = FiredRules(protocol, findings);
        var disposition = Decide(protocol, findings, fired);
        var text = protocol.Dispositions[disposition];
        return new Assessment
        {
            Disposition = DispositionId.Of(disposition),
            Title = text.Title,
            BookWithinDays = text.BookWithinDays,
            WhenToBook = text.WhenToBook,
            Reasons = ReasonWriter.Write(protocol, findings, fired),
            Do = Texts(protocol, findings, disposition, AdviceKind.Do),
            DoNot = Texts(protocol, findings, disposition, AdviceKind.DoNot),
            MakesItWorse = Texts(protocol, findings, disposition, AdviceKind.MakesWorse),
            CouldBe = [.. ConditionsFor(protocol, findings).Select(condition => condition.Text)],
            Recovery = disposition >= Disposition.Emergency ? "" : protocol.Recovery.Text,
            SafetyNet = Texts(protocol, findings, disposition, AdviceKind.SafetyNet),
            NotAnswered = [.. findings.NotAnswered],
            ProtocolVersion = protocol.Version,
        };
    }

    /// <summary>The decision alone, for callers that ask often.</summary>
    public static Disposition Decide(Protocol protocol, Findings findings) =>
        MostUrgent(protocol, findings, Least(protocol, findings));

    /// <summary>
    /// The findings not yet present, in the order of the protocol, each of which alone would make the answer
    /// <paramref name="target"/>; none when the answer is already that urgent.
    /// </summary>
    public static IReadOnlyList<string> CouldRaise(Protocol protocol, Findings findings, Disposition target)
    {
        if (Decide(protocol, findings) >= target)
        {
            return [];
        }
        var evidence = new Evidence(protocol, findings);
        var justBelow = target - 1;
        return
        [
            .. protocol
                .Findings.Select(finding => finding.Id)
                .Where(id => evidence.PresenceOf(id) != Presence.Present)
                .Where(id => MostUrgent(protocol, findings.With(id, Presence.Present), justBelow) == target),
        ];
    }

    /// <summary>The advice of one kind that fits: by disposition, and by findings that are present; in the order of the file.</summary>
    public static IReadOnlyList<AdviceItem> AdviceFor(
        Protocol protocol,
        Findings findings,
        Disposition disposition,
        AdviceKind kind
    )
    {
        var evidence = new Evidence(protocol, findings);
        return
        [
            .. protocol
                .Advice.Where(item => item.Kind == kind && item.Dispositions.Contains(disposition))
                .Where(item => item.When is null || evidence.Of(item.When) == Certainty.Sure),
        ];
    }

    /// <summary>What else it could be: only where findings that are present point there.</summary>
    public static IReadOnlyList<Condition> ConditionsFor(Protocol protocol, Findings findings)
    {
        var evidence = new Evidence(protocol, findings);
        return [.. protocol.Conditions.Where(condition => evidence.Of(condition.When) == Certainty.Sure)];
    }

    /// <summary>The decision, when it is known which rules fire.</summary>
    internal static Disposition Decide(Protocol protocol, Findings findings, IReadOnlyList<FiredRule> fired)
    {
        var least = Least(protocol, findings);
        return fired is [var first, ..] && first.Disposition > least ? first.Disposition : least;
    }

    /// <summary>Every rule that fires, most urgent first, then in the order of the table.</summary>
    internal static IReadOnlyList<FiredRule> FiredRules(Protocol protocol, Findings findings)
    {
        var evidence = new Evidence(protocol, findings);
        var fired = new List<FiredRule>();
        foreach (var rule in protocol.Rules)
        {
            if (FiredRule.TryFire(rule, evidence) is { } one)
            {
                fired.Add(one);
            }
        }
        return [.. fired.OrderByDescending(one => one.Disposition)];
    }

    /// <summary>The answer when no rule with a condition fires.</summary>
    private static Disposition Least(Protocol protocol, Findings findings)
    {
        var otherwise = protocol.Rules[^1].Disposition;
        var floor = protocol.NotAnsweredRule.Disposition;
        return floor > otherwise && protocol.LacksGuardedAnswer(findings) ? floor : otherwise;
    }

    /// <summary>What the rules ask for, but never less than <paramref name="least"/>.</summary>
    private static Disposition MostUrgent(Protocol protocol, Findings findings, Disposition least)
    {
        var evidence = new Evidence(protocol, findings);
        foreach (var rule in protocol.Rules)
        {
            // No rule counts as more urgent than it says.
            if (rule.Disposition > least && FiredRule.TryFire(rule, evidence) is { } fired && fired.Disposition > least)
            {
                least = fired.Disposition;
            }
        }
        return least;
    }

    private static IReadOnlyList<string> Texts(
        Protocol protocol,
        Findings findings,
        Disposition disposition,
        AdviceKind kind
    ) => [.. AdviceFor(protocol, findings, disposition, kind).Select(item => item.Text)];
}
