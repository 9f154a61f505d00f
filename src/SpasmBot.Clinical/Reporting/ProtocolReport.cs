using SpasmBot.Clinical.Loading;

namespace SpasmBot.Clinical;

/// <summary>What a protocol contains, and what in it leads nowhere: for the author, not for the person.</summary>
public sealed record ProtocolReport
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>How many of each kind there are, in reading order.</summary>
    public required IReadOnlyList<ReportCount> Counts { get; init; }

    /// <summary>Rule ids by disposition, most urgent first.</summary>
    public required IReadOnlyList<DispositionRules> Rules { get; init; }

    /// <summary>Findings that nothing uses: no rule, advice, other condition or question.</summary>
    public required IReadOnlyList<string> UsedNowhere { get; init; }

    /// <summary>Findings that no question asks; they come from own words or are implied only.</summary>
    public required IReadOnlyList<string> NotAsked { get; init; }

    /// <summary>Findings that are asked although no rule, advice or condition depends on them.</summary>
    public required IReadOnlyList<string> AskedInVain { get; init; }

    /// <summary>Findings that neither a question nor a phrase brings, nor another finding: nobody can ever have them.</summary>
    public required IReadOnlyList<string> Unreachable { get; init; }

    /// <summary>Labels of questions whose answers no rule, advice, condition or other question depends on.</summary>
    public required IReadOnlyList<string> QuestionsInVain { get; init; }

    /// <summary>What the proofs say, one sentence a line; see the proof command.</summary>
    public required IReadOnlyList<string> Proofs { get; init; }

    /// <summary>Looks a protocol through.</summary>
    /// <param name="protocol">What is looked through.</param>
    /// <param name="sayable">The findings that phrases bring; null when the phrases are not known: then all.</param>
    public static ProtocolReport Of(Protocol protocol, IReadOnlySet<string>? sayable = null)
    {
        var ids = protocol.Findings.Select(finding => finding.Id).ToArray();
        var asked = protocol.Questions.SelectMany(AskedBy).ToHashSet(StringComparer.Ordinal);
        var decisive = ConditionsOf(protocol).SelectMany(when => when.Findings).ToHashSet(StringComparer.Ordinal);
        AddImplied(protocol, decisive);
        return new ProtocolReport
        {
            Name = protocol.Name,
            Version = protocol.Version,
            Counts = CountsOf(protocol),
            Rules = [.. Enum.GetValues<Disposition>().OrderDescending().Select(d => RulesOf(protocol, d))],
            UsedNowhere = [.. ids.Where(id => !asked.Contains(id) && !decisive.Contains(id))],
            NotAsked = [.. ids.Where(id => !asked.Contains(id))],
            Unreachable = [.. ids.Where(id => !IsReachable(id))],
            QuestionsInVain =
            [
                .. protocol
                    .Questions.Where(question => !IsUseful(question, protocol, decisive))
                    .Select(question => question.Label),
            ],
            Proofs = ProofsOf(protocol),
            AskedInVain = [.. ids.Where(id => asked.Contains(id) && !decisive.Contains(id))],
        };

        bool IsReachable(string id) =>
            asked.Contains(id) || sayable?.Contains(id) != false || protocol.ImpliersOf(id).Any(IsReachable);
    }

    private static bool IsUseful(Question question, Protocol protocol, HashSet<string> decisive) =>
        AskedBy(question).Any(decisive.Contains)
        || question.Sets is { } number
            && ConditionsOf(protocol)
                .SelectMany(when => when.Numbers)
                .Any(used => used == number || (used == "ageAtOnset" && number != "severity"));

    private static IReadOnlyList<string> ProofsOf(Protocol protocol) =>
        protocol.Proofs switch
        {
            null => ["there are none; run the proof command"],
            { } proofs when !proofs.AreOf(protocol) =>
            [
                "they are of another state of the protocol; run the proof command again",
            ],
            { } proofs =>
            [
                .. proofs.Proofs.Select(proof => $"{(proof.Holds ? "proved" : "REFUTED")}: {proof.Claim}"),
                .. proofs.Proofs.SelectMany(proof => proof.CounterExamples),
                .. proofs.Idle,
            ],
        };

    private static IEnumerable<string> AskedBy(Question question) =>
        question.Options.Select(option => option.Finding).Concat(question.AlsoSettles);

    private static IEnumerable<Expression> ConditionsOf(Protocol protocol) =>
        new[]
        {
            protocol.Rules.Select(rule => rule.When),
            protocol.Advice.Select(item => item.When),
            protocol.Conditions.Select(condition => condition.When),
            protocol.Questions.Select(question => question.When),
            protocol.Questions.SelectMany(question => question.Options).Select(option => option.When),
        }
            .SelectMany(whens => whens)
            .OfType<Expression>();

    /// <summary>A finding that brings along one that matters, matters.</summary>
    private static void AddImplied(Protocol protocol, HashSet<string> decisive)
    {
        foreach (var id in decisive.ToArray())
        {
            decisive.UnionWith(protocol.ImpliersOf(id));
        }
    }

    private static DispositionRules RulesOf(Protocol protocol, Disposition disposition) =>
        new(disposition, [.. protocol.Rules.Where(rule => rule.Disposition == disposition).Select(rule => rule.Id)]);

    private static IReadOnlyList<ReportCount> CountsOf(Protocol protocol) =>
        [
            new("findings", protocol.Findings.Count, Grouped(protocol.Findings, finding => finding.Group)),
            new("questions", protocol.Questions.Count, Grouped(protocol.Questions, question => question.Section)),
            new("rules", protocol.Rules.Count, []),
            new("advice", protocol.Advice.Count, Grouped(protocol.Advice, item => Words.NameOf(item.Kind))),
            new("other conditions", protocol.Conditions.Count, []),
            new("phases of recovery", protocol.Recovery.Phases.Count, []),
        ];

    private static IReadOnlyList<ReportCount> Grouped<T>(IEnumerable<T> items, Func<T, string> key) =>
        [.. items.GroupBy(key, StringComparer.Ordinal).Select(group => new ReportCount(group.Key, group.Count(), []))];
}

/// <summary>How many there are of something, and of its parts.</summary>
public sealed record ReportCount(string Name, int Count, IReadOnlyList<ReportCount> Parts);

/// <summary>The rules that ask for a disposition.</summary>
public sealed record DispositionRules(Disposition Disposition, IReadOnlyList<string> Rules);
