using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads pain scores, ages and other numbers, in digits or words.</summary>
public static class Numbers
{
    /// <summary>Pain from 0 to 10 ("7", "7/10", "4 to 5" is 5, "just a one"); null when the text says no such number.</summary>
    public static int? ReadSeverity(string text) =>
        SeverityReader.Read(PreparedText.From(text)) is { } value and >= 0 and <= 10 ? (int)value : null;

    /// <summary>
    /// Age in whole years, 0 to 120 ("34", "late twenties", "born 1990", "8 months" is 0); null when the text says none.
    /// </summary>
    /// <param name="text">The answer to "how old?".</param>
    /// <param name="today">The person's date, for a year or date of birth.</param>
    public static int? ReadAge(string text, DateOnly today) =>
        AgeReader.Read(PreparedText.From(text), today) is { } age and >= 0 and <= 120 ? (int)age : null;
}
