using System.Diagnostics.CodeAnalysis;

namespace SpasmBot.Language;

/// <summary>The answer of the knowledge base to a free question.</summary>
/// <param name="Best">The section that answers it; null when none does.</param>
/// <param name="Alternatives">
/// With an answer: related and next best sections. Without: the nearest topics, or where to begin when none is near.
/// </param>
public sealed record KnowledgeAnswer(KnowledgeSection? Best, IReadOnlyList<KnowledgeSection> Alternatives)
{
    /// <summary>Whether the knowledge base covers the question.</summary>
    [MemberNotNullWhen(true, nameof(Best))]
    public bool IsAnswered => Best is not null;
}
