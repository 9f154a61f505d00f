using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Answers free questions from the clinic's own text, searched in memory.</summary>
public sealed class KnowledgeBase
{
    private const int MostAlternatives = 4;
    private const double LeastCovered = 0.4;
    private const double LeastLikeness = 0.55;

    private readonly Lazy<KnowledgeIndex> _index;
    private readonly Lazy<NotCovered> _notCovered;
    private readonly IReadOnlyList<KnowledgeSection> _suggested;

    internal KnowledgeBase(KnowledgeData data)
    {
        Sections = data.Sections;
        _suggested = data.Suggested;
        _index = new(() => new(data));
        _notCovered = new(() => new(data));
    }

    /// <summary>All sections, in the order of the protocol.</summary>
    public IReadOnlyList<KnowledgeSection> Sections { get; }

    /// <summary>The section with this id, or null.</summary>
    public KnowledgeSection? Find(string id) =>
        Sections.FirstOrDefault(section => string.Equals(section.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// The section that answers the question, or the nearest topics when none does. Of a longer text its questions are
    /// answered, the rest of it only helps where they alone say too little. Never throws for any text.
    /// </summary>
    public KnowledgeAnswer Ask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prepared = PreparedText.From(text);
        if (Sections.Count == 0 || !prepared.HasWords)
        {
            return new(Best: null, _suggested);
        }

        var asked = string.Join(' ', QuestionSentences.Find(prepared));
        var answer = asked.Length > 0 && asked.Length < text.Trim().Length ? Answer(PreparedText.From(asked)) : null;
        return answer?.IsAnswered == true ? answer : Answer(prepared);
    }

    /// <summary>
    /// Whether a message typed during the check asks something instead of answering, with or without a question mark.
    /// What the open question can read as an answer is one all the same: that goes first.
    /// </summary>
    public static bool LooksLikeQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QuestionSentences.Find(PreparedText.From(text)).Count > 0;
    }

    /// <summary>Builds the index now rather than at the first question.</summary>
    public void Prepare()
    {
        if (Sections.Count > 0)
        {
            Ask(Sections[0].Title);
        }
    }

    private KnowledgeAnswer Answer(PreparedText text)
    {
        var question = SearchQuestion.From(text, _index.Value);
        var candidates = _index.Value.Search(question);
        var isAnswered = candidates.Count > 0 && IsEnough(candidates[0], question) && !_notCovered.Value.Hears(text);
        return isAnswered ? new(candidates[0].Section, Beside(candidates)) : new(Best: null, Nearest(candidates));
    }

    // Without a word of its own ("what helps?") a question must be nearly one that is known.
    private static bool IsEnough(Candidate best, SearchQuestion question) =>
        question.HasTopic ? best.Covered >= LeastCovered : best.Likeness >= LeastLikeness;

    private IReadOnlyList<KnowledgeSection> Nearest(IReadOnlyList<Candidate> candidates) =>
        [
            .. candidates
                .Where(candidate => candidate.Covered > 0)
                .Select(candidate => candidate.Section)
                .Concat(_suggested)
                .Distinct()
                .Take(MostAlternatives),
        ];

    private IReadOnlyList<KnowledgeSection> Beside(IReadOnlyList<Candidate> candidates) =>
        [
            .. candidates[0]
                .Section.Related.Select(id => Find(id)!)
                .Concat(candidates.Skip(1).Select(candidate => candidate.Section))
                .Distinct()
                .Take(MostAlternatives),
        ];
}
