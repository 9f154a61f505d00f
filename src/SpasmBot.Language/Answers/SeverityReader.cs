using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds the pain score in a text.</summary>
internal static class SeverityReader
{
    private const double Most = 10;
    private const double MostOverstated = 100;

    /// <summary>
    /// The score as said, in or out of range, halves rounded up; of several the worst, but one "out of ten" goes
    /// before any other number. Null when there is none.
    /// </summary>
    public static double? Read(PreparedText text)
    {
        var tokens = text.Tokens;
        double? plain = null;
        double? outOfTen = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!NumberWords.TryRead(tokens, at, out var value, out var length, forgiving: tokens.Count <= 6))
            {
                continue;
            }

            var sign = at > 0 && tokens[at - 1].IsMark("-") && tokens[at - 1].End == tokens[at].Start ? -1 : 1;
            var end = at + length;
            var isOutOfTen = OutOfTen(tokens, end) > 0;
            if (isOutOfTen)
            {
                // "11 out of 10": as bad as the scale goes.
                outOfTen = Worst(
                    outOfTen,
                    sign * (Is(tokens, end, "/") || value > MostOverstated ? value : Math.Min(value, Most))
                );
                end += OutOfTen(tokens, end);
            }
            else if (outOfTen is not null && value <= Most && IsQualified(tokens, end))
            {
                // "3 out of ten on a good day, 7 on a bad one".
                outOfTen = Worst(outOfTen, value);
            }
            else if (!IsSomethingElse(tokens, at, end))
            {
                plain = Worst(plain, (IsRange(tokens, at) ? 1 : sign) * value);
            }

            at = end - 1;
        }

        return (outOfTen ?? plain ?? NoPain(tokens)) is { } score
            ? Math.Round(score, MidpointRounding.AwayFromZero)
            : null;
    }

    /// <summary>How many tokens "/10" or "out of ten" takes here; 0 when it does not stand here.</summary>
    public static int OutOfTen(IReadOnlyList<Token> tokens, int at)
    {
        var over =
            Is(tokens, at, "/") ? 1
            : Is(tokens, at, "of") ? 1
            : Is(tokens, at, "out") && Is(tokens, at + 1, "of") ? 2
            : Is(tokens, at, "uit")
            || Is(tokens, at, "on")
            || Is(tokens, at, "outta")
            || Is(tokens, at, "outa")
            || Is(tokens, at, "outof")
                ? 1
            : 0;
        return
            over > 0 && (Is(tokens, at + over, "10") || Is(tokens, at + over, "ten") || Is(tokens, at + over, "tien"))
            ? over + 1
            : 0;
    }

    private static bool IsQualified(IReadOnlyList<Token> tokens, int end) =>
        end < tokens.Count && tokens[end].Value is "on" or "at" or "when" or "in" or "if" or "lying" or "sitting";

    // "7 days", "3 times": a number that counts something is no score.
    private static bool IsSomethingElse(IReadOnlyList<Token> tokens, int at, int end) =>
        (end < tokens.Count && TimeWords.Units.ContainsKey(tokens[end].Value))
        || Is(tokens, end, "times")
        || Is(tokens, end, "old")
        || Is(tokens, end, "yo")
        || (at > 0 && tokens[at - 1].Value is "im" or "age" or "aged" or "born")
        || Is(tokens, end, "/")
        || (at > 0 && tokens[at - 1].IsMark("/"));

    private static bool IsRange(IReadOnlyList<Token> tokens, int at) =>
        at > 1 && tokens[at - 2].Kind == TokenKind.Number;

    private static double? NoPain(IReadOnlyList<Token> tokens)
    {
        var words = string.Join(' ', tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value));
        return words is "somewhere in the middle" or "in the middle" or "middle" or "halfway" or "half way" ? Most / 2
            : words is "none" or "no pain" or "no pain at all" or "nothing" or "no pain now" or "pain free" ? 0
            : null;
    }

    private static double Worst(double? known, double value) => Math.Max(known ?? double.MinValue, value);

    private static bool Is(IReadOnlyList<Token> tokens, int at, string word) =>
        at < tokens.Count && tokens[at].Value == word;
}
