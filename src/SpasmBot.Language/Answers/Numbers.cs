using System.Globalization;

namespace SpasmBot.Language;

/// <summary>Reads pain scores, ages and other numbers, in digits or words.</summary>
public static class Numbers
{
    /// <summary>Pain from 0 to 10 ("7", "7/10", "4 to 5" is 5, "just a one"); null when the text says no such number.</summary>
    public static int? ReadSeverity(string text) => Plain(text, 10);

    /// <summary>
    /// Age in whole years, 0 to 120 ("34", "late twenties", "born 1990", "8 months" is 0); null when the text says none.
    /// </summary>
    /// <param name="text">The answer to "how old?".</param>
    /// <param name="today">The person's date, for a year or date of birth.</param>
    public static int? ReadAge(string text, DateOnly today) => Plain(text, 120);

    private static int? Plain(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= max
            ? value
            : null;
}
