namespace SpasmBot.Clinical.Simulation;

/// <summary>Counts answers, deciding rules and rules that decide alone.</summary>
internal sealed class SimulationCount(Protocol protocol)
{
    private readonly Dictionary<(string Group, Disposition Disposition), int> _answers = [];
    private readonly Dictionary<string, int> _deciding = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _alone = new(StringComparer.Ordinal);

    public static SimulationRun Of(
        string title,
        Protocol protocol,
        CaseMix mix,
        IEnumerable<(PatientGroup Group, Findings Findings)> people
    )
    {
        var count = new SimulationCount(protocol);
        foreach (var (group, findings) in people)
        {
            count.Add(group, findings);
        }
        return count.Report(title, mix);
    }

    private void Add(PatientGroup group, Findings findings)
    {
        var fired = Triage.FiredRules(protocol, findings);
        var disposition = Triage.Decide(protocol, findings, fired);
        Increase(_answers, (group.Id, disposition));
        Increase(_deciding, DecidedBy(fired, disposition, findings));
        var urgent = fired.Where(one => one.Disposition >= Disposition.DoctorToday).ToArray();
        if (group.IsMechanical && urgent is [var alone])
        {
            Increase(_alone, alone.Rule.Id);
        }
    }

    private string DecidedBy(IReadOnlyList<FiredRule> fired, Disposition disposition, Findings findings) =>
        fired.Count > 0 && fired[0].Disposition == disposition ? fired[0].Rule.Id
        : protocol.LacksGuardedAnswer(findings) ? protocol.NotAnsweredRule.Id
        : protocol.Rules[^1].Id;

    private SimulationRun Report(string title, CaseMix mix)
    {
        var mechanical = mix.Groups.Where(group => group.IsMechanical).Select(group => group.Id).ToArray();
        return new SimulationRun
        {
            Title = title,
            All = Shares(mix.Groups.Select(group => group.Id)),
            Mechanical = Shares(mechanical),
            Others = Shares(mix.Groups.Where(group => !group.IsMechanical).Select(group => group.Id)),
            Deciding = Rules(_deciding, _answers.Values.Sum()),
            Alone = Rules(_alone, PeopleIn(mechanical)),
            Groups = [.. mix.Groups.Select(GroupShareOf)],
        };
    }

    private GroupShare GroupShareOf(PatientGroup group)
    {
        var shares = Shares([group.Id]);
        return new GroupShare(
            group.Label,
            group.Percent,
            Sum(d => d >= Disposition.Emergency),
            Sum(d => d is Disposition.DoctorToday or Disposition.DoctorSoon),
            Sum(d => d < Disposition.DoctorSoon)
        );

        double Sum(Func<Disposition, bool> isCounted) =>
            shares.Where(share => isCounted(share.Disposition)).Sum(share => share.Percent);
    }

    private IReadOnlyList<DispositionShare> Shares(IEnumerable<string> groups)
    {
        var ids = groups.ToHashSet(StringComparer.Ordinal);
        var total = PeopleIn(ids);
        return
        [
            .. Enum.GetValues<Disposition>()
                .OrderDescending()
                .Select(disposition => new DispositionShare(
                    disposition,
                    Percent(ids.Sum(id => _answers.GetValueOrDefault((id, disposition))), total)
                )),
        ];
    }

    private int PeopleIn(IEnumerable<string> groups) =>
        _answers.Where(pair => groups.Contains(pair.Key.Group, StringComparer.Ordinal)).Sum(pair => pair.Value);

    private static IReadOnlyList<RuleShare> Rules(Dictionary<string, int> counts, int total) =>
        [
            .. counts
                .Select(pair => new RuleShare(pair.Key, Percent(pair.Value, total)))
                .OrderByDescending(share => share.Percent)
                .ThenBy(share => share.Rule, StringComparer.Ordinal),
        ];

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static void Increase<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
