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
)
{
    /// <summary>Questions as people put them that this section answers; they are searched and never shown.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];
}
