using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Time;

namespace SpasmBot.Language.Reading;

/// <summary>Whether a mention is about the patient, now.</summary>
internal enum Standing
{
    /// <summary>It is.</summary>
    Real,

    /// <summary>It may be ("if I have chest pain").</summary>
    Open,

    /// <summary>It is supposed, asked in general, somebody else's past or long over.</summary>
    NotNow,
}

/// <summary>Tells what is the case from what is only supposed, asked about, another's or long past.</summary>
internal sealed class Reality(Passage passage)
{
    private const int Recent = 14;

    private readonly ReadText _text = passage.Text;
    private readonly CueMap _cues = passage.Cues;

    /// <summary>How a mention stands.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="settings">How its finding is read.</param>
    /// <param name="isEmergency">Whether a miss would be dangerous: then doubt goes before silence.</param>
    public Standing Of(PhraseMatch mention, FindingSettings settings, bool isEmergency)
    {
        var sentence = passage.SentenceOf(mention.First);
        if (IsSupposed(mention, sentence) || IsGeneralQuestion(mention, sentence))
        {
            return isEmergency && TimesIn(sentence).Any(IsRecent) ? Standing.Real : Standing.NotNow;
        }

        if (settings.CountsWhenPast && IsConditionOfRelative(mention, sentence))
        {
            return Standing.NotNow;
        }

        if (IsAnothers(mention, sentence))
        {
            return !isEmergency ? Standing.NotNow
                : TimesIn(sentence).Any(IsRecent) ? Standing.Real
                : IsToldOfOther() ? Standing.Open
                : Standing.NotNow;
        }

        if (!settings.CountsWhenPast && IsLongPast(mention, sentence, settings))
        {
            return Standing.NotNow;
        }

        if (Before(Cue.IfSo, mention, sentence) && !TimesIn(sentence).Any(IsRecent))
        {
            return isEmergency ? Standing.Open : Standing.NotNow;
        }

        return Standing.Real;
    }

    private bool IsSupposed(PhraseMatch mention, (int First, int Last) sentence) =>
        _cues.FirstBetween(Cue.Supposed, sentence.First, mention.Last) is { } supposed
        && supposed.First < mention.First
        && !IsWhether(supposed.First)
        && !HasContrastBetween(supposed.Last, mention.First);

    // "I googled and now I'm scared, but my chest is not tight": what stands behind "but" is no longer supposed.
    private bool HasContrastBetween(int first, int last) =>
        Enumerable.Range(first + 1, Math.Max(0, last - first - 1)).Any(at => _text.Word(at) is "but" or "however");

    // "I don't know if I lost consciousness", "not sure if I've had a fever" suppose nothing.
    private bool IsWhether(int at) =>
        _text.Word(at) is "if"
        && _text.Word(at - 1)
            is "know"
                or "sure"
                or "tell"
                or "remember"
                or "say"
                or "wonder"
                or "wondering"
                or "see"
                or "certain"
                or "unsure"
                or "idea"
                or "as";

    // A cue counts when it stands before the mention and is no part of it.
    private bool Before(string kind, PhraseMatch mention, (int First, int Last) sentence) =>
        _cues.FirstBetween(kind, sentence.First, mention.Last) is { } cue
        && cue.First <= mention.First
        && !IsWhether(cue.First)
        && !mention.Used.Any(at => at >= cue.First && at <= cue.Last);

