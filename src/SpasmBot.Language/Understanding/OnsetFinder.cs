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
    private const int LongestClause = 20;

    private readonly Passage _passage = reading.Passage;
    private readonly ReadText _text = reading.Passage.Text;

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

        var near = times.Where(time => time.Days <= LongAgo || IsBeginningHere(time)).ToList();
        var best = (near.Count > 0 ? near : times.FindAll(time => !IsOfEarlier(time))).MaxBy(time => time.Days);
        return best is { Days: <= Durations.MaxDays } ? best.WholeDays : null;
    }

    // "An accident in 2015, now it aches again": the year is that of the accident.
    private bool IsOfEarlier(TimeExpression time)
    {
        var (_, last) = _passage.SentenceOf(time.First);
        return time.Shape is TimeShape.Ago or TimeShape.Calendar
            && Enumerable.Range(time.Last, last - time.Last + 1).Any(at => Word(at) is "now" or "again");
    }

    private bool MayBeOnset(TimeExpression time) =>
        time.Shape != TimeShape.Future
        && _passage.Cues.FirstBetween(Cue.Supposed, _passage.SentenceOf(time.First).First, time.First) is null
        && !(
            time.Days < 1
            && time.Shape is TimeShape.Length or TimeShape.For
            && !IsFollowedBy(time, "later", "now", "already")
        )
        && !IsOnlyToday(time)
        && !IsRepeated(time)
        && !IsCompared(time)
        && !IsOfAnother(time)
        && !IsAge(time)
        && !IsEndOfAnother(time)
        && !BelongsToAnotherFinding(time)
        && !IsEarlierEpisode(time);

    // "It's a 7 today", "slept well last night": what is so now tells of no beginning; "pulled it this morning" does.
    private bool IsOnlyToday(TimeExpression time)
    {
        var (first, last) = _passage.SentenceOf(time.First);
        if (time.Shape != TimeShape.Ago || time.Days > 1)
        {
            return false;
        }

        var words = Enumerable.Range(first, last - first + 1).Where(at => at < time.First || at > time.Last).ToList();
        return time.Days < 1 && Word(time.Last) is "today" or "tonight" or "now" or "vandag"
            ? words.Exists(at => _text.Tokens[at].IsWordOrNumber) && !words.Exists(TellsOfEvent)
            : time.Days <= 1
                && words.Exists(at => Word(at) is "slept" or "sleep" or "phoned" or "called" or "ate" or "drank");
    }

    private bool TellsOfEvent(int at) =>
        _passage.Cues.Covers(Cue.PastTense, at)
        || Word(at) is { Length: > 3 } word && word.EndsWith("ed", StringComparison.Ordinal)
        || Word(at)
            is "since"
                or "from"
                or "began"
                or "start"
                or "came"
                or "went"
                or "fell"
                or "bent"
                or "hit"
                or "hurt"
                or "put"
                or "threw"
                or "caught"
                or "strained"
                or "sudden"
                or "suddenly"
                or "new"
                or "only"
                or "just";

    // "Better today than yesterday", "the same as last week".
    private bool IsCompared(TimeExpression time) =>
        Word(time.First - 1) is "than" or "as" or "like" || IsFollowedBy(time, "than");

    private bool IsNumber(int at) => Word(at) is [>= '0' and <= '9', ..];

    // "After two weeks of flu", "the end of the day", "just there one day".
    private bool IsOfAnother(TimeExpression time) =>
        (Word(time.First - 1) is "after" && IsFollowedBy(time, "of"))
        || (Word(time.First - 1) is "of" && Word(time.First - 2) is "end" or "start" or "rest" or "middle" or "most")
        || Word(time.First - 1) is "born"
        || (Word(time.First - 2) is "end" or "start" && Word(time.First - 1) is "of")
        || (
            time.Shape == TimeShape.Length
            && Word(time.First) is "one"
            && Word(time.Last) is "day"
            && Word(time.First - 1) is "there" or "then" or "up" or "it" or ""
        )
        || (time.Shape == TimeShape.Length && Word(time.First) is "the" && time.Last == time.First + 1);

    // "Three times a week", "every two days", "two hours a day".
    private bool IsRepeated(TimeExpression time) =>
        Word(time.First - 1)
            is "times"
                or "once"
                or "twice"
                or "every"
                or "each"
                or "per"
                or "most"
                or "hours"
                or "minutes"
        || (Word(time.First - 1) is "x" && IsNumber(time.First - 2))
        || (Word(time.First) is "a" && time.Shape == TimeShape.Length && IsNumber(time.First - 2))
        || Word(time.Last) is "weekends" or "mondays" or "tuesdays" or "wednesdays" or "thursdays" or "fridays"
        || Word(time.Last) is "saturdays" or "sundays" or "mornings" or "nights" or "evenings"
        || (Word(time.First) is "a" or "an" && Word(time.First - 1) is "times" or "twice" or "once" or "hours")
        || (time.Shape is TimeShape.Length or TimeShape.For && IsFollowedBy(time, "a", "per", "each", "every"));

    // "Our twins are 4 months", "31 weeks pregnant", "a 3 week old baby".
    private bool IsAge(TimeExpression time) =>
        (
            IsFollowedBy(time, "old", "pregnant", "preggers", "along", "postpartum", "shy", "gone", "oud")
            && !(
                Word(time.First - 1) is "is"
                && Word(time.First - 2)
                    is "pain"
                        or "spasm"
                        or "this"
                        or "it"
                        or "problem"
                        or "bout"
                        or "episode"
                        or "attack"
                        or "ache"
            )
        )
        || WordBefore(time) is "pregnant" or "preggers" or "pregnancy" or "gestation" or "expecting" or "swanger"
        || Word(time.First - 1) is "my"
        || (IsNumber(time.First - 1) && Word(time.First - 2) is "turned" && !IsSinceThen(time))
        || (
            time.Shape == TimeShape.Length
            && (
                Word(time.First - 1) is "shes" or "hes" or "theyre"
                || (
                    Word(time.First - 1) is "are" or "is"
                    && Word(time.First - 2)
                        is "twins"
                            or "baby"
                            or "son"
                            or "daughter"
                            or "newborn"
                            or "child"
                            or "she"
                            or "he"
                )
            )
        );

    // "I turned 50 last month and since then my back is stiff".
    private bool IsSinceThen(TimeExpression time)
    {
        var (_, last) = _passage.SentenceOf(time.First);
        return Enumerable
            .Range(time.Last, last - time.Last + 1)
            .Any(at => Word(at) is "then" && Word(at - 1) is "since");
    }

    private string WordBefore(TimeExpression time)
    {
        var at = time.First - 1;
        while (at >= 0 && (_text.IsFiller(at) || Word(at) is "," or ":" or "(" or "about" or "at" or "for" or "of"))
        {
            at--;
        }

        return Word(at);
    }

    // "Stopped warfarin a week ago": what ended then is not the pain that began.
    private bool IsEndOfAnother(TimeExpression time)
    {
        var (first, last) = ClauseOf(time);
        for (var at = first; at <= last; at++)
        {
            if (
                Word(at) is "stopped" or "quit" or "finished" or "ended" or "stop" or "off" or "retired"
                && (Word(at) is not "off" || Word(at - 1) is "came" or "come" or "coming" or "taken" or "been")
                && !IsBeginning(first, last)
            )
            {
                return true;
            }
        }

        return false;
    }

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

    // The time of a birth, an operation or a long cough is not the time of the pain.
    private bool BelongsToAnotherFinding(TimeExpression time)
    {
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

    private bool IsBeginningHere(TimeExpression time)
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
                    or "this"
                    or "aching"
            )
            {
                return true;
            }
        }

        return false;
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

    private bool IsFollowedBy(TimeExpression time, params ReadOnlySpan<string> words) =>
        words.Contains(Word(time.Last + 1));

    private string Word(int at) => _text.Word(at);
}
