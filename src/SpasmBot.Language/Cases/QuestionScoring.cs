using SpasmBot.Clinical;
using SpasmBot.Language.Cases;

namespace SpasmBot.Language;

/// <summary>
/// Asks labelled questions, one JSON object a line: <c>id</c>, <c>text</c>, <c>sections</c> (best first),
/// <c>answerable</c>, <c>emergency</c>, <c>findings</c>.
/// </summary>
public static class QuestionScoring
{
    /// <summary>The share of the answerable questions whose section is one of the accepted ones.</summary>
    public const string Sections = "sections";

    /// <summary>The share of the questions that were answered where they can be, and not where they cannot.</summary>
    public const string Answerable = "answerable";

    /// <summary>The share of the questions with an emergency in them that were treated as that emergency.</summary>
    public const string Emergencies = "emergencies";

    /// <summary>The share of the others that raised no alarm.</summary>
    public const string Calm = "calm";

    /// <summary>The measures, for whoever gives thresholds.</summary>
    public static IReadOnlyList<string> Names { get; } = [Sections, Answerable, Emergencies, Calm];

    /// <summary>Scores every line.</summary>
    public static ScoreReport Score(LanguagePack pack, IEnumerable<string> lines, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var badLines = new List<string>();
        var cases = LabelledLines.Read<QuestionLine>(lines, badLines);
        var misses = new List<string>();
        var tally = Names.ToDictionary(name => name, _ => (Right: 0, Of: 0), StringComparer.Ordinal);
        foreach (var line in cases)
        {
            var answer = pack.Questions.Answer(line.Text, today);
            foreach (var (name, isRight) in Judge(line, answer))
            {
                tally[name] = (tally[name].Right + (isRight ? 1 : 0), tally[name].Of + 1);
                if (!isRight)
                {
                    misses.Add($"{line.Id} {name}: \"{line.Text}\" asks for {line.Wanted}; got {Got(answer)}");
                }
            }
        }

        return new([.. Names.Select(name => new Measure(name, tally[name].Right, tally[name].Of))], misses, badLines);
    }

    private static IEnumerable<(string Measure, bool IsRight)> Judge(QuestionLine line, FreeAnswer answer)
    {
        if (line.Emergency)
        {
            yield return (Emergencies, IsSaid(line, answer));
            yield break;
        }

        yield return (Calm, !answer.IsEmergency);
        yield return (Answerable, !answer.IsEmergency && answer.Answer.IsAnswered == line.Answerable);
        if (line.Answerable)
        {
            yield return (Sections, answer.Answer?.Best is { } best && line.Sections.Contains(best.Id));
        }
    }

    private static bool IsSaid(QuestionLine line, FreeAnswer answer)
    {
        var causes = answer.Emergency?.Reasons.SelectMany(reason => reason.Because).ToList() ?? [];
        return causes.Count > 0
            && (
                line.Findings?.All(label =>
                    causes.Exists(cause => cause.Finding == label.Key && cause.Presence == label.Value)
                )
                ?? true
            );
    }

    private static string Got(FreeAnswer answer) =>
        answer.IsEmergency ? $"an emergency by {string.Join(' ', answer.Emergency.Reasons.Select(one => one.Rule))}"
        : answer.Answer.IsAnswered ? answer.Answer.Best.Id
        : "no answer";

    private sealed record QuestionLine(
        string Id,
        string Text,
        IReadOnlyList<string> Sections,
        bool Answerable,
        bool Emergency = false,
        IReadOnlyDictionary<string, string>? Findings = null
    )
    {
        public string Wanted =>
            Emergency ? $"the emergency {string.Join(", ", Findings?.Keys ?? [])}"
            : Answerable ? string.Join(" or ", Sections)
            : "no answer";
    }
}
