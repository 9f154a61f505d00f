using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Shingle;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>
/// How texts of the knowledge and questions become terms. Texts are normalised first (<see cref="PreparedText"/>), so
/// that a question and the knowledge agree on case, accents, apostrophes and hyphens.
/// </summary>
internal sealed class SearchAnalysis
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Stems, each synonym as the first of its group.</summary>
    public const string Stems = "stems";

    /// <summary>Two stems that stand side by side: "how long", "come back".</summary>
    public const string Pairs = "pairs";

    private readonly SynonymMap? _synonyms;

    public SearchAnalysis(IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        _synonyms = synonyms.Count == 0 ? null : MapOf(synonyms);
        var stems = Analyzer.NewAnonymous((_, reader) => Stemmed(reader));
        Analyzer = new PerFieldAnalyzerWrapper(
            stems,
            new Dictionary<string, Analyzer>(StringComparer.Ordinal)
            {
                [Pairs] = Analyzer.NewAnonymous((_, reader) => Paired(reader)),
            }
        );
    }

    public Analyzer Analyzer { get; }

    /// <summary>The words and numbers of a text, normalised, with a blank between them.</summary>
    public static string Normalise(string text) => string.Join(' ', WordsOf(PreparedText.From(text)));

    public static IEnumerable<string> WordsOf(PreparedText text) =>
        text.Tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value);

    /// <summary>The terms of a normalised text, in its order.</summary>
    public IReadOnlyList<string> Terms(string field, string normalised)
    {
        var terms = new List<string>();
        using var stream = Analyzer.GetTokenStream(field, normalised);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }

    private TokenStreamComponents Stemmed(TextReader reader)
    {
        var source = new WhitespaceTokenizer(Version, reader);
        return new(source, WithSynonyms(new PorterStemFilter(source)));
    }

    private TokenStreamComponents Paired(TextReader reader)
    {
        var source = new WhitespaceTokenizer(Version, reader);
        var shingles = new ShingleFilter(WithSynonyms(new PorterStemFilter(source)), 2, 2);
        shingles.SetOutputUnigrams(false);
        return new(source, shingles);
    }

    private TokenStream WithSynonyms(TokenStream stems) =>
        _synonyms is null ? stems : new SynonymFilter(stems, _synonyms, ignoreCase: false);

    // Stems are mapped, so that each ending of each synonym is covered.
    private static SynonymMap MapOf(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var builder = new SynonymMap.Builder(dedup: true);
        var plain = new SearchAnalysis([]);
        foreach (var group in groups)
        {
            var output = new CharsRef(string.Join('_', Stem(plain, group[0])));
            foreach (var member in group)
            {
                var stems = Stem(plain, member);
                var input = SynonymMap.Builder.Join([.. stems], new CharsRef());
                if (input.Length > 0 && !input.CharsEquals(output))
                {
                    builder.Add(input, output, includeOrig: false);
                }
            }
        }

        return builder.Build();
    }

    private static IReadOnlyList<string> Stem(SearchAnalysis plain, string text) => plain.Terms(Stems, Normalise(text));
}
