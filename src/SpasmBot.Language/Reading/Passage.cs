using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Time;

namespace SpasmBot.Language.Reading;

/// <summary>A text with all that was found in it, before anything is judged.</summary>
internal sealed class Passage
{
    private readonly int[] _sentenceOf;
    private readonly (int First, int Last)[] _sentences;
    private readonly List<PhraseMatch>?[] _findingsAt;

    public Passage(ReadText text, CueMap cues, IReadOnlyList<PhraseMatch> matches, IReadOnlyList<TimeExpression> times)
    {
        Text = text;
        Times = times;
        Cues = cues;
        Findings = [.. matches.Where(match => PhraseKind.IsOfFinding(match.Phrase.Kind))];
        Unless = [.. matches.Where(match => match.Phrase.Kind == PhraseKind.Unless)];
        _findingsAt = new List<PhraseMatch>?[text.Count];
        foreach (var match in Findings)
        {
            foreach (var at in match.Used)
            {
                (_findingsAt[at] ??= []).Add(match);
            }
        }

        (_sentenceOf, _sentences) = Cut(text);
    }

    public ReadText Text { get; }

    public CueMap Cues { get; }

    public IReadOnlyList<PhraseMatch> Findings { get; }

    public IReadOnlyList<PhraseMatch> Unless { get; }

    public IReadOnlyList<TimeExpression> Times { get; }

    /// <summary>The first and last token of the sentence that a token is in.</summary>
    public (int First, int Last) SentenceOf(int token) => _sentences[_sentenceOf[token]];

    /// <summary>The number of the sentence that a token is in.</summary>
    public int SentenceNumber(int token) => _sentenceOf[token];

    /// <summary>The first and last token of a sentence by its number, or null when there is none.</summary>
    public (int First, int Last)? Sentence(int number) =>
        number >= 0 && number < _sentences.Length ? _sentences[number] : null;

    /// <summary>Whether a token is part of something that speaks of a finding.</summary>
    public bool IsInFinding(int token) => _findingsAt[token] is not null;

    /// <summary>The places that speak of findings with this token.</summary>
    public IReadOnlyList<PhraseMatch> FindingsAt(int token) => _findingsAt[token] ?? [];

    /// <summary>Whether the word turns what follows round: "hasn't gone". Some of these deny nothing else.</summary>
    public bool IsNot(int at) =>
        at >= 0 && Text.Word(at) is "not" or "hasnt" or "havent" or "isnt" or "arent" or "never" or "wont";

    /// <summary>Whether the token denies: "no", "never", "haven't", and is not part of another saying.</summary>
    public bool IsNegator(int token) =>
        (Cues.Covers(Cue.No, token) || Cues.Covers(Cue.Not, token)) && !IsSpokenFor(token);

    /// <summary>Whether a word that could deny belongs to "no idea", "not sure if" and the like.</summary>
    public bool IsSpokenFor(int token) =>
        Cues.Covers(Cue.Closed, token) || Cues.Covers(Cue.Doubt, token) || Cues.Covers(Cue.NoDoubt, token);

    /// <summary>Whether a time stands in the clause of a mention: in one sentence, with no mark or break between.</summary>
    public bool IsNear(TimeExpression time, PhraseMatch mention)
    {
        if (_sentenceOf[time.First] != _sentenceOf[mention.First])
        {
            return false;
        }

        var (first, last) = time.First < mention.First ? (time.Last, mention.First) : (mention.Last, time.First);
        for (var at = first + 1; at < last; at++)
        {
            if (Text.IsMark(at) || Text.Word(at) is "and" || Cues.Covers(Cue.Break, at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words of the text between two tokens, as typed.</summary>
    public string Quote(int first, int last) => Text.Text.Slice(first, last);

    private static (int[], (int, int)[]) Cut(ReadText text)
    {
        var sentenceOf = new int[text.Count];
        var sentences = new List<(int, int)>();
        var first = 0;
        for (var at = 0; at < text.Count; at++)
        {
            sentenceOf[at] = sentences.Count;
            if (text.Tokens[at].EndsSentence || at == text.Count - 1)
            {
                sentences.Add((first, at));
                first = at + 1;
            }
        }

        return (sentenceOf, [.. sentences]);
    }
}
