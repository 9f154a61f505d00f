using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using SpasmBot.Language.English;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>A section that a question may be about.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">How well it fits; only comparable within one question.</param>
/// <param name="Covered">The share of the question's own words that the section speaks of, 0 to 1.</param>
/// <param name="Likeness">How near the question is to one of the section's own, 0 to about 1.</param>
internal sealed record Candidate(KnowledgeSection Section, double Score, double Covered, double Likeness);

/// <summary>The sections and their sample questions, indexed in memory.</summary>
/// <remarks>
/// A section is found by the two nearest of its sample questions, and by its text. The weights were chosen on the labelled
/// questions; the result changes little when any of them is halved or doubled.
/// </remarks>
internal sealed class KnowledgeIndex
{
    private const float Saturation = 1.2f;
    private const float LengthNorm = 0.5f;
    private const double TextWeight = 0.5;
    private const double SecondWeight = 0.45;
    private const double CommonWeight = 0.25;
    private const double PairWeight = 0.4;
    private const double CommonPairWeight = 0.25;
    private const double CoverWeight = 0.6;
    private const int ShortestMistyped = 5;

    private readonly IReadOnlyList<KnowledgeSection> _sections;
    private readonly List<(int Section, bool IsSample)> _documents = [];
    private readonly IndexSearcher _searcher;
    private readonly TopicCover _cover;

    public KnowledgeIndex(KnowledgeData data)
    {
        _sections = data.Sections;
        Analysis = new(data.Synonyms);
        var directory = new RAMDirectory();
        var config = new IndexWriterConfig(SearchAnalysis.Version, Analysis.Analyzer)
        {
            Similarity = new BM25Similarity(Saturation, LengthNorm),
        };
        using (var writer = new IndexWriter(directory, config))
        {
            AddAll(writer, data);
            // One segment: the numbers of the documents are then those of their order.
            writer.ForceMerge(1);
        }

        _searcher = new(DirectoryReader.Open(directory)) { Similarity = config.Similarity };
        Spelling = SpellingOf(data);
        _cover = new(data, Analysis, IdfOf);
    }

    public SearchAnalysis Analysis { get; }

    /// <summary>Puts mistyped words right before they are stemmed: a stem is too short to be compared.</summary>
    public Spelling Spelling { get; }

    /// <summary>The text of a section that is searched beside its sample questions.</summary>
    public static string TextOf(KnowledgeSection section) =>
        string.Join('\n', section.Title, section.ArticleSection, section.Short, section.Text);

    /// <summary>Every section that shares a word with the question, the best first.</summary>
    public IReadOnlyList<Candidate> Search(SearchQuestion question)
    {
        var samples = new double[_sections.Count];
        var seconds = new double[_sections.Count];
        var texts = new double[_sections.Count];
        foreach (var hit in _searcher.Search(QueryOf(question), _documents.Count).ScoreDocs)
        {
            var (section, isSample) = _documents[hit.Doc];
            var best = isSample ? samples : texts;
            if (isSample)
            {
                seconds[section] = Math.Max(seconds[section], Math.Min(samples[section], hit.Score));
            }

            best[section] = Math.Max(best[section], hit.Score);
        }

        var cover = _cover.Of(question);
        var most = question.Terms.Sum(term => WeightOf(term) * (IdfOf(term.Text) ?? IdfOf(0)) * (Saturation + 1));
        return
        [
            .. Enumerable
                .Range(0, _sections.Count)
                .Where(at => samples[at] > 0 || texts[at] > 0)
                .Select(at => CandidateOf(at, samples[at], SecondWeight * seconds[at], texts[at], cover[at], most))
                .OrderByDescending(candidate => candidate.Score),
        ];
    }

    private Candidate CandidateOf(int at, double sample, double second, double text, double covered, double most) =>
        new(
            _sections[at],
            (sample + second + TextWeight * text) * (1 - CoverWeight + CoverWeight * covered),
            covered,
            most > 0 ? sample / most : 0
        );

    private static double WeightOf(SearchTerm term) => term.IsCommon ? CommonWeight : 1;

    // Null: the knowledge does not have the term.
    private double? IdfOf(string term)
    {
        var count = _searcher.IndexReader.DocFreq(new Term(SearchAnalysis.Stems, term));
        return count > 0 ? IdfOf(count) : null;
    }

    private double IdfOf(int count) => Math.Log(1 + (_documents.Count - count + 0.5) / (count + 0.5));

    private static BooleanQuery QueryOf(SearchQuestion question)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in question.Terms)
        {
            Add(query, SearchAnalysis.Stems, term.Text, WeightOf(term));
        }

        foreach (var pair in question.Pairs)
        {
            Add(query, SearchAnalysis.Pairs, pair.Text, pair.IsCommon ? CommonPairWeight : PairWeight);
        }

        return query;
    }

    private static void Add(BooleanQuery query, string field, string term, double boost) =>
        query.Add(new TermQuery(new Term(field, term)) { Boost = (float)boost }, Occur.SHOULD);

    private void AddAll(IndexWriter writer, KnowledgeData data)
    {
        for (var at = 0; at < _sections.Count; at++)
        {
            var section = _sections[at];
            foreach (var sample in section.Asks.Prepend(section.Title))
            {
                writer.AddDocument(DocumentOf(sample));
                _documents.Add((at, IsSample: true));
            }

            writer.AddDocument(DocumentOf(TextOf(section)));
            _documents.Add((at, IsSample: false));
        }
    }

    // A word that says nothing about a topic is right as it stands, and never the one that was meant.
    private static Spelling SpellingOf(KnowledgeData data)
    {
        var words = data
            .Sections.SelectMany(section => section.Asks.Append(TextOf(section)))
            .Concat(data.Synonyms.SelectMany(group => group))
            .SelectMany(text => SearchAnalysis.WordsOf(PreparedText.From(text)));
        return new(
            words.Where(word => !CommonWords.Contains(word)),
            [.. CommonWords.All, .. EnglishRules.Instance.RealWords, .. EnglishRules.Instance.Fillers],
            ShortestMistyped
        );
    }

    private static Document DocumentOf(string text)
    {
        var words = SearchAnalysis.Normalise(text);
        return
        [
            new TextField(SearchAnalysis.Stems, words, Field.Store.NO),
            new TextField(SearchAnalysis.Pairs, words, Field.Store.NO),
        ];
    }
}
