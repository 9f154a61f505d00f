using System.Globalization;

namespace SpasmBot.Runtime.Dialogs.Recognition;

/// <summary>Finds numbers in what people write: digits as their culture writes them, and English words.</summary>
internal static class NumberRecognizer
{
    /// <summary>The numbers in <paramref name="text"/>, in their order. An unknown <paramref name="locale"/> counts as English.</summary>
    public static List<NumberMention> Recognize(string text, string locale = null)
    {
        var mentions = new List<NumberMention>();
        if (string.IsNullOrWhiteSpace(text))
        {
            return mentions;
        }

        var format = FormatOf(locale);
        for (var at = 0; at < text.Length; )
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at = ReadDigits(text, at, format, mentions);
            }
            else if (char.IsLetter(text[at]))
            {
                at = ReadWords(text, at, mentions);
            }
            else
            {
                at++;
            }
        }

        return mentions;
    }

    private static NumberFormatInfo FormatOf(string locale)
    {
        try
        {
            return string.IsNullOrEmpty(locale)
                ? NumberFormatInfo.InvariantInfo
                : CultureInfo.GetCultureInfo(locale).NumberFormat;
        }
        catch (CultureNotFoundException)
        {
            return NumberFormatInfo.InvariantInfo;
        }
    }

    // 42, 1,234, 3.14, -5, 21st, and the 5 of 5km; not the 1 of A1, nor a minus between two numbers.
    private static int ReadDigits(string text, int start, NumberFormatInfo format, List<NumberMention> mentions)
    {
        var end = SkipDigits(text, start);
        var canHaveGroups = end - start <= 3;
        while (canHaveGroups && IsGroup(text, end, format))
        {
            end += 4;
        }

        if (Stands(text, end, format.NumberDecimalSeparator) && char.IsAsciiDigit(At(text, end + 1)))
        {
            end = SkipDigits(text, end + 1);
        }

        if (start > 0 && char.IsLetter(text[start - 1]))
        {
            return end;
        }

        var digits = text[start..end];
        if (decimal.TryParse(digits, NumberStyles.Number, format, out var value))
        {
            var isOrdinal = IsOrdinalSuffix(text, end);
            var isNegative =
                start > 0 && text[start - 1] is '-' or '−' && (start == 1 || !char.IsLetterOrDigit(text[start - 2]));
            var last = isOrdinal ? end + 1 : end - 1;
            mentions.Add(new(isNegative ? start - 1 : start, last, isNegative ? -value : value, isOrdinal));
        }

        return end;
    }

    private static bool IsGroup(string text, int at, NumberFormatInfo format) =>
        Stands(text, at, format.NumberGroupSeparator) && SkipDigits(text, at + 1) == at + 4;

    private static bool Stands(string text, int at, string separator) =>
        separator.Length == 1 && At(text, at) == separator[0];

    private static bool IsOrdinalSuffix(string text, int at) =>
        at + 2 <= text.Length
        && text.AsSpan(at, 2) is var suffix
        && (
            suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("th", StringComparison.OrdinalIgnoreCase)
        )
        && !char.IsLetterOrDigit(At(text, at + 2));

    private static int ReadWords(string text, int start, List<NumberMention> mentions)
    {
        var reader = new NumberPhrase(text, start);
        if (reader.TryRead(out var mention))
        {
            mentions.Add(mention);
            return mention.End + 1;
        }

        return NumberPhrase.SkipWord(text, start);
    }

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    private static int SkipDigits(string text, int at)
    {
        while (char.IsAsciiDigit(At(text, at)))
        {
            at++;
        }

        return at;
    }
}
