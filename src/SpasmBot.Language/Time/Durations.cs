using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Reads when something began.</summary>
public static class Durations
{
    /// <summary>The most days that count: a hundred years.</summary>
    public const int MaxDays = 36_500;

    /// <summary>
    /// Days since onset, from "3 days", "since Tuesday", "about two weeks", "on 3 November", "20 minutes ago" or a bare
    /// "3" (days).
    /// </summary>
    /// <param name="text">The answer to "when did it start?".</param>
    /// <param name="today">The person's date.</param>
    /// <returns>0 to <see cref="MaxDays"/>; null when the text says no time, or one that is still to come.</returns>
    public static int? Read(string text, DateOnly today) =>
        ReadAny(text, today) is { } days && days is >= 0 and <= MaxDays ? (int)days : null;

    /// <summary>The same without the limits: negative when the time is still to come.</summary>
    internal static double? ReadAny(string text, DateOnly today)
    {
        var prepared = PreparedText.From(text);
        if (DayAndMonth(prepared, today) is { } date)
        {
            return date;
        }

        var times = TimeScanner.Find(prepared, today);
        // "Since Tuesday, for two hours each": what says a beginning goes before a mere length.
        if (times.Count > 0)
        {
            var best = times.OrderBy(time => Rank(time.Shape)).First();
            return best.Shape == TimeShape.Future ? best.Days : best.WholeDays;
        }

        return BareNumber(prepared);
    }

    // "14/11" is all of the answer.
    private static double? DayAndMonth(PreparedText prepared, DateOnly today)
    {
        var tokens = prepared.TimeTokens;
        const int Length = 3;
        return
            tokens.Count == Length
            && tokens.Is(1, "/")
            && new CalendarReader(tokens, today).Read(0, isLed: true, out var days) == Length
            ? days
            : null;
    }

    private static int Rank(TimeShape shape) =>
        shape switch
        {
            TimeShape.Since or TimeShape.Ago => 0,
            TimeShape.For or TimeShape.Calendar => 1,
            TimeShape.Length => 2,
            _ => 3,
        };

    // "3", "about three": days, when there is no other word that the number could belong to.
    private static double? BareNumber(PreparedText prepared)
    {
        var words = prepared.Tokens.Where(token => token.IsWordOrNumber).ToList();
        var start = words.FindIndex(token => token.Kind == TokenKind.Number || !IsAround(token.Value));
        return
            start >= 0
            && NumberWords.TryRead(words, start, out var value, out var length, forgiving: true)
            && start + length == words.Count
            ? value
            : null;
    }

    private static bool IsAround(string word) =>
        word is "about" or "around" or "roughly" or "maybe" or "like" or "only" or "just";
}
