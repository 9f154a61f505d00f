namespace SpasmBot.Clinical.Simulation;

/// <summary>Somebody drawn from a case mix.</summary>
internal sealed record SimulatedPerson(PatientGroup Group, Findings Findings)
{
    /// <summary>Draws a person: the group, then what the group draws, then what everybody draws.</summary>
    public static SimulatedPerson DrawFrom(CaseMix mix, Protocol protocol, SplitMix random)
    {
        var group = GroupFrom(mix, random);
        var findings = Findings.None;
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draw in group.Draws.Concat(mix.Everyone))
        {
            // The same amount of chance is used for every line, so that a changed line changes only what it says.
            var (chance, place) = (random.NextDouble() * 100, random.NextDouble());
            var isOpen = draw.Outcomes.All(outcome => !settled.Contains(outcome.Name));
            if (!isOpen || draw.When is { } when && !ExpressionEvaluator.Holds(when, findings, protocol))
            {
                continue;
            }
            settled.UnionWith(draw.Outcomes.Select(outcome => outcome.Name));
            if (Pick(draw.Outcomes, chance) is { } outcome)
            {
                findings = outcome.IsNumber
                    ? findings.WithNumber(
                        outcome.Name,
                        Math.Floor(outcome.From + place * (outcome.To - outcome.From + 1))
                    )
                    : findings.With(outcome.Name, Presence.Present);
            }
        }
        return new SimulatedPerson(group, findings);
    }

    /// <summary>What is recorded when this share of ticks that could be "not sure" is.</summary>
    public Findings WithDoubt(double percent, CaseMix mix, Protocol protocol, SplitMix random)
    {
        var findings = Findings;
        foreach (var question in Asked(protocol).Where(question => question.AllowsUnsure))
        {
            foreach (var option in question.Options.Where(option => Holds(option.When, protocol)))
            {
                var isUnsure = random.Hits(percent);
                var isStillUnsure = random.Hits(mix.StillUnsurePercent) || !question.ConfirmsUnsure;
                if (isUnsure && isStillUnsure)
                {
                    findings = findings.With(option.Finding, Presence.Unsure);
                }
            }
        }
        return findings;
    }

    /// <summary>What is recorded when this share of the screens that may be skipped is.</summary>
    public Findings WithSkips(double percent, Protocol protocol, SplitMix random)
    {
        var findings = Findings;
        foreach (var question in Asked(protocol).Where(question => question.IsOptional))
        {
            if (!random.Hits(percent))
            {
                continue;
            }
            findings = findings with
            {
                NotAnswered = findings.NotAnswered.Add(question.Id),
                Presences = findings.Presences.RemoveRange(question.Options.Select(option => option.Finding)),
            };
            if (question.Sets is { } number)
            {
                findings = findings.WithNumber(number, value: null);
            }
        }
        return findings;
    }

    private IEnumerable<Question> Asked(Protocol protocol) =>
        protocol.Questions.Where(question => Holds(question.When, protocol));

    private bool Holds(Expression? when, Protocol protocol) =>
        when is null || ExpressionEvaluator.HoldsForRouting(when, Findings, protocol);

    private static PatientGroup GroupFrom(CaseMix mix, SplitMix random)
    {
        var chance = random.NextDouble() * 100;
        foreach (var group in mix.Groups)
        {
            chance -= group.Percent;
            if (chance < 0)
            {
                return group;
            }
        }
        return mix.Groups[^1];
    }

    private static Outcome? Pick(IReadOnlyList<Outcome> outcomes, double chance)
    {
        foreach (var outcome in outcomes)
        {
            chance -= outcome.Percent;
            if (chance < 0)
            {
                return outcome;
            }
        }
        return null;
    }
}
