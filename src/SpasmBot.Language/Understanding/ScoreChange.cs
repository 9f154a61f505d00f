using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>How a pain score has changed.</summary>
internal enum ScoreTrend
{
    /// <summary>Nothing is said of an earlier score.</summary>
    None,

    /// <summary>It is less than it was.</summary>
    Falls,

    /// <summary>It is as it was.</summary>
    Stays,

    /// <summary>It is more than it was.</summary>
    Rises,
}

/// <summary>One score in a text: its first token, the one after it, and the value.</summary>
internal sealed record StatedScore(int At, int End, double Value);

/// <summary>
/// Tells the scores of now from those that were: "used to be a nine, today a four", "climbed from a 2 to a 7". At rest
/// and when turning are both now, and the worse of them counts.
/// </summary>
internal sealed class ScoreChange
{
    private const int Before = 5;
    private const int After = 4;

    private readonly TimeTokens _tokens;

    public ScoreChange(TimeTokens tokens, IReadOnlyList<StatedScore> scores)
    {
        _tokens = tokens;
        var then = scores.Where((score, n) => IsOfThen(score) || IsReplaced(scores, n)).ToList();
        var now = scores.Except(then).ToList();
        Worst = now.Count > 0 ? now.Max(score => score.Value) : null;
        Trend = then.Count > 0 && Worst is { } worst ? TrendOf(then[0].Value, worst) : ScoreTrend.None;
    }

    /// <summary>The worst score of now, or null.</summary>
    public double? Worst { get; }

    /// <summary>How the score of now differs from the one it was.</summary>
    public ScoreTrend Trend { get; }

    /// <summary>Whether a score here is where a change began: "from a 2", "down from 8".</summary>
    public static bool IsFrom(TimeTokens tokens, int at)
    {
        var before = at - (tokens.Is(at - 1, "a", "an", "about", "around") ? 2 : 1);
        return tokens.Is(before, "from")
            && (
                IsStep(tokens, before - 1)
                || tokens.Is(before - 1, "it", "pain", "up", "down")
                    && (IsStep(tokens, before - 2) || tokens.Is(before - 1, "up", "down"))
                || (
                    tokens.Is(before - (tokens.Is(before - 3, "a", "an") ? 5 : 4), "up", "down")
                    || tokens.Is(before - (tokens.Is(before - 2, "a", "an") ? 4 : 3), "up", "down")
                )
            );
    }

    /// <summary>Whether a bare number is one end of a change: "gone from 8 to 3", "down from 7", "dropped to 4".</summary>
    public static bool IsStep(TimeTokens tokens, int at, int end)
    {
        if (
            TimeWords.Units.ContainsKey(tokens[end])
            || tokens.Is(end, "kg", "kgs", "kilos", "times", "pills", "tablets")
        )
        {
            return false;
        }

        var before = at - (tokens.Is(at - 1, "a", "an", "about", "around") ? 2 : 1);
        return IsFrom(tokens, at)
            || (
                tokens.Is(before, "to", "into")
                && Enumerable.Range(1, Before).Any(back => IsFrom(tokens, before - back))
            )
            || (
                tokens.Is(before, "to")
                && IsStep(tokens, before - 1)
                && tokens.Is(before - 2, "has", "its", "it", "pain")
            )
            || (
                tokens.Is(before, "be", "was", "at", "as")
                && tokens.Is(before - 1, "to", "started", "began", "out", "off", "start")
                && tokens.Is(
                    before - (tokens.Is(before - 1, "to", "out", "off") ? 2 : 1),
                    "used",
                    "started",
                    "began",
                    "start"
                )
            );
    }

    private static bool IsStep(TimeTokens tokens, int at) =>
        tokens.Is(
            at,
            "climbed",
            "went",
            "gone",
            "going",
            "dropped",
            "fallen",
            "fell",
            "came",
            "come",
            "rose",
            "risen",
            "jumped",
            "crept",
            "improved",
            "eased",
            "moved",
            "shot",
            "increased",
            "decreased",
            "down",
            "up",
            "changed"
        );

