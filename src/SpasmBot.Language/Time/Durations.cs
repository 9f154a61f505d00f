using System.Globalization;

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
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxDays
            ? days
            : null;
}
