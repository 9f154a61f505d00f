namespace SpasmBot.Language;

/// <summary>How much of what a question is about a section speaks of.</summary>
internal sealed class TopicCover
{
    private const double Least = 1.5;
    private const double Most = 4;

    /// <summary>A word of the field says more about the topic than any other word.</summary>
    private const double Field = 1.25;

    /// <summary>A word that is found nowhere: it most likely is the topic, and not ours.</summary>
    private const double Unknown = 2.5;

    private readonly HashSet<string>[] _stems;
    private readonly HashSet<string> _field;
    private readonly Func<string, double?> _idf;

    public TopicCover(KnowledgeData data, SearchAnalysis analysis, Func<string, double?> idf)
    {
        _idf = idf;
        _stems =
        [
            .. data.Sections.Select(section => StemsOf(section.Asks.Append(KnowledgeIndex.TextOf(section)), analysis)),
        ];
        _field = StemsOf(
            data.Synonyms.Select(group => group[0]).Concat(data.Sections.Select(section => section.Title)),
            analysis
        );
    }

    /// <summary>By section, from 0 to 1; all 0 when the question has no words of its own.</summary>
    public double[] Of(SearchQuestion question)
    {
        var terms = question
            .Terms.Where(term => !term.IsCommon)
            .Select(term => (term.Text, Weight: WeightOf(term.Text)))
            .ToList();
        var all = terms.Sum(term => term.Weight);
        return
        [
            .. _stems.Select(stems =>
                all > 0 ? terms.Where(term => stems.Contains(term.Text)).Sum(term => term.Weight) / all : 0
            ),
        ];
    }

    private double WeightOf(string term) =>
        _idf(term) is { } idf ? Math.Clamp(idf, Least, Most) * (_field.Contains(term) ? Field : 1) : Unknown;

    private static HashSet<string> StemsOf(IEnumerable<string> texts, SearchAnalysis analysis) =>
        [.. texts.SelectMany(text => analysis.Terms(SearchAnalysis.Stems, SearchAnalysis.Normalise(text)))];
}
