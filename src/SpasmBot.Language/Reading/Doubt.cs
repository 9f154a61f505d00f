using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Text;

namespace SpasmBot.Language.Reading;

/// <summary>Finds out whether a mention is put in doubt: "maybe numb", "my leg is puffy, hard to say".</summary>
internal sealed class Doubt(Passage passage)
{
    private const int Farthest = 12;

    private readonly ReadText _text = passage.Text;
    private readonly CueMap _cues = passage.Cues;

    /// <summary>The words of doubt, or null when there are none.</summary>
    public string? Of(PhraseMatch mention) => Before(mention) ?? Inside(mention) ?? After(mention);

    // "My leg might be weaker": between the words of the mention, and none of them.
    private string? Inside(PhraseMatch mention)
    {
        for (var at = mention.First + 1; at < mention.Last; at++)
        {
            if (
                _cues.Covers(Cue.Doubt, at)
                && !_cues.Covers(Cue.NoDoubt, at)
                && !mention.Used.Contains(at)
                && !IsOfNumber(at)
            )
            {
                return passage.Quote(at, at);
            }
        }

        return null;
    }

    private string? Before(PhraseMatch mention)
    {
        var first = Math.Max(passage.SentenceOf(mention.First).First, mention.First - Farthest);
        for (var at = mention.First - 1; at >= first; at--)
        {
            if (
                _cues.StartOfOneEndingAt(Cue.Doubt, at) is >= 0 and var start
                && !_cues.Covers(Cue.NoDoubt, at)
                && !IsOfNumber(at)
            )
            {
                return passage.Quote(start, at);
            }

            if (
                _text.IsMark(at)
                || (_cues.Covers(Cue.Break, at) && _text.Word(at) is not ("just" or "only" or "so" or "then"))
            )
            {
                return null;
            }
        }

        return null;
    }

    // "Maybe twenty minutes after I eat": the number is doubted, not what it is said of.
    private bool IsOfNumber(int doubt) =>
        doubt + 1 < _text.Count && NumberWords.TryRead(_text.Tokens, doubt + 1, out _, out _);

    // Words of doubt that end the sentence, or stand before a mark, speak of what was said before them.
    private string? After(PhraseMatch mention)
    {
        var last = passage.SentenceOf(mention.Last).Last;
        var from = mention.Last + 1;
        while (_cues.FirstBetween(Cue.DoubtAfter, from, last) is { } cue)
        {
            if (!_cues.Covers(Cue.NoDoubt, cue.First) && (cue.Last + 1 >= _text.Count || _text.IsMark(cue.Last + 1)))
            {
                return IsCutOff(mention.Last + 1, cue.First) || IsOfAnother(mention, cue.First)
                    ? null
                    : passage.Quote(cue.First, cue.Last);
            }

            from = cue.First + 1;
        }

        return null;
    }

    // "Tennis, definitely, sneezing maybe": the doubt is about what stands with it between the same marks.
    private bool IsOfAnother(PhraseMatch mention, int cue)
    {
        var at = cue - 1;
        while (at > mention.Last && !_text.IsMark(at))
        {
            if (passage.IsInFinding(at))
            {
                return Enumerable.Range(mention.Last + 1, at - mention.Last).Any(_text.IsMark);
            }

            at--;
        }

        return false;
    }

    private bool IsCutOff(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (_text.Word(at) is "but" or "though" or "because")
            {
                return true;
            }
        }

        return false;
    }
}
