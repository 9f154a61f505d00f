namespace SpasmBot.Language;

/// <summary>One section of the knowledge base: a file <c>knowledge/&lt;id&gt;.md</c>.</summary>
/// <param name="Id">The section id, from the file name.</param>
/// <param name="Title">The question it answers, or its topic.</param>
/// <param name="ArticleSection">The section of the clinic's article it rests on.</param>
/// <param name="Short">The short answer, plain text.</param>
/// <param name="Text">The longer answer, Markdown.</param>
/// <param name="Related">Ids of related sections.</param>
public sealed record KnowledgeSection(
    string Id,
    string Title,
    string ArticleSection,
    string Short,
    string Text,
    IReadOnlyList<string> Related
);

/// <summary>The answer of the knowledge base to a free question.</summary>
/// <param name="Best">The section that answers it; null when none does.</param>
/// <param name="Alternatives">
/// With an answer: related and next best sections. Without: the nearest topics, possibly none.
/// </param>
public sealed record KnowledgeAnswer(KnowledgeSection? Best, IReadOnlyList<KnowledgeSection> Alternatives)
{
    /// <summary>Whether the knowledge base covers the question.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Best))]
    public bool IsAnswered => Best is not null;
}
