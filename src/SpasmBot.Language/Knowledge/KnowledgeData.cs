using SpasmBot.Language.Phrases;

namespace SpasmBot.Language;

/// <summary>What the folder <c>knowledge</c> of a protocol says, checked.</summary>
internal sealed record KnowledgeData
{
    /// <summary>No folder: nothing is known.</summary>
    public static KnowledgeData None { get; } = new();

    /// <summary>The sections, in the order of the index file.</summary>
    public IReadOnlyList<KnowledgeSection> Sections { get; init; } = [];

    /// <summary>What to offer to somebody whose question nothing comes near to.</summary>
    public IReadOnlyList<KnowledgeSection> Suggested { get; init; } = [];

    /// <summary>Groups of words that mean the same in a question; each stands for its first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];

    /// <summary>
    /// What is asked and must not be answered although its words are known (prices, doses, other parts of the body), and
    /// the words with which it may be.
    /// </summary>
    public IReadOnlyList<(Phrase Phrase, PatternNode Pattern)> NotCovered { get; init; } = [];
}
