using System.Globalization;
using System.Text;

namespace SpasmBot.Channels.Inbound;

/// <summary>
/// Takes out of a client's text what no person types: control characters (tab and line feed stay), characters that
/// turn the reading direction of what follows, and halves of surrogate pairs.
/// </summary>
public static class CleanText
{
    /// <summary>The text itself when there is nothing to take out. Line ends become line feeds.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var enumerable = text.EnumerateRunes();
        if (!text.Contains('\r', StringComparison.Ordinal) && enumerable.All(IsFine))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsFine(rune))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>The cleaned text on one line, cut to a length; null when nothing is left.</summary>
    public static string? Short(string? text, int length)
    {
        if (text is null)
            return null;
        var clean = Of(text).Replace('\n', ' ').Trim();
        return clean.Length switch
        {
            0 => null,
            _ when clean.Length <= length => clean,
            // Not through the middle of a character.
            _ => clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)],
        };
    }

    private static bool IsFine(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' => true,
            0xFFFD => false,
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => false,
            _ => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control,
        };
}
