using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Hears what must not be answered although its words are known: prices, doses, other parts of the body.</summary>
internal sealed class NotCovered
{
    private readonly PhraseBook _book;

    public NotCovered(KnowledgeData data)
    {
        var english = EnglishRules.Instance;
        // Every word that the knowledge has is right as it stands: "genetic" is not "generic".
        var known = data
            .Sections.SelectMany(section => section.Asks.Append(KnowledgeIndex.TextOf(section)))
            .Concat(data.Synonyms.SelectMany(group => group))
            .SelectMany(text => SearchAnalysis.WordsOf(PreparedText.From(text)));
        _book = PhraseBook.From(
            data.NotCovered,
            new Vocabulary([], [.. english.RealWords, .. english.Fillers, .. CommonWords.All, .. known], [])
        );
    }

    /// <summary>Whether the text asks about such a topic, without the words with which it is covered after all.</summary>
    public bool Hears(PreparedText text)
    {
        var found = _book.Find(_book.Prepare(text));
        return found.Any(match =>
            match.Phrase.Kind == KnowledgeIndexFile.Asks
            && !found.Any(other => other.Phrase.Kind == KnowledgeIndexFile.Unless && other.Phrase.Id == match.Phrase.Id)
        );
    }
}
