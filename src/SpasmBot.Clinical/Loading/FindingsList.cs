using System.Collections.Frozen;

namespace SpasmBot.Clinical.Loading;

/// <summary>The findings other files refer to.</summary>
/// <param name="Findings">In the order of the file.</param>
/// <param name="AreKnown">False when the file could not be read: then no reference to a finding is called wrong.</param>
internal sealed record FindingsList(IReadOnlyList<FindingDefinition> Findings, bool AreKnown)
{
    private readonly FrozenDictionary<string, FindingDefinition> _byId = Findings
        .DistinctBy(finding => finding.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(finding => finding.Id, StringComparer.Ordinal);

    public IEnumerable<string> Ids => Findings.Select(finding => finding.Id);

    public bool Knows(string id) => !AreKnown || _byId.ContainsKey(id);

    public FindingDefinition? Find(string id) => _byId.GetValueOrDefault(id);
}