    private static ScoreTrend TrendOf(double then, double now) =>
        now < then ? ScoreTrend.Falls
        : now > then ? ScoreTrend.Rises
        : ScoreTrend.Stays;

    private bool IsOfThen(StatedScore score) =>
        IsFrom(_tokens, score.At) || BeganThen(score.At) || EndedThen(score.End);

    // "Used to be a nine", "started at a 4", "at first it was 3".
    private bool BeganThen(int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - Before) && !Ends(back); back--)
        {
            if (
                (_tokens.Is(back, "used") && _tokens.Is(back + 1, "to"))
                || (_tokens.Is(back, "started", "began", "start") && !_tokens.Is(back + 1, "today", "now", "hurting"))
                || _tokens.Is(back, "initially", "originally", "yesterday", "previously", "formerly")
                || (_tokens.Is(back, "first") && _tokens.Is(back - 1, "at", "the"))
                || (
                    _tokens.Is(back, "week", "month", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday")
                    && _tokens.Is(back - 1, "last", "on", "ago", "past", "a")
                )
                || (_tokens.Is(back, "had", "has") && _tokens.Is(back + 1, "been") && _tokens.Is(back, "had"))
            )
            {
                return true;
            }
        }

        return false;
    }

    // "Was a 9 yesterday", "an 8 last week", "a 2 when it started".
    private bool EndedThen(int end)
    {
        var over = SeverityReader.OutOfTen(_tokens.Tokens, end);
        for (var at = end + over; at < Math.Min(_tokens.Count, end + over + After) && !Ends(at); at++)
        {
            if (
                (
                    _tokens.Is(at, "yesterday", "initially", "earlier", "originally", "previously")
                    && !_tokens.Is(at - 1, "worst")
                )
                || (_tokens.Is(at, "last") && _tokens.Is(at + 1, "week", "month", "weekend", "monday", "friday"))
                || (_tokens.Is(at, "first") && _tokens.Is(at - 1, "at"))
                || (_tokens.Is(at, "started", "began") && _tokens.Is(at - 1, "it"))
                || (_tokens.Is(at, "day", "days", "week", "weeks", "month") && _tokens.Is(at + 1, "ago"))
                || (_tokens.Is(at, "beginning", "start") && _tokens.Is(at - 1, "the"))
                || (_tokens.Is(at, "begin") && _tokens.Is(at - 1, "to"))
                || (_tokens.Is(at, "on") && TimeWords.Weekdays.ContainsKey(_tokens[at + 1]))
            )
            {
                return true;
            }
        }

        return false;
    }

    // "It was a 6, now it's a 3": what was gives way to what is.
    private bool IsReplaced(IReadOnlyList<StatedScore> scores, int n) =>
        IsAfter(scores[n].At, "was", "were") && scores.Skip(n + 1).Any(later => IsOfNow(later));

    private bool IsOfNow(StatedScore score)
    {
        for (var at = score.At - 1; at >= Math.Max(0, score.At - Before); at--)
        {
            if (_tokens.Is(at, "now", "today", "tonight", "currently", "nowadays", "lately"))
            {
                return true;
            }
        }

        for (var at = score.End; at < Math.Min(_tokens.Count, score.End + After) && !Ends(at); at++)
        {
            if (_tokens.Is(at, "now", "today", "tonight", "currently"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAfter(int at, params ReadOnlySpan<string> words)
    {
        for (var back = at - 1; back >= Math.Max(0, at - Before) && !Ends(back); back--)
        {
            if (_tokens.Is(back, words))
            {
                return true;
            }
        }

        return false;
    }

    private bool Ends(int at) => !_tokens.Tokens[at].IsWordOrNumber || _tokens.Is(at, "but", "and", "now", "then");
}
