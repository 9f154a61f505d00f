using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Tells by the words around it what a time is used for, when it is no beginning.</summary>
internal sealed class TimeUse(Passage passage)
{
    private readonly Passage _passage = passage;
    private readonly ReadText _text = passage.Text;

    /// <summary>"It's a 7 today", "slept well last night": what is so now tells of no beginning; "pulled it this morning" does.</summary>
    public bool IsOnlyToday(TimeExpression time)
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
        || Word(at) is { Length: > 3 } word
            && word.EndsWith("ed", StringComparison.Ordinal)
            && word is not ("used" or "tired" or "eased" or "improved" or "need")
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

    /// <summary>"Better today than yesterday", "the same as last week", "at its worst last night".</summary>
    public bool IsCompared(TimeExpression time) =>
        Word(time.First - 1) is "than" or "as" or "like" or "worst" || IsFollowedBy(time, "than", "too", "also");

    private bool IsNumber(int at) => Word(at) is [>= '0' and <= '9', ..];

    /// <summary>"After two weeks of flu", "the end of the day", "just there one day".</summary>
    public bool IsOfAnother(TimeExpression time) =>
        (Word(time.First - 1) is "after" && IsFollowedBy(time, "of"))
        || (Word(time.First - 1) is "of" && Word(time.First - 2) is "end" or "start" or "rest" or "middle" or "most")
        || Word(time.First - 1) is "born" or "dob" or "birth" or "birthdate"
        || (Word(time.First - 2) is "end" or "start" && Word(time.First - 1) is "of")
        || (
            time.Shape == TimeShape.Length
            && Word(time.First) is "one"
            && Word(time.Last) is "day"
            && Word(time.First - 1) is "there" or "then" or "up" or "it" or ""
        )
        || (time.Shape == TimeShape.Length && Word(time.First) is "the" && time.Last == time.First + 1);

    /// <summary>"Three times a week", "every two days", "two hours a day".</summary>
    public bool IsRepeated(TimeExpression time) =>
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
        || (Word(time.First) is "a" && time.Shape == TimeShape.Length && IsNumber(time.First - 1))
        // "Month end on the laptop is when it gets bad".
        || (
            Word(time.First) is "month" or "end"
            && Word(time.Last) is "end" or "month"
            && Word(time.First - 1) is "," or "and" or "every" or "at" or ""
        )
        || (Word(time.First - 1) is "x" && IsNumber(time.First - 2))
        || (Word(time.First) is "a" && time.Shape == TimeShape.Length && IsNumber(time.First - 2))
        || Word(time.Last) is "weekends" or "mondays" or "tuesdays" or "wednesdays" or "thursdays" or "fridays"
        || Word(time.Last) is "saturdays" or "sundays" or "mornings" or "nights" or "evenings"
        || (
            Word(time.First) is "a" or "an"
            && time.Shape == TimeShape.Length
            && Word(time.First - 1)
                is "times"
                    or "twice"
                    or "once"
                    or "hours"
                    or "days"
                    or "nights"
                    or "mornings"
                    or "evenings"
                    or "sessions"
                    or "shifts"
        )
        || (time.Shape is TimeShape.Length or TimeShape.For && IsFollowedBy(time, "a", "per", "each", "every"))
        // "I am a night shift nurse".
        || (Word(time.First) is not ("last" or "this" or "since") && IsFollowedBy(time, "shift", "shifts"));

    /// <summary>"Our twins are 4 months", "31 weeks pregnant", "a 3 week old baby".</summary>
    public bool IsAge(TimeExpression time) =>
        (
            IsFollowedBy(time, "old", "young", "pregnant", "preggers", "along", "postpartum", "shy", "gone", "oud")
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
        || (Word(time.First - 1) is "im" && Word(time.Last) is "yrs" or "years" or "yr" or "year")
        || (
            Word(time.First - 1) is "have"
            && Word(time.First - 2) is "i"
            && Word(time.Last) is "years"
            && EndsHere(time)
        )
        || (
            IsNumber(time.First - 1)
            && Word(time.First - 2) is "turned" or "turn" or "turning" or "turns" or "be"
            && !IsSinceThen(time)
        )
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

    private bool EndsHere(TimeExpression time) =>
        time.Last + 1 >= _text.Count || _text.IsMark(time.Last + 1) || Word(time.Last + 1) is "and" or "now" or "but";

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

    public bool IsFollowedBy(TimeExpression time, params ReadOnlySpan<string> words) =>
        words.Contains(Word(time.Last + 1));

    private string Word(int at) => _text.Word(at);
}
