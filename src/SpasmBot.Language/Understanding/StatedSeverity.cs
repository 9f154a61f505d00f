using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds the pain score in own words: "7/10", "a 6 out of ten", "like a 7", "I'd score it 9".</summary>
internal static class StatedSeverity
{
    /// <summary>The worst score of now that is stated, 0 to 10, and how it has changed; no score when there is none.</summary>
    public static (int? Worst, ScoreTrend Trend) Find(PreparedText text)
    {
        var scores = All(text);
        var change = new ScoreChange(text.TimeTokens, scores);
        return (change.Worst is { } score ? (int)Math.Round(score, MidpointRounding.AwayFromZero) : null, change.Trend);
    }

    private static List<StatedScore> All(PreparedText text)
    {
        var tokens = text.TimeTokens;
        var scores = new List<StatedScore>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!NumberWords.TryRead(text.Tokens, at, out var value, out var length))
            {
                continue;
            }

            var end = at + length;
            end += NumberWords.ReadDecimals(text.Tokens, end, ref value);
            if (tokens.Match(end, "and", "a", "half") is > 0 and var half)
            {
                (value, end) = (value + 0.5, end + half);
            }

            var first = at;
            var isRange = false;
            var joint = ScoreChange.IsFrom(tokens, at) ? 0 : Joint(tokens, at, end);
            if (
                joint > 0
                && NumberWords.TryRead(text.Tokens, end + joint, out var upper, out var more)
                && upper > value
            )
            {
                (value, end, isRange) = (upper, end + joint + more, true);
            }

            // "On a scale of one to ten" says what the next number is, and is none itself.
            if (!ScaleBefore(tokens, at) && !IsSupposed(tokens, at) && IsScore(text, at, end, value, isRange))
            {
                scores.Add(new(first, end, value));
            }

