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

        if (IsAnothers(mention, sentence))
        {
            return isEmergency && TimesIn(sentence).Any(IsRecent) ? Standing.Real : Standing.NotNow;
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
        Before(Cue.Supposed, mention, sentence);

    // A cue counts when it stands before the mention and is no part of it.
    private bool Before(string kind, PhraseMatch mention, (int First, int Last) sentence) =>
        _cues.FirstBetween(kind, sentence.First, mention.Last) is { } cue
        && cue.First <= mention.First
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
        && !HasBreakBetween(cue.Last, mention.First);

    private bool IsLongPast(PhraseMatch mention, (int First, int Last) sentence, FindingSettings settings)
    {
        if (_cues.FirstBetween(Cue.Still, sentence.First, sentence.Last) is not null)
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

        var limit = settings.WithinDays ?? (settings.Over.Count > 0 ? settings.Over[^1].Days : (int?)null);
        var moments = TimesIn(sentence).Where(time => time.Shape is TimeShape.Ago or TimeShape.Calendar).ToList();
        return limit is not null && moments.Count > 0 && moments.TrueForAll(time => time.Days > limit);
    }

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
