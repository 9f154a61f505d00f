namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>A word of a text: where it stands (both ends included), as written, and in the form in which words are compared.</summary>
public class Token
{
    public int Start { get; set; }

    public int End { get; set; }

    public string Text { get; set; }

    public string Normalized { get; set; }
}

/// <summary>Splits a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>The tokenizer that is used when no other is given.</summary>
public static class Tokenizer
{
    /// <summary>Splits at spaces, punctuation and symbols. An emoji is a word of its own. Words are compared in lower case.</summary>
    public static List<Token> DefaultTokenizer(string text, string locale = null)
    {
        var tokens = new List<Token>();
        var start = -1;
        var at = 0;
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || Breaks(rune.Value))
            {
                Close(at);
                if (rune.Value > 0xFFFF || IsPictogram(rune.Value))
                {
                    tokens.Add(Make(text, at, at + rune.Utf16SequenceLength));
                }
            }
            else if (start < 0)
            {
                start = at;
            }

            at += rune.Utf16SequenceLength;
        }

        Close(at);
        return tokens;

        void Close(int end)
        {
            if (start >= 0)
            {
                tokens.Add(Make(text, start, end));
                start = -1;
            }
        }
    }

    private static Token Make(string text, int start, int end)
    {
        var word = text[start..end];
        return new Token
        {
            Start = start,
            End = end - 1,
            Text = word,
            Normalized = word.ToLowerInvariant(),
        };
    }

    private static bool Breaks(int codePoint) =>
        codePoint
            is <= 0x2F
                or >= 0x3A
                and <= 0x40
                or >= 0x5B
                and <= 0x60
                or >= 0x7B
                and <= 0xBF
                or >= 0x2B9
                and <= 0x36F
                or >= 0x2000
                and <= 0x2BFF
                or >= 0x2E00
                and <= 0x2E7F
                or >= 0xFE00
                and <= 0xFE0F;

    // Dingbats such as a tick or a raised hand say something on their own.
    private static bool IsPictogram(int codePoint) => codePoint is >= 0x2700 and <= 0x27BF;
}