    // "Can a spasm cause chest pain?" asks; "why is my chest tight?" tells.
    private bool IsGeneralQuestion(PhraseMatch mention, (int First, int Last) sentence)
    {
        var first = sentence.First;
        while (first < mention.First && _text.IsMark(first))
        {
            first++;
        }

        if (!QuestionWords.Starts(_text.Word(first), _text.Word(first + 1)))
        {
            return false;
        }

        for (var at = sentence.First; at <= sentence.Last; at++)
        {
            if (QuestionWords.IsPersonal(_text.Word(at)) || _text.Word(at) is "normal" or "worry")
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAnothers(PhraseMatch mention, (int First, int Last) sentence) =>
        _cues.FirstBetween(Cue.Family, sentence.First, sentence.Last) is { } cue
        && !mention.Used.Any(at => at >= cue.First && at < cue.Last)
        && !HasBreakBetween(Math.Min(cue.Last, mention.Last), Math.Max(cue.First, mention.First));

    // "My mother has scoliosis" says nothing of the patient; "my wife takes warfarin and she fell" does. A condition only:
    // what a relative feels now is the patient's, for whom somebody else types.
    private bool IsConditionOfRelative(PhraseMatch mention, (int First, int Last) sentence)
    {
        const int Near = 6;
        const int MostWords = 12;
        // Of several relatives the nearest: "Gran has brittle bones and Dad is on Warfarin".
        var nearest = Math.Max(sentence.First, mention.First - Near - MostWords);
        var cue = Enumerable
            .Range(nearest, Math.Max(0, mention.First - nearest))
            .Select(at => (First: at, Last: _cues.EndOfOneStartingAt(Cue.Relative, at)))
            .LastOrDefault(one => one.Last >= 0 && one.Last < mention.First, (First: -1, Last: -1));
        if (
            cue.First < 0
            || mention.First - cue.Last > Near
            || mention.Used.Any(at => at >= cue.First && at < cue.Last)
            || HasBreakBetween(cue.Last, mention.First)
        )
        {
            return false;
        }

        var words = Enumerable.Range(0, _text.Count).Select(_text.Word).ToList();
        return !words.Exists(IsOther)
            && (
                words.Exists(IsSelf)
                || passage.Findings.All(other =>
                    other.Phrase.Id == mention.Phrase.Id || other.Used.Any(mention.Used.Contains)
                )
            );
    }

    // "My dad had chest pain, he is grey": somebody writes for him, and his sign is asked about.
    private bool IsToldOfOther() =>
        Enumerable
            .Range(0, Math.Max(0, _text.Count - 1))
            .Any(at =>
                _text.Word(at) is "hes" or "shes" or "his" or "her"
                || _text.Word(at) is "he" or "she"
                    && _text.Word(at + 1) is "is" or "looks" or "feels" or "cant" or "cannot" or "has"
            );

    private static bool IsOther(string word) =>
        word is "he" or "hes" or "she" or "shes" or "his" or "her" or "him" or "they" or "their" or "theyre" or "hers";

    private static bool IsSelf(string word) => word is "i" or "im" or "ive" or "id" or "me" or "myself";

    private bool IsLongPast(PhraseMatch mention, (int First, int Last) sentence, FindingSettings settings)
    {
        var limit = settings.WithinDays ?? (settings.Over.Count > 0 ? settings.Over[^1].Days : (int?)null);
        if (settings.WithinDays is { } within && IsDatedBefore(mention, within))
        {
            return true;
        }

        if (_cues.FirstBetween(Cue.Still, sentence.First, sentence.Last) is { } still && !IsOfAge(still.First))
        {
            return false;
        }

        if (
            _cues.FirstBetween(Cue.Past, sentence.First, sentence.Last) is { } cue
            && !HasBreakBetween(Math.Min(cue.Last, mention.Last), Math.Max(cue.First, mention.First))
        )
        {
            return true;
        }

        var moments = TimesIn(sentence).Where(time => time.Shape is TimeShape.Ago or TimeShape.Calendar).ToList();
        return limit is not null && moments.Count > 0 && moments.TrueForAll(time => time.Days > limit);
    }

    // "When I was 19, I'm 36 now": how old somebody is now says nothing of what was then.
    private bool IsOfAge(int now) => now > 0 && _text.Word(now) is "now" && _text.Word(now - 1).All(char.IsDigit);

    // "A crash in 2015, now it aches again": the event has a date of its own, whatever else the sentence says of now.
    private bool IsDatedBefore(PhraseMatch mention, int days) =>
        passage.Times.Any(time =>
            time.Shape is TimeShape.Ago or TimeShape.Calendar
            && time.Days > days
            && time.First > mention.Last - 1
            && time.First - mention.Last <= 3
            && passage.IsNear(time, mention)
        );

    private bool HasBreakBetween(int first, int last)
    {
        for (var at = first + 1; at < last; at++)
        {
            if (
                StartsAnother(at)
                || _cues.Covers(Cue.Break, at)
                    && _text.Word(at) is "but" or "though" or "and" or "however" or "although" or "because"
            )
            {
                return true;
            }
        }

        return false;
    }

    // "Last year I had a clot, this is only stiff": a statement of its own behind a mark.
    private bool StartsAnother(int at) =>
        _text.IsMark(at)
        && at + 1 < _text.Count
        && _cues.Covers(Cue.Subject, at + 1)
        && _text.Word(at + 1) is not ("i" or "id" or "ive");

    private IEnumerable<TimeExpression> TimesIn((int First, int Last) sentence) =>
        passage.Times.Where(time => time.First >= sentence.First && time.Last <= sentence.Last);

    private static bool IsRecent(TimeExpression time) => time.Shape != TimeShape.Future && time.Days <= Recent;
}
