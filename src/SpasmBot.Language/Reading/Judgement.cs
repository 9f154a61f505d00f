using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Time;

namespace SpasmBot.Language.Reading;

/// <summary>Decides for every place that names a finding what is said of it.</summary>
internal sealed class Judgement(
    Passage passage,
    PhraseData data,
    Func<string, bool> isEmergency,
    Func<string, bool> tellsOfStart
)
{
    /// <summary>Words between a finding and what rules it out.</summary>
    private const int Near = 8;

    private readonly Negation _negation = new(passage);
    private readonly Doubt _doubt = new(passage);
    private readonly Reality _reality = new(passage);
    private readonly PastState _past = new(passage);

    public List<FindingMention> Judge()
    {
        var mentions = new List<FindingMention>();
        foreach (var match in passage.Findings)
        {
            if (Mention(match) is { } mention)
            {
                mentions.AddRange(WhenOver(mention));
            }
        }

        return mentions;
    }

    // Words of the same sentence with which the finding does not count ("when I press on it"). An emergency sign that
    // is said outright is then asked about, not dropped.
    private bool HasUnless(PhraseMatch match) =>
        match.Phrase.Kind is PhraseKind.Says or PhraseKind.Hints or PhraseKind.Answers
        && passage.Unless.Any(unless =>
            unless.Phrase.Id == match.Phrase.Id
            && passage.SentenceNumber(unless.First) == passage.SentenceNumber(match.First)
            && Math.Max(unless.First - match.Last, match.First - unless.Last) <= Near
            && !IsDeniedUnless(unless)
            && !IsContrasted(Math.Min(unless.Last, match.Last), Math.Max(unless.First, match.First))
        );

    // "My clothes hang on me and I haven't been dieting": what is not so rules nothing out.
    private bool IsDeniedUnless(PhraseMatch unless)
    {
        const int NearDenial = 4;
        for (var at = unless.First - 1; at >= Math.Max(0, unless.First - NearDenial) && !passage.Text.IsMark(at); at--)
        {
            if (passage.IsNegator(at) || passage.Text.Word(at) is "nothing")
            {
                return true;
            }
        }

        return false;
    }

    // "Every breath hurts but I am not short of breath": what stands behind "but" rules nothing out before it.
    private bool IsContrasted(int first, int last)
    {
        for (var at = first + 1; at < last; at++)
        {
            if (passage.Text.Word(at) is "but" or "though" or "although")
            {
                return true;
            }
        }

        return false;
    }

    private FindingMention? Mention(PhraseMatch match)
    {
        var finding = match.Phrase.Id;
        var emergency = isEmergency(finding);
        var standing = StandingOf(match, emergency);
        var hasUnless = HasUnless(match);
        if (standing == Standing.NotNow || (hasUnless && (!emergency || match.Phrase.Kind == PhraseKind.Hints)))
        {
            return null;
        }

        var (denial, because) = _negation.Of(match);
        var doubt = _doubt.Of(match);
        var presence = match.Phrase.Kind switch
        {
            PhraseKind.Denies => Denied(denial, emergency),
            PhraseKind.OnlyDenied => denial == Denial.Clear && doubt is null ? Presence.Absent : null,
            PhraseKind.Hints => denial == Denial.Clear ? Presence.Absent : Presence.Unsure,
            _ => Said(match, denial, emergency),
        };
        if (presence == Presence.Present && (doubt is not null || hasUnless || standing == Standing.Open))
        {
            presence = Presence.Unsure;
        }
        else if (presence == Presence.Absent && doubt is not null && emergency)
        {
            presence = Presence.Unsure;
        }

        return presence is { } known ? new(finding, known, match, because ?? doubt) : null;
    }

    // A sign of an emergency that is said to be over is asked about, where its definition does not say what it then is.
    private Standing StandingOf(PhraseMatch match, bool emergency)
    {
        var settings = data.SettingsOf(match.Phrase.Id);
        var standing = _reality.Of(match, settings, emergency);
        return standing == Standing.Real && settings.IsState && _past.Is(match, tellsOfStart(match.Phrase.Id))
            ? emergency
                ? Standing.Open
                : Standing.NotNow
            : standing;
    }

    private Presence? Said(PhraseMatch match, Denial denial, bool emergency) =>
        denial switch
        {
            Denial.None => Presence.Present,
            // "No can't feel my legs": nobody can know, so it is asked.
            _ when _negation.DeniesItself(match) => Presence.Unsure,
            Denial.Clear => Presence.Absent,
            _ => emergency ? Presence.Unsure : Presence.Absent,
        };

    // "Breathing is not normal" turns a denial round; what is meant is then asked, where it matters.
    private static Presence? Denied(Denial denial, bool emergency) =>
        denial != Denial.Clear ? Presence.Absent
        : emergency ? Presence.Unsure
        : null;

    // "Yesterday, gone now": what is over is another finding, by how long ago it was.
    private IEnumerable<FindingMention> WhenOver(FindingMention mention)
    {
        var steps = data.SettingsOf(mention.Finding).Over;
        if (steps.Count == 0 || mention.Presence == Presence.Absent || mention.Match.Phrase.Kind == PhraseKind.Denies)
        {
            return [mention];
        }

        var isGone = IsGone(mention.Match);
        var days = DaysSince(mention.Match);
        if (!isGone && (days is null or < 1 || !(IsPastTense(mention.Match) || IsBareMoment(mention.Match))))
        {
            return [mention];
        }

        var past = mention with { Finding = steps.FirstOrDefault(step => (days ?? 0) <= step.Days).Finding };
        // What is over for days is not asked about as if it could be there now. "It passed" does not say that it is not
        // there again; "gone now" does.
        return string.IsNullOrEmpty(past.Finding) ? []
            : isGone && past.Finding == steps[0].Finding && SaysNow(mention.Match)
                ? [past, mention with { Presence = Presence.Absent }]
            : [past];
    }

    private bool SaysNow(PhraseMatch match)
    {
        var (_, last) = passage.SentenceOf(match.First);
        var end = passage.Sentence(passage.SentenceNumber(match.First) + 1)?.Last ?? last;
        return Enumerable
            .Range(match.Last + 1, end - match.Last)
            .Any(at => passage.Text.Word(at) is "now" or "today" or "left" or "anymore");
    }

    private bool IsGone(PhraseMatch match)
    {
        var number = passage.SentenceNumber(match.First);
        var (_, last) = passage.SentenceOf(match.First);
        var next = passage.Sentence(number + 1);
        return SaysGone(match.Last + 1, last) || (next is { } after && SaysGone(after.First, after.Last));
    }

    private bool SaysGone(int first, int last) =>
        passage.Cues.FirstBetween(Cue.Gone, first, last) is { } gone
        && !passage.IsNot(gone.First - 1)
        && !IsBecome(gone);

    // "I've gone clammy" tells what somebody became, "it has gone again" that it is over.
    private bool IsBecome((int First, int Last) gone) =>
        gone.First == gone.Last
        && passage.Text.Word(gone.Last) is "gone"
        && gone.Last + 1 < passage.Text.Count
        && !passage.Text.IsMark(gone.Last + 1)
        && !passage.Cues.Covers(Cue.Break, gone.Last + 1)
        && passage.Text.Word(gone.Last - 1) is "ive" or "hes" or "shes" or "have" or "has" or "i" or "he" or "she"
        && passage.Text.Word(gone.Last + 1)
            is not (
                "now"
                or "since"
                or "by"
                or "again"
                or "away"
                or "today"
                or "and"
                or "completely"
                or "in"
                or "within"
            );

    // "Chest tightness two weeks ago": no verb says that it is there now.
    private bool IsBareMoment(PhraseMatch match)
    {
        var (first, last) = passage.SentenceOf(match.First);
        return !Enumerable.Range(first, match.Last - first + 1).Any(IsPresentVerb)
            && passage.Cues.FirstBetween(Cue.Still, first, last) is null
            && passage.Times.Any(time =>
                time.Shape == TimeShape.Ago
                && time.First > match.Last
                && time.First - match.Last <= 2
                && passage.IsNear(time, match)
            );
    }

    private bool IsPresentVerb(int at) =>
        passage.Text.Word(at)
            is "is"
                or "are"
                or "am"
                or "im"
                or "have"
                or "has"
                or "ive"
                or "feel"
                or "feels"
                or "feeling"
                or "having"
                or "getting"
                or "get"
                or "keeps"
                or "keep"
                or "been"
                or "its";

    private bool IsPastTense(PhraseMatch match)
    {
        var (first, last) = passage.SentenceOf(match.First);
        return passage.Cues.FirstBetween(Cue.PastTense, first, match.Last) is not null
            && passage.Cues.FirstBetween(Cue.Still, first, last) is null;
    }

    private double? DaysSince(PhraseMatch match)
    {
        var (first, last) = passage.SentenceOf(match.First);
        return passage
            .Times.Where(time =>
                time.First >= first && time.Last <= last && time.Shape is TimeShape.Ago or TimeShape.Calendar
            )
            .Select(time => (double?)time.Days)
            .FirstOrDefault();
    }
}
