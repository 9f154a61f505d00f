using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Time;

namespace SpasmBot.Language.Reading;

/// <summary>
/// Tells what was from what is: "the fever went away", "constant at first, now on and off", "numb three months ago".
/// </summary>
internal sealed class PastState(Passage passage)
{
    private const int LongAgo = 14;
    private const int MostBetween = 3;

    private readonly ReadText _text = passage.Text;
    private readonly CueMap _cues = passage.Cues;

    /// <summary>Whether the mention tells of a state that has passed.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="tellsOfStart">Whether it tells how or where the pain began: then the time of it is not its end.</param>
    public bool Is(PhraseMatch mention, bool tellsOfStart) =>
        IsReplaced(mention) || (!tellsOfStart && (IsOver(mention) || IsLongAgo(mention)));

    // "The numbness went away", "I had a fever, it is gone"; not "my leg has gone weak", "it went away and came back".
    private bool IsOver(PhraseMatch mention)
    {
        for (var at = mention.Last + 1; at < _text.Count; at++)
        {
            // "It hasn't gone" is the opposite, though "not gone" denies nothing else.
            if (passage.IsNot(at))
            {
                return false;
            }

            if (_cues.EndOfOneStartingAt(Cue.Over, at) is >= 0 and var end && EndsClause(end + 1))
            {
                return true;
            }

            var begins = _text.IsMark(at) || _text.Word(at) is "and" || _cues.Covers(Cue.Break, at);
            if (
                (IsInAnother(at, mention) && !IsAboutTheSame(at))
                || passage.IsNegator(at)
                || (begins && !IsAboutTheSame(at + 1))
            )
            {
                return false;
            }
        }

        return false;
    }

    private bool IsInAnother(int at, PhraseMatch mention) =>
        passage.FindingsAt(at).Any(other => !other.Used.Any(mention.Used.Contains));

    private bool IsAboutTheSame(int at) => _text.Word(at) is "it" or "its" or "that" or "thats" or "they" or "this";

    private bool EndsClause(int at) =>
        at >= _text.Count
        || _text.IsMark(at)
        || passage.Times.Any(time => time.First == at)
        || (_cues.Covers(Cue.Break, at) && _text.Word(at) is not ("when" or "whenever" or "then"));

    // What was, directly beside the mention, and what is now, after it.
    private bool IsReplaced(PhraseMatch mention)
    {
        var (_, last) = passage.SentenceOf(mention.Last);
        return IsSaidToHaveBeen(mention)
            && _cues.FirstBetween(Cue.Now, mention.Last + 1, last) is { } now
            && passage.Findings.Any(other => other.First > now.Last && other.Last <= last);
    }

    private bool IsSaidToHaveBeen(PhraseMatch mention)
    {
        var first = passage.SentenceOf(mention.First).First;
        for (var at = mention.Last; at >= first && mention.First - at <= MostBetween; at--)
        {
            if (_cues.StartOfOneEndingAt(Cue.Was, at) >= 0)
            {
                return true;
            }

            if (at < mention.First && !_text.IsFiller(at))
            {
                break;
            }
        }

        return _cues.EndOfOneStartingAt(Cue.Was, mention.Last + 1) >= 0;
    }

    private bool IsLongAgo(PhraseMatch mention)
    {
        var (first, last) = passage.SentenceOf(mention.First);
        return _cues.FirstBetween(Cue.PastTense, first, mention.Last) is not null
            && _cues.FirstBetween(Cue.Still, first, last) is null
            && passage.Times.Any(time =>
                time.Shape == TimeShape.Ago && time.Days > LongAgo && passage.IsNear(time, mention)
            );
    }
}
