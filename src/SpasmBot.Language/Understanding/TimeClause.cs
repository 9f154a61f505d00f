using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Tells by the rest of its clause and sentence what a time is the time of.</summary>
internal sealed class TimeClause(TextReading reading, PhraseData data, Protocol protocol)
{
    private const int LongestClause = 20;

    private readonly Passage _passage = reading.Passage;
    private readonly ReadText _text = reading.Passage.Text;

    /// <summary>"Stopped warfarin a week ago": what ended then is not the pain that began.</summary>
    public bool IsEndOfAnother(TimeExpression time)
    {
        var (first, last) = ClauseOf(time);
        for (var at = first; at <= last; at++)
        {
            if (
                Word(at) is "stopped" or "quit" or "finished" or "ended" or "stop" or "off" or "retired"
                && (Word(at) is not "off" || IsOffMedicine(at))
                && !IsBeginning(first, last)
            )
            {
                return true;
            }
        }

        return IsOver(time);
    }

    // "Came off warfarin", but not "came off my horse".
    private bool IsOffMedicine(int off) =>
        Word(off - 1) is "came" or "come" or "coming" or "taken" or "been"
        && (
            Word(off + 1) is not ("my" or "the" or "a" or "his" or "her")
            || Word(off + 2) is "pill" or "tablets" or "meds"
        );

    // "I had flu last week but that's gone."
    private bool IsOver(TimeExpression time)
    {
        var (_, last) = _passage.SentenceOf(time.First);
        return Enumerable
            .Range(time.Last, last - time.Last + 1)
            .Any(at => Word(at) is "gone" or "cleared" && Word(at - 1) is "thats" or "thatd" or "since" or "has");
    }

    /// <summary>"A hairdresser for 20 years", "had my gallbladder out ten years ago": the time of a life, not of a pain.</summary>
    public bool IsOfLife(TimeExpression time)
    {
        var (first, last) = ClauseOf(time);
        return !IsBeginning(first, last)
            && Enumerable.Range(first, last - first + 1).Any(at => TellsOfLife(at) || IsRemoved(at));
    }

    private bool TellsOfLife(int at) =>
        Word(at)
            is "work"
                or "worked"
                or "working"
                or "job"
                or "married"
                or "lived"
                or "living"
                or "smoke"
                or "smoked"
                or "smoking"
                or "retired"
                or "pensioner"
                or "operation"
                or "surgery"
                or "removed"
                or "replaced"
        || (Word(at) is "been" && Word(at + 1) is "a" or "an" && !_passage.Times.Any(time => time.First == at + 1));

    private bool IsRemoved(int at) => Word(at) is "out" && Word(at - 2) is "my" or "his" or "her" or "a";

    // The words around a time up to the next mark, "and" or break.
    private (int First, int Last) ClauseOf(TimeExpression time)
    {
        var (first, last) = _passage.SentenceOf(time.First);
        var from = time.First;
        while (from > Math.Max(first, time.First - LongestClause) && !EndsClause(from - 1))
        {
            from--;
        }

        var to = time.Last;
        while (to < Math.Min(last, time.Last + LongestClause) && !EndsClause(to + 1))
        {
            to++;
        }

        return (from, to);
    }

    private bool EndsClause(int at) =>
        _text.IsMark(at) || Word(at) is "and" || (_passage.Cues.Covers(Cue.Break, at) && Word(at) is not "since");

    /// <summary>The time of a birth, an operation or a long cough is not the time of the pain.</summary>
    public bool BelongsToAnotherFinding(TimeExpression time)
    {
        if (reading.Mentions.Any(mention => IsRightAfterEvent(time, mention)))
        {
            return false;
        }

        var (first, last) = _passage.SentenceOf(time.First);
        var clause = ClauseOf(time);
        var isOnlyAboutThePast = false;
        foreach (var mention in reading.Mentions)
        {
            var group = protocol.FindFinding(mention.Finding)?.Group;
            if (
                mention.Match.Used.Any(at => at >= time.First && at <= time.Last)
                && group is "general-health" or "other-symptoms"
            )
            {
                return true;
            }

            // "I wet myself this morning": the sign has its own time.
            if (
                group == FindingReader.EmergencyGroup
                && !data.SettingsOf(mention.Finding).IsOnset
                && mention.Match.First >= clause.First
                && mention.Match.Last <= clause.Last
                && !IsBeginning(clause.First, clause.Last)
            )
            {
                return true;
            }

            var isHere = mention.Match.First >= first && mention.Match.Last <= last;
            if (isHere && data.SettingsOf(mention.Finding).CountsWhenPast)
            {
                if (
                    mention.Match.First >= clause.First
                    && mention.Match.Last <= clause.Last
                    && !IsBeginning(clause.First, clause.Last)
                    && !IsReturn(time)
                )
                {
                    return true;
                }

                isOnlyAboutThePast = true;
            }
        }

        return isOnlyAboutThePast && !IsBeginning(time) && !IsReturn(time) && !TellsOfThePain(first, last);
    }

    // "Slipped in the bathroom on Thursday, she has brittle bones": the time is that of the event.
    private bool IsRightAfterEvent(TimeExpression time, FindingMention mention)
    {
        const int Near = 2;
        return data.SettingsOf(mention.Finding) is { WithinDays: { } within, CountsWhenPast: false }
            && time.Days <= within
            && protocol.FindFinding(mention.Finding)?.Group is not ("general-health" or FindingReader.EmergencyGroup)
            && time.First > mention.Match.Last
            && time.First - mention.Match.Last <= Near;
    }

    // A long sentence that also says where it hurts or what makes it worse is not only about what was.
    private bool TellsOfThePain(int first, int last) =>
        reading.Mentions.Any(mention =>
            mention.Match.First >= first
            && mention.Match.Last <= last
            && protocol.FindFinding(mention.Finding)?.Group is "where" or "pain" or "activities" or "onset"
        );

    // "It came back three days ago": this episode began then.
    private bool IsReturn(TimeExpression time)
    {
        var (first, last) = ClauseOf(time);
        return Enumerable
            .Range(first, last - first + 1)
            .Any(at =>
                Word(at) is "returned" or "flared" or "recurred" or "restarted"
                || (Word(at) is "back" && Word(at - 1) is "came" or "come" or "is" or "its" or "was")
            );
    }

    public bool IsBeginningHere(TimeExpression time)
    {
        var (first, last) = ClauseOf(time);
        return IsBeginning(first, last);
    }

    // "It started two years ago", "I have had this for three years".
    private bool IsBeginning(TimeExpression time)
    {
        var (first, last) = _passage.SentenceOf(time.First);
        return IsBeginning(first, last);
    }

    private bool IsBeginning(int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            if (
                Word(at)
                    is "started"
                        or "began"
                        or "begun"
                        or "start"
                        or "pain"
                        or "ache"
                        or "sore"
                        or "hurts"
                        or "spasm"
                        or "spasms"
                        or "aching"
                || (Word(at) is "this" && !IsOfTime(at + 1))
            )
            {
                return true;
            }
        }

        return false;
    }

    // "This morning" names no pain.
    private bool IsOfTime(int at) =>
        Word(at) is "morning" or "afternoon" or "evening" or "week" or "month" or "year" or "weekend";

    private string Word(int at) => _text.Word(at);
}
