using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds out which of the times in a text is the beginning of this episode.</summary>
internal sealed class OnsetFinder(TextReading reading, PhraseData data, Protocol protocol)
{
    private const int LongAgo = 180;

    private readonly Passage _passage = reading.Passage;
    private readonly ReadText _text = reading.Passage.Text;
    private readonly TimeUse _use = new(reading.Passage);
    private readonly TimeClause _clause = new(reading, data, protocol);

    /// <summary>
    /// Days since onset, from the earliest time that may be its time; null when there is none. An event of long ago
    /// gives way to a nearer time: "slipped a disc three years ago, two days of spasm now".
    /// </summary>
    public int? Find()
    {
        var times = _passage.Times.Where(MayBeOnset).ToList();
        var thisTime = Enumerable.Range(0, _text.Count).Any(IsThisTime) ? times.FindAll(IsOfThisTime) : [];
        if (thisTime.Count > 0)
        {
            times = thisTime;
        }

        var near = times.Where(time => time.Days <= LongAgo || _clause.IsBeginningHere(time)).ToList();
        var best = (near.Count > 0 ? near : times.FindAll(time => !IsOfEarlier(time))).MaxBy(time => time.Days);
        return best is { Days: <= Durations.MaxDays } ? best.WholeDays : null;
    }

    // "An accident in 2015, now it aches again", "nothing since": the year is that of the accident.
    private bool IsOfEarlier(TimeExpression time)
    {
        var (_, last) = _passage.SentenceOf(time.First);
        return time.Shape is TimeShape.Ago or TimeShape.Calendar
            && Enumerable
                .Range(time.Last, last - time.Last + 1)
                .Any(at =>
                    Word(at) is "now" or "again" || (Word(at) is "nothing" or "fine" && Word(at + 1) is "since")
                );
    }

    private bool MayBeOnset(TimeExpression time) =>
        time.Shape != TimeShape.Future
        && _passage.Cues.FirstBetween(Cue.Supposed, _passage.SentenceOf(time.First).First, time.First) is null
        && !(
            time.Days < 1
            && time.Shape is TimeShape.Length or TimeShape.For
            && !_use.IsFollowedBy(time, "later", "now", "already")
        )
        && !_use.IsOnlyToday(time)
        && !_use.IsRepeated(time)
        && !_use.IsCompared(time)
        && !_use.IsOfAnother(time)
        && !_use.IsAge(time)
        && !_clause.IsEndOfAnother(time)
        && !(time.Days >= LongAgo && _clause.IsOfLife(time))
        && !_clause.BelongsToAnotherFinding(time)
        && !IsEarlierEpisode(time);

    // "Last year the same": an earlier episode.
    private bool IsEarlierEpisode(TimeExpression time)
    {
        var (first, last) = _passage.SentenceOf(time.First);
        return time.Days >= LongAgo
            && reading.Mentions.Any(mention =>
                data.SettingsOf(mention.Finding).IsAboutEarlier
                && mention.Match.First >= first
                && mention.Match.Last <= last
            );
    }

    // "For years on and off, this time two days", "two days this time": the time beside those words.
    private bool IsOfThisTime(TimeExpression time)
    {
        var (first, last) = _passage.SentenceOf(time.First);
        var at = Enumerable.Range(first, last - first + 1).FirstOrDefault(IsThisTime, -1);
        return at >= 0
            && !_passage.Times.Any(other =>
                other.First >= first && other.Last <= last && DistanceTo(other, at) < DistanceTo(time, at)
            );
    }

    private bool IsThisTime(int at) =>
        Word(at) is "this"
        && Word(at + 1) is "time" or "bout" or "episode" or "attack" or "flare" or "round" or "spell" or "one";

    // What follows "this time" is its time before what precedes it.
    private static int DistanceTo(TimeExpression time, int at) =>
        time.First > at ? time.First - at : 2 * (at - time.Last);

    private string Word(int at) => _text.Word(at);
}
