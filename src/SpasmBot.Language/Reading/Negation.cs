using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;

namespace SpasmBot.Language.Reading;

/// <summary>How clearly something is denied.</summary>
internal enum Denial
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>It may be: "no fever, chest pain" can be read both ways.</summary>
    Open,

    /// <summary>It is.</summary>
    Clear,
}

/// <summary>
/// Finds out whether a denial reaches a mention: "no fever, chills or sweats" reaches all three, "no fever but I sweat"
/// only one, "no, my chest hurts" none.
/// </summary>
internal sealed class Negation(Passage passage)
{
    private const int FarthestInItem = 5;
    private const int FarthestInList = 25;
    private const int MostWordsOfAnItem = 4;

    private readonly ReadText _text = passage.Text;
    private readonly CueMap _cues = passage.Cues;

    /// <summary>Whether the mention is denied, and by which words.</summary>
    public (Denial Denial, string? Because) Of(PhraseMatch mention)
    {
        if (Inside(mention) is { } inside)
        {
            return (Denial.Clear, passage.Quote(inside, inside));
        }

        var before = Before(mention);
        return before.Denial == Denial.Clear ? before
            : After(mention) is { } after ? (Denial.Clear, after)
            : before;
    }

    /// <summary>Whether the mention's own words deny ("can't feel my legs"): a further "no" does not turn that round.</summary>
    public bool DeniesItself(PhraseMatch mention) =>
        mention.Used.Any(at =>
            // The "had" of "never had that" belongs to the "never" before it.
            (
                passage.IsNegator(at)
                && _text.Word(at) is not ("had" or "have" or "has" or "get" or "got" or "felt" or "any")
            )
            || _cues.Covers(Cue.Closed, at)
            || _text.Word(at)
                is "cant"
                    or "cannot"
                    or "couldnt"
                    or "wont"
                    or "unable"
                    or "dont"
                    or "doesnt"
                    or "didnt"
                    or "no"
        );

    // "my chest is not tight": the denial stands between the words of the mention.
    private int? Inside(PhraseMatch mention)
    {
        for (var at = mention.First; at <= mention.Last; at++)
        {
            if (passage.IsNegator(at) && !mention.Used.Contains(at))
            {
                return at;
            }
        }

        return null;
    }

    private (Denial Denial, string? Because) Before(PhraseMatch mention)
    {
        var first = passage.SentenceOf(mention.First).First;
        var way = new Way();
        for (var at = mention.First - 1; at >= first && mention.First - at <= FarthestInList; at--)
        {
            if (ClosedStart(at) is >= 0 and var closed)
            {
                at = closed;
                way.Words++;
            }
            else if (NegatorStart(at, mention) is >= 0 and var negator)
            {
                if (!IsInterjection(at))
                {
                    return (
                        Judge(mention, way, at, isNoun: _cues.StartOfOneEndingAt(Cue.No, at) >= 0),
                        passage.Quote(negator, at)
                    );
                }
            }
            else if (Ends(at, way))
            {
                return (Denial.None, null);
            }
            else
            {
                Step(at, way);
            }
        }

        return (Denial.None, null);
    }

    private int ClosedStart(int at) =>
        Math.Max(
            _cues.StartOfOneEndingAt(Cue.Closed, at),
            Math.Max(_cues.StartOfOneEndingAt(Cue.Doubt, at), _cues.StartOfOneEndingAt(Cue.NoDoubt, at))
        );

    private int NegatorStart(int at, PhraseMatch mention)
    {
        if (!passage.IsNegator(at) || IsOwnWordOfAnother(at, mention))
        {
            return -1;
        }

        var no = _cues.StartOfOneEndingAt(Cue.No, at);
        return no >= 0 ? no : _cues.StartOfOneEndingAt(Cue.Not, at);
    }

    // The "no" of "no feeling in my legs" belongs to that and denies nothing else, except what shares words with it:
    // "no trouble with my bladder" denies the trouble with the bladder.
    private bool IsOwnWordOfAnother(int at, PhraseMatch mention) =>
        passage.IsInFinding(at) && !passage.FindingsAt(at).Any(other => other.Used.Any(mention.Used.Contains));

    // "No, my chest hurts": an answer, not a denial of what follows.
    private bool IsInterjection(int at) =>
        at + 1 < _text.Count && (_text.IsMark(at + 1) && _text.Word(at + 1) is "," or ":" or "-" or "–" or "(" or ")");

    private bool Ends(int at, Way way)
    {
        if (_cues.Covers(Cue.Break, at) && !passage.IsInFinding(at))
        {
            return true;
        }

        if (_cues.Covers(Cue.Subject, at) && !passage.IsInFinding(at))
        {
            // "No one but I": a subject begins a statement of its own.
            return true;
        }

        // "No fever, 4/10, first time ever": a figure is no item of what is denied, and its slash is no "or".
        if (way.Separators > 0 && IsFigure(at))
        {
            return true;
        }

        // "No fever my chest is tight": without a preposition the possessive begins a new statement.
        return way.Words == 0
            && way.Separators == 0
            && _cues.Covers(Cue.Possessive, at)
            && at > 0
            && passage.IsInFinding(at - 1)
            && !passage.IsInFinding(at);
    }

