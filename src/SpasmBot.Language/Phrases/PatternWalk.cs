using SpasmBot.Language.Text;

namespace SpasmBot.Language.Phrases;

/// <summary>Walks one pattern along a text; keeps which words it used.</summary>
internal sealed class PatternWalk(ReadText text)
{
    private const int MostFillers = 3;

    private readonly List<int> _used = [];

    /// <summary>The tokens that the last match used, in order.</summary>
    public IReadOnlyList<int> Used => _used;

    /// <summary>Whether the pattern fits, starting exactly at this token.</summary>
    public bool Fits(CompiledPattern pattern, int at)
    {
        _used.Clear();
        return Walk(pattern.Start, at, isFirst: true);
    }

    private bool Walk(State state, int at, bool isFirst) =>
        state switch
        {
            State.Accept => true,
            State.OneOf oneOf => WalkWord(oneOf, at, isFirst),
            State.Number number => WalkNumber(number, at, isFirst),
            State.Gap gap => WalkGap(gap, at),
            State.Split split => WalkAny(split, at, isFirst),
            _ => false,
        };

    private bool WalkWord(State.OneOf state, int at, bool isFirst)
    {
        for (var skipped = 0; at < text.Count; skipped++, at++)
        {
            if (Stands(state, at))
            {
                _used.Add(at);
                if (Walk(state.Next, at + 1, isFirst: false))
                {
                    return true;
                }

                _used.RemoveAt(_used.Count - 1);
            }

            if (isFirst || skipped == MostFillers || !text.IsFiller(at))
            {
                return false;
            }
        }

        return false;
    }

    private bool Stands(State.OneOf state, int at)
    {
        foreach (var term in text.Terms(at))
        {
            if (state.Terms.Contains(term))
            {
                return true;
            }
        }

        return false;
    }

    private bool WalkNumber(State.Number state, int at, bool isFirst)
    {
        for (var skipped = 0; at < text.Count; skipped++, at++)
        {
            if (NumberWords.TryRead(text.Tokens, at, out _, out var length))
            {
                _used.Add(at);
                if (Walk(state.Next, at + length, isFirst: false))
                {
                    return true;
                }

                _used.RemoveAt(_used.Count - 1);
            }

            if (isFirst || skipped == MostFillers || !text.IsFiller(at))
            {
                return false;
            }
        }

        return false;
    }

    // The nearest way on is taken, so that a match is as short as it can be.
    private bool WalkGap(State.Gap gap, int at)
    {
        for (var skipped = 0; skipped <= gap.Most; skipped++)
        {
            if (Walk(gap.Next, at + skipped, isFirst: false))
            {
                return true;
            }

            if (at + skipped >= text.Count || text.IsMark(at + skipped))
            {
                return false;
            }
        }

        return false;
    }

    private bool WalkAny(State.Split split, int at, bool isFirst)
    {
        foreach (var branch in split.Branches)
        {
            if (Walk(branch, at, isFirst))
            {
                return true;
            }
        }

        return false;
    }
}
