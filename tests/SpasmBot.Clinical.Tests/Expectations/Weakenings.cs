namespace SpasmBot.Clinical.Tests.Expectations;

/// <summary>Every single small edit that could make a protocol less careful.</summary>
internal static class Weakenings
{
    public static IEnumerable<(string Edit, Protocol Protocol)> Of(Protocol protocol) =>
        [.. OfRules(protocol), .. OfFindings(protocol), .. OfSkipping(protocol)];

    private static IEnumerable<(string Edit, Protocol Protocol)> OfRules(Protocol protocol)
    {
        foreach (var rule in protocol.Rules.Where(rule => rule.When is not null))
        {
            yield return ($"{rule.Id} removed", protocol with { Rules = [.. protocol.Rules.Where(r => r != rule)] });
            var lower = rule with { Disposition = rule.Disposition - 1 };
            yield return ($"{rule.Id} lowered", With(rule, lower));
            foreach (var (edit, when) in OfCondition(rule.When!))
            {
                yield return ($"{rule.Id}: {edit}", With(rule, rule with { When = when }));
            }
        }

        Protocol With(Rule old, Rule changed) =>
            protocol with
            {
                Rules = [.. protocol.Rules.Select(rule => rule == old ? changed : rule)],
            };
    }

    private static IEnumerable<(string Edit, Expression When)> OfCondition(Expression condition)
    {
        switch (condition)
        {
            case Expression.Compare compare:
                var step = compare.Comparison is Comparison.Less or Comparison.LessOrEqual ? -1 : 1;
                yield return ($"{compare} moved by {step}", compare with { Value = compare.Value + step });
                break;
            case Expression.Any any:
                yield return ($"or to and in ({any})", new Expression.All(any.Parts));
                foreach (var part in any.Parts)
                {
                    Expression[] others = [.. any.Parts.Where(other => !ReferenceEquals(other, part))];
                    yield return ($"{part} left out", others.Length == 1 ? others[0] : new Expression.Any(others));
                }
                foreach (var inner in Inside(any.Parts, parts => new Expression.Any(parts)))
                {
                    yield return inner;
                }
                break;
            case Expression.All all:
                foreach (var inner in Inside(all.Parts, parts => new Expression.All(parts)))
                {
                    yield return inner;
                }
                break;
        }
    }

    private static IEnumerable<(string Edit, Expression When)> Inside(
        IReadOnlyList<Expression> parts,
        Func<Expression[], Expression> rebuild
    ) =>
        from index in Enumerable.Range(0, parts.Count)
        from changed in OfCondition(parts[index])
        select (changed.Edit, rebuild([.. parts.Take(index), changed.When, .. parts.Skip(index + 1)]));

    private static IEnumerable<(string Edit, Protocol Protocol)> OfFindings(Protocol protocol)
    {
        foreach (var finding in protocol.Findings)
        {
            foreach (var weaker in WeakerThan(finding.Unsure))
            {
                yield return ($"not sure about {finding.Id} {weaker}", With(finding, finding with { Unsure = weaker }));
            }
            if (finding.Implies.Count > 0)
            {
                yield return ($"{finding.Id} implies nothing", With(finding, finding with { Implies = [] }));
            }
        }

        Protocol With(FindingDefinition old, FindingDefinition changed) =>
            protocol with
            {
                Findings = [.. protocol.Findings.Select(finding => finding == old ? changed : finding)],
            };
    }

    private static UnsureMeaning[] WeakerThan(UnsureMeaning meaning) =>
        meaning switch
        {
            UnsureMeaning.Counts => [UnsureMeaning.Limited, UnsureMeaning.Ignored],
            UnsureMeaning.Limited => [UnsureMeaning.Ignored],
            _ => [],
        };

    private static IEnumerable<(string Edit, Protocol Protocol)> OfSkipping(Protocol protocol)
    {
        var floor = protocol.NotAnsweredRule;
        yield return (
            "skipping counts for nothing",
            protocol with
            {
                NotAnsweredRule = floor with { Disposition = Disposition.SelfCare },
            }
        );
        foreach (var guarded in protocol.Questions.Where(question => question.IsGuarded))
        {
            var open = guarded with { IsGuarded = false };
            yield return (
                $"{guarded.Id} may be skipped",
                protocol with
                {
                    Questions = [.. protocol.Questions.Select(question => question == guarded ? open : question)],
                }
            );
        }
    }
}
