using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Language.Cases;

namespace SpasmBot.Language;

/// <summary>Reads labelled utterances and replies, one JSON object a line, and compares.</summary>
public static class UnderstandingScoring
{
    /// <summary>Harmonic mean of recall and precision of the findings.</summary>
    public const string F1 = "f1";

    /// <summary>The share of the labelled findings that were read with the same presence.</summary>
    public const string Recall = "recall";

    /// <summary>The share of the present and unsure findings that are labelled so.</summary>
    public const string Precision = "precision";

    /// <summary>The share of the numbers that are right, of those that were given or labelled.</summary>
    public const string Numbers = "numbers";

    /// <summary>The share of the lines in which all is right.</summary>
    public const string Exact = "exact";

    /// <summary>The share of the lines tagged <c>emergency</c> whose sign was heard.</summary>
    public const string Emergencies = "emergencies";

    /// <summary>The share of the lines tagged <c>idiom</c> that raised no alarm.</summary>
    public const string Idioms = "idioms";

    /// <summary>The measures, for whoever gives thresholds.</summary>
    public static IReadOnlyList<string> Names { get; } = [F1, Recall, Precision, Numbers, Exact, Emergencies, Idioms];

    /// <summary>Scores every line; dates count from its <c>today</c>, or from the one given.</summary>
    public static ScoreReport Score(LanguagePack pack, Protocol protocol, IEnumerable<string> lines, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(protocol);
        var badLines = new List<string>();
        var scored = LabelledLines
            .Read<UtteranceLine>(lines, badLines)
            .ConvertAll(line => UtteranceScore.Of(line, Read(pack, line, today), protocol));
        double Sum(Func<UtteranceScore, double> of) => scored.Sum(of);
        var hits = Sum(one => one.Hits);
        var (labelled, reported) = (Sum(one => one.Labelled), Sum(one => one.RightReports + one.FalseReports));
        return new(
            [
                new(F1, 2 * hits, labelled + hits + Sum(one => one.FalseReports)),
                new(Recall, hits, labelled),
                new(Precision, Sum(one => one.RightReports), reported),
                new(Numbers, Sum(one => one.RightNumbers), Sum(one => one.Numbers)),
                new(Exact, scored.Count(one => one.IsExact), scored.Count),
                Share(Emergencies, scored, "emergency", one => one.IsHeard),
                Share(Idioms, scored, "idiom", one => !one.IsAlarmed),
            ],
            [
                .. scored
                    .Where(one => !one.IsExact)
                    .Select(one =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{one.Line.Id}: \"{one.Line.Text}\" {string.Join("; ", one.Differences)}"
                        )
                    ),
            ],
            badLines
        );
    }

    private static Understood Read(LanguagePack pack, UtteranceLine line, DateOnly today) =>
        pack.Prompted.Read(line.Text, line.Today ?? today, line.Prompt, line.Options ?? [], line.ForWhom);

    private static Measure Share(
        string name,
        IEnumerable<UtteranceScore> scored,
        string tag,
        Func<UtteranceScore, bool> isRight
    )
    {
        var tagged = scored.Where(one => one.Line.Tags?.Contains(tag) == true).ToList();
        return new(name, tagged.Count(isRight), tagged.Count);
    }
}