            at = end - 1;
        }

        return scores;
    }

    private static bool IsScore(PreparedText text, int at, int end, double value, bool isRange)
    {
        var tokens = text.TimeTokens;
        return value <= 10
            && (
                SeverityReader.OutOfTen(text.Tokens, end) > 0
                || IsOnTheScale(tokens, at, end)
                || IsSentence(tokens, at, end)
                || (IsSaidToBe(tokens, at, isRange) && IsFree(tokens, end))
                || IsAtTimeOfDay(tokens, at, end)
                || ScoreChange.IsStep(tokens, at, end)
            );
    }

    // "6 or 7", "one maybe two", "5, maybe 6", "between 4 and 6".
    private static int Joint(TimeTokens tokens, int at, int end) =>
        tokens.Is(end, "or", "to", "maybe", "perhaps") || (tokens.Is(end, "and") && tokens.Is(at - 1, "between")) ? 1
        : tokens.Is(end, ",") && tokens.Is(end + 1, "maybe", "perhaps", "sometimes", "or") ? 2
        : 0;

    // "A one on your scale", "the six face", "face 4".
    private static bool IsOnTheScale(TimeTokens tokens, int at, int end) =>
        (tokens.Is(end, "on") && tokens.Is(end + 1, "the", "your", "that", "this", "my") && tokens.Is(end + 2, "scale"))
        || (tokens.Is(end, "face") && !tokens.Is(end + 1, "to"))
        || tokens.Is(at - 1, "face")
        || (
            tokens.Is(at - 1, "to", "at", "a", "an")
            && tokens.Is(
                at - (tokens.Is(at - 2, "to", "at", "up") ? 3 : 2),
                "spikes",
                "spiking",
                "spike",
                "peaks",
                "jumps",
                "jump",
                "shoots",
                "shoot",
                "climbs",
                "climb",
                "goes",
                "go",
                "rises",
                "flares",
                "reaches",
                "hits"
            )
        )
        || (
            tokens.Is(at - 1, "reach", "reaches", "touches", "hits", "tops", "max", "hovering", "hovers")
            && IsFree(tokens, end)
        )
        || (
            tokens.Is(at - 1, "round", "around", "at", "on")
            && tokens.Is(at - 2, "hovering", "hovers", "stuck", "sits", "parked")
            && IsFree(tokens, end)
        );

    // "Ten. It just drills on": a number that is all of a sentence.
    private static bool IsSentence(TimeTokens tokens, int at, int end) =>
        (at == 0 || tokens.Tokens[at - 1].EndsSentence) && end < tokens.Count && tokens.Tokens[end].EndsSentence;

    private static bool IsSaidToBe(TimeTokens tokens, int at, bool isRange) =>
        IsScored(tokens, at)
        || IsThing(tokens, at)
        || IsAfterWord(tokens, at)
        || IsOnScale(tokens, at)
        || (tokens.Is(at - 1, "say", "said") && tokens.Is(at - 2, "would", "id", "must", "can", "have", "ve"))
        || IsBesideTime(tokens, at)
        || (tokens.Is(at - 1, "day", "days") && tokens.Is(at - 2, "good", "bad", "worst", "best", "average"))
        || (isRange && tokens.Is(at - 1, "like"));

    // "It's about a 6", "now at a seven", "a solid nine": a bare number with an article is a score.
    private static bool IsThing(TimeTokens tokens, int at)
    {
        var article = at - 1;
        while (tokens.Is(article, "solid", "good", "strong", "bad", "steady", "definite", "full"))
        {
            article--;
        }

        return tokens.Is(article, "a", "an")
            && !tokens.Is(article - 1, "phase", "type", "grade", "size", "stage", "not", "with")
            && !tokens.Is(article - 1, "times", "twice", "once");
    }

    // "Yesterday 9, today 5", "mornings 7, evenings 3": a bare number after a time, with nothing that it could count.
    private static bool IsBesideTime(TimeTokens tokens, int at)
    {
        var before = at - (tokens.Is(at - 1, "its", "it", "a", "maybe", "about", "only", "just", "is", ":") ? 1 : 0);
        return (
                before == 1
                || !tokens.Tokens[Math.Max(0, before - 2)].IsWordOrNumber
                || tokens.Is(before - 2, "and", "but")
            )
            && tokens.Is(
                before - 1,
                "yesterday",
                "today",
                "now",
                "currently",
                "tonight",
                "mornings",
                "evenings",
                "nights",
                "normally",
                "usually",
                "otherwise",
                "sitting",
                "lying",
                "standing",
                "resting",
                "walking",
                "moving"
            );
    }

    // "Mild, maybe 3", "quite bad, say 7".
    private static bool IsAfterWord(TimeTokens tokens, int at) =>
        tokens.Is(at - 1, "maybe", "say", "about", "probably", "around", "tops", "max")
        && (tokens.Is(at - 2, "mild", "moderate", "severe", "bad") || tokens.Is(at - 2, ","))
        && (
            tokens.Is(at - 2, "mild", "moderate", "severe", "bad")
            || tokens.Is(at - 3, "mild", "moderate", "severe", "bad", "intense")
        );

    private static bool ScaleBefore(TimeTokens tokens, int at) =>
        (tokens.Is(at - 1, "of", "from") && tokens.Is(at - 2, "scale")) || IsScaleTop(tokens, at);

    private static bool IsScaleTop(TimeTokens tokens, int at) =>
        tokens.Is(at - 1, "-", "–", "to") && tokens.Is(at - 3, "of", "from") && tokens.Is(at - 4, "scale");

    // "On a scale of 1-10 I'd go with 5": within the next few words of the sentence.
    private static bool IsOnScale(TimeTokens tokens, int at)
    {
        for (var back = 2; back <= 9 && at - back >= 0; back++)
        {
            if (tokens.Tokens[at - back].EndsSentence && !tokens.Is(at - back, "?"))
            {
                return false;
            }

            if (IsScaleTop(tokens, at - back))
            {
                return true;
            }
        }

        return false;
    }

    // "If giving birth is a ten, this is a five".
    private static bool IsSupposed(TimeTokens tokens, int at)
    {
        for (var back = at - 1; back >= 0 && tokens.Tokens[back].IsWordOrNumber; back--)
        {
            // "If I turn it jumps to an 8" supposes nothing.
            if (tokens.Is(back, "if"))
            {
                return !tokens.Is(back + 1, "i", "it", "im", "my", "he", "she", "you");
            }
        }

        return false;
    }

    // "3 at sunrise, 8 by the evening", "4 at its worst": a bare number with a part of the day.
    private static bool IsAtTimeOfDay(TimeTokens tokens, int at, int end) =>
        (at == 0 || (!tokens.Tokens[at - 1].IsWordOrNumber && !tokens.Is(at - 1, "/", "-", "–")))
        && (
            (
                tokens.Is(end, "at", "in", "by", "on")
                && (
                    IsPartOfDay(tokens, end + 1)
                    || (tokens.Is(end + 1, "the", "its", "a") && IsPartOfDay(tokens, end + 2))
                    || (tokens.Is(end, "by") && tokens.Is(end + 1, "the") && tokens.Is(end + 2, "time"))
                )
            ) || (tokens.Is(end, "when", "if", "as") && tokens.Is(end + 1, "i", "it", "im"))
        );

    private static bool IsPartOfDay(TimeTokens tokens, int at) =>
        tokens.Is(
            at,
            "sunrise",
            "dawn",
            "morning",
            "mornings",
            "noon",
            "midday",
            "afternoon",
            "evening",
            "evenings",
            "night",
            "bedtime",
            "rest",
            "worst",
            "best",
            "work",
            "lunch",
            "lunchtime",
            "times",
            "moment",
            "most",
            "present",
            "good",
            "bad"
        );

    private static bool IsFreeMark(TimeTokens tokens, int end) =>
        !tokens.Tokens[end].IsWordOrNumber && !tokens.Is(end, "/", "-", "–") || IsRangeMark(tokens, end);

    // "6-7", but not "a one-off".
    private static bool IsRangeMark(TimeTokens tokens, int end) => tokens.Is(end, "-", "–") && tokens.IsNumber(end + 1);

    private static bool IsScored(TimeTokens tokens, int at)
    {
        var before = at - 1;
        while (
            tokens.Is(
                before,
                "a",
                "an",
                "about",
                "around",
                "it",
                "is",
                "at",
                "of",
                "now",
                "roughly",
                "maybe",
                "was",
                "been",
                "sitting",
                "hovering",
                "as",
                "its",
                "level",
                "score",
                "to",
                "say",
                "between",
                ":",
                "="
            )
        )
        {
            if (tokens.Is(before, "level", "score"))
            {
                return true;
            }

            before--;
        }

        // "I'd say between 5 and 6": the better of two that are named so counts with it.
        return (
                tokens.Is(at - 1, "between")
                && tokens.Is(
                    at - 2,
                    "say",
                    "it",
                    "its",
                    "is",
                    "pain",
                    "somewhere",
                    "about",
                    "varies",
                    "ranges",
                    "anywhere",
                    "swings"
                )
            )
            || (tokens.Is(before, "call", "calling", "put") && tokens.Is(before + 1, "it"))
            || (tokens.Is(before, "grade") && !tokens.Is(before - 1, "in"))
            || tokens.Is(before, "score", "scored", "rate", "rated", "rating", "severity", "give", "scale")
            || (tokens.Is(before, "like", "solid", "good", "strong") && tokens.Is(at - 1, "a", "an"))
            || (tokens.Is(before, "pain", "pyn") && before < at);
    }

    private static bool IsFree(TimeTokens tokens, int end) =>
        end >= tokens.Count
        || IsFreeMark(tokens, end)
        || tokens.Is(
            end,
            "at",
            "when",
            "now",
            "today",
            "most",
            "and",
            "but",
            "on",
            "right",
            "ish",
            "maybe",
            "n",
            "atm",
            "all",
            "since",
            "after",
            "if",
            "i",
            "id",
            "im",
            "for"
        );
}
