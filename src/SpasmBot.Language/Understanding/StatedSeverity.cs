using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds the pain score in own words: "7/10", "a 6 out of ten", "like a 7", "I'd score it 9".</summary>
internal static class StatedSeverity
{
    /// <summary>The worst score that is stated, 0 to 10; null when there is none.</summary>
    public static int? Find(PreparedText text)
    {
        var tokens = text.TimeTokens;
        double? worst = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!NumberWords.TryRead(text.Tokens, at, out var value, out var length))
            {
                continue;
            }

            var end = at + length;
            end += NumberWords.ReadDecimals(text.Tokens, end, ref value);
            if (
                value <= 10
                && (SeverityReader.OutOfTen(text.Tokens, end) > 0 || (IsScored(tokens, at) && IsFree(tokens, end)))
            )
            {
                worst = Math.Max(worst ?? 0, value);
            }

            at = end - 1;
        }

        return worst is { } score ? (int)Math.Round(score, MidpointRounding.AwayFromZero) : null;
    }

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
        return (tokens.Is(at - 1, "between") && tokens.Is(at - 2, "say", "it", "pain", "somewhere", "about"))
            || tokens.Is(before, "score", "scored", "rate", "rated", "rating", "severity", "give", "grade", "scale")
            || (tokens.Is(before, "like", "solid", "good", "strong") && tokens.Is(at - 1, "a", "an"))
            || (tokens.Is(before, "pain", "pyn") && before < at);
    }

    private static bool IsFree(TimeTokens tokens, int end) =>
        end >= tokens.Count
        || !tokens.Tokens[end].IsWordOrNumber && !tokens.Is(end, "/")
        || tokens.Is(end, "at", "when", "now", "today", "most", "and", "but", "on", "right", "ish");
}
