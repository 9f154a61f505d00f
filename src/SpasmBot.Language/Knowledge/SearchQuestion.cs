using SpasmBot.Language.English;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>A term of a question.</summary>
/// <param name="Text">The stem, or what stands for its synonyms.</param>
/// <param name="IsCommon">Whether it says nothing about the topic.</param>
internal readonly record struct SearchTerm(string Text, bool IsCommon);

/// <summary>A question as the index sees it.</summary>
internal sealed record SearchQuestion(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<SearchTerm> Pairs)
{
    public bool HasTopic => Terms.Any(term => !term.IsCommon);

    /// <summary>Words that are read: enough for any question, and few enough for any text.</summary>
    private const int MostWords = 60;

    public static SearchQuestion From(PreparedText text, KnowledgeIndex index)
    {
        var words = SearchAnalysis
            .WordsOf(text)
            .Take(MostWords)
            .Select(word => index.Spelling.Correct(word) ?? word)
            .ToList();
        var common = words
            .Where(word => CommonWords.Contains(word) || char.IsDigit(word[0]))
            .SelectMany(word => index.Analysis.Terms(SearchAnalysis.Stems, word))
            .ToHashSet(StringComparer.Ordinal);
        var normalised = string.Join(' ', words);
        return new(
            [
                .. index
                    .Analysis.Terms(SearchAnalysis.Stems, normalised)
                    .Distinct(StringComparer.Ordinal)
                    .Select(term => new SearchTerm(term, common.Contains(term))),
            ],
            [
                .. index
                    .Analysis.Terms(SearchAnalysis.Pairs, normalised)
                    .Distinct(StringComparer.Ordinal)
                    .Select(pair => new SearchTerm(pair, pair.Split(' ').All(common.Contains))),
            ]
        );
    }
}