    private bool IsFigure(int at) =>
        _text.Word(at) is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..]
        && (at + 1 >= _text.Count || _text.IsMark(at + 1))
        && at > 0
        && (_text.IsMark(at - 1) || _text.Word(at - 1) is "of");

    private void Step(int at, Way way)
    {
        switch (_text.Word(at))
        {
            case ",":
                way.Commas++;
                way.BareStart = way.BareStart < 0 ? at : way.BareStart;
                break;
            case "and" or "&" or "+" or "en":
                way.Ands++;
                way.BareStart = way.BareStart < 0 ? at : way.BareStart;
                break;
            case "or" or "nor" or "/":
                way.Ors++;
                break;
            default:
                way.Words += !passage.IsInFinding(at) && !_text.IsFiller(at) && !_cues.Covers(Cue.Light, at) ? 1 : 0;
                break;
        }
    }

    private Denial Judge(PhraseMatch mention, Way way, int negator, bool isNoun)
    {
        if (way.Commas + way.Ands == 0)
        {
            return way.Ors > 0 ? Denial.Clear
                : mention.First - negator > FarthestInItem + (isNoun ? 1 : 0) ? Denial.None
                : way.Words == 0 ? Denial.Clear
                : Denial.Open;
        }

        if (way.Ors > 0 || IsClosedByOr(mention))
        {
            return Denial.Clear;
        }

        if (!IsBare(mention, way))
        {
            return Denial.None;
        }

        return way.Commas + way.Ands > 1 && isNoun ? Denial.Clear : Denial.Open;
    }

    // "No fever, chills or sweats": the "or" after the mention closes the list.
    private bool IsClosedByOr(PhraseMatch mention)
    {
        var last = passage.SentenceOf(mention.Last).Last;
        for (var at = mention.Last + 1; at <= last; at++)
        {
            if (_text.Word(at) is "or" or "nor")
            {
                return !_cues.Covers(Cue.DoubtAfter, at) && !_cues.Covers(Cue.Closed, at);
            }

            if (_cues.Covers(Cue.Break, at) || _cues.Covers(Cue.Subject, at) || passage.IsNegator(at))
            {
                return false;
            }
        }

        return false;
    }

    // The mention is all that stands between two separators, and short: "no fever, chills" but not "no fever, rest does
    // it good".
    private bool IsBare(PhraseMatch mention, Way way)
    {
        if (mention.Last - mention.First >= MostWordsOfAnItem || HasVerb(mention))
        {
            return false;
        }

        for (var at = way.BareStart + 1; at < mention.First; at++)
        {
            if (!_cues.Covers(Cue.Light, at))
            {
                return false;
            }
        }

        var next = mention.Last + 1;
        return next >= _text.Count || _text.IsMark(next) || _text.Word(next) is "and" or "or" or "nor" or "en";
    }

    // An item of a list is no statement of its own: "no fever, warmth does it good".
    private bool HasVerb(PhraseMatch mention) =>
        Enumerable
            .Range(mention.First, mention.Last - mention.First + 1)
            .Any(at =>
                _text.Word(at)
                    is "is"
                        or "are"
                        or "do"
                        or "does"
                        or "did"
                        or "has"
                        or "feels"
                        or "helps"
                        or "eases"
                        or "makes"
                        or "goes"
                        or "comes"
            );

    // "Chest pain: no", "numbness none", "breathing is fine".
    private string? After(PhraseMatch mention)
    {
        var at = mention.Last + 1;
        if (_cues.EndOfOneStartingAt(Cue.AfterFine, at) is >= 0 and var fine)
        {
            return passage.Quote(at, fine);
        }

        if (at < _text.Count && _text.Word(at) is ":" or "-" or "–" or "=" or "," or "?" or "(" or "is")
        {
            at++;
        }

        if (_cues.EndOfOneStartingAt(Cue.AfterNo, at) is not (>= 0 and var no))
        {
            return null;
        }

        return no + 1 >= _text.Count || _text.IsMark(no + 1) ? passage.Quote(at, no) : null;
    }

    /// <summary>What lies between a mention and the denial before it.</summary>
    private sealed class Way
    {
        public int Words { get; set; }

        public int Commas { get; set; }

        public int Ands { get; set; }

        public int Ors { get; set; }

        /// <summary>The separator nearest to the mention.</summary>
        public int BareStart { get; set; } = -1;

        public int Separators => Commas + Ands + Ors;
    }
}
