using System.Collections.Frozen;

namespace SpasmBot.Clinical;

/// <summary>Quick ways into a protocol. A copy made with <c>with</c> has its own as soon as its lists differ.</summary>
internal sealed class ProtocolIndex(Protocol protocol)
{
    private readonly IReadOnlyList<FindingDefinition> _findings = protocol.Findings;
    private readonly IReadOnlyList<Question> _questions = protocol.Questions;

    public FrozenDictionary<string, FindingDefinition> Findings { get; } =
        protocol.Findings.ToFrozenDictionary(finding => finding.Id, StringComparer.Ordinal);

    public FrozenDictionary<string, Question> Questions { get; } =
        protocol.Questions.ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);

    public FrozenDictionary<string, IReadOnlyList<string>> Impliers { get; } = FindImpliers(protocol.Findings);

    public bool IsOf(Protocol other) =>
        ReferenceEquals(_findings, other.Findings) && ReferenceEquals(_questions, other.Questions);

    private static FrozenDictionary<string, IReadOnlyList<string>> FindImpliers(
        IReadOnlyList<FindingDefinition> findings
    )
    {
        var implied = findings.ToDictionary(f => f.Id, f => f.Implies, StringComparer.Ordinal);
        return findings
            .SelectMany(f => Closure(f.Id, implied).Select(target => (target, source: f.Id)))
            .GroupBy(pair => pair.target, pair => pair.source, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group], StringComparer.Ordinal);
    }

    private static HashSet<string> Closure(string id, Dictionary<string, IReadOnlyList<string>> implied)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(implied.GetValueOrDefault(id) ?? []);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in implied.GetValueOrDefault(next) ?? [])
                {
                    open.Push(further);
                }
            }
        }
        return reached;
    }
}
