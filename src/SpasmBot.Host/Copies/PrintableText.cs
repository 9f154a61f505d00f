using System.Globalization;
using System.Text;

namespace SpasmBot.Host.Copies;

/// <summary>
/// Makes text of one document printable: one line, only signs that the fonts have and that read from left to right. A run
/// of anything else becomes one plain mark, so that the reader sees that something stood there.
/// </summary>
internal sealed class PrintableText
{
    /// <summary>Stands for what cannot be printed.</summary>
    public const char Mark = '□';

    // A font of a document counts its signs in a byte.
    private const int MostSigns = 240;

    private readonly HashSet<char> _signs = [' ', '-', '…', Mark];

    /// <summary>The text as it can be printed; empty when nothing of it is left.</summary>
    public string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (SignOf(rune) is not { } sign)
                continue;
            var last = clean.Length > 0 ? clean[^1] : ' ';
            // Neither two spaces nor two marks in a row, and no space in front.
            if (sign is not (' ' or Mark) || last != sign)
                clean.Append(sign);
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>The sign to print; null for what only tells other signs how to look.</summary>
    private char? SignOf(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator:
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                return ' ';
            case UnicodeCategory.Format or UnicodeCategory.EnclosingMark:
                return null;
        }
        if (!rune.IsBmp)
            return Mark;
        // Hyphens that do not break are not in every font.
        var sign = rune.Value == 0x2011 ? '-' : (char)rune.Value;
        // Variation selectors choose between pictures.
        if (sign is >= '\uFE00' and <= '\uFE0F')
            return null;
        return IsRightToLeft(sign) || !PrintFont.Regular.Has(sign) || !PrintFont.Bold.Has(sign) || !Counts(sign)
            ? Mark
            : sign;
    }

    private bool Counts(char sign) => _signs.Contains(sign) || (_signs.Count < MostSigns && _signs.Add(sign));

    private static bool IsRightToLeft(char sign) =>
        sign is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');

    // Half a pair of surrogates, and what Unicode says is no sign, cannot be normalised.
    private static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsNoSign(rune.Value) ? Rune.ReplacementChar : rune));

    private static bool IsNoSign(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
