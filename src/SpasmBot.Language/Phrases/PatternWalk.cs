using SpasmBot.Language.Text;

namespace SpasmBot.Language.Phrases;

/// <summary>Walks one pattern along a text; of all ways to fit it keeps the one that uses most words, then the shortest.</summary>
internal sealed class PatternWalk(ReadText text)
{
    private readonly List<int> _used = [];
    private readonly List<int> _best = [];

    /// <summary>The tokens that the last match used, in order.</summary>
    public IReadOnlyList<int> Used => _best;

    /// <summary>Whether the pattern fits, starting exactly at this token.</summary>
    public bool Fits(CompiledPattern pattern, int at)
    {
        _used.Clear();
        _best.Clear();
        Walk(pattern.Start, at, isFirst: true);
        return _best.Count > 0;
    }

    private void Walk(State state, int at, bool isFirst)
    {
        switch (state)
        {
            case State.Accept:
                Keep();
                break;
            case State.OneOf oneOf:
                WalkWord(oneOf, at, isFirst);
                break;
            case State.Number number:
                WalkNumber(number, at, isFirst);
                break;
            case State.Gap gap:
                WalkGap(gap, at);
                break;
            case State.Split split:
                foreach (var branch in split.Branches)
                {
                    Walk(branch, at, isFirst);
                }

                break;
        }
    }

    private void Keep()
    {
        if (_used.Count > _best.Count || (_used.Count == _best.Count && _used.Count > 0 && _used[^1] < _best[^1]))
        {
            _best.Clear();
            _best.AddRange(_used);
        }
    }

    private void WalkWord(State.OneOf state, int at, bool isFirst)
    {
        for (var skipped = 0; at < text.Count; skipped++, at++)
        {
            if (state.HasAny(text.Terms(at)))
            {
                _used.Add(at);
                Walk(state.Next, at + 1, isFirst: false);
                _used.RemoveAt(_used.Count - 1);
            }

            if (isFirst || skipped == PatternNode.MostFillers || !text.IsFiller(at))
            {
                return;
            }
        }
    }

    private void WalkNumber(State.Number state, int at, bool isFirst)
    {
        for (var skipped = 0; at < text.Count; skipped++, at++)
        {
            if (NumberWords.TryRead(text.Tokens, at, out _, out var length))
            {
                _used.Add(at);
                Walk(state.Next, at + length, isFirst: false);
                _used.RemoveAt(_used.Count - 1);
            }

            if (isFirst || skipped == PatternNode.MostFillers || !text.IsFiller(at))
            {
                return;
            }
        }
    }

    private void WalkGap(State.Gap gap, int at)
    {
        for (var skipped = 0; skipped <= gap.Most; skipped++)
        {
            Walk(gap.Next, at + skipped, isFirst: false);
            if (at + skipped >= text.Count || text.IsMark(at + skipped) || IsContrast(at + skipped))
            {
                return;
            }
        }
    }

    // "I am not short of breath but a deep breath stabs": a gap does not reach into what stands against it.
    private bool IsContrast(int at) => text.Word(at) is "but" or "although" or "whereas" or "though";
}
