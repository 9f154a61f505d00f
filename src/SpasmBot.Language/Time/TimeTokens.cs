using SpasmBot.Language.Text;

namespace SpasmBot.Language.Time;

/// <summary>A text as the readers of time see it: words put right, looked at by position.</summary>
internal sealed class TimeTokens
{
    // A length of time names its unit within so many words: "just a little over two or three whole weeks".
    private const int FarthestUnit = 16;

    private readonly string[] _words;
    private readonly int[] _nextUnit;

    public TimeTokens(PreparedText text)
    {
        Tokens = text.Tokens;
        _words = [.. Tokens.Select(token => token.Kind == TokenKind.Word ? TimeWords.Plain(token.Value) : token.Value)];
        _nextUnit = new int[_words.Length];
        var next = int.MaxValue;
        for (var at = _words.Length - 1; at >= 0; at--)
        {
            next = TimeWords.Units.ContainsKey(_words[at]) ? at : next;
            _nextUnit[at] = next;
        }
    }

    /// <summary>Whether a unit of time stands near enough for a length of time to begin here.</summary>
    public bool HasUnitAhead(int at) => at < _words.Length && _nextUnit[at] - at <= FarthestUnit;

    public IReadOnlyList<Token> Tokens { get; }

    public int Count => _words.Length;

    /// <summary>The word, number or mark at a position; empty outside the text.</summary>
    public string this[int at] => at >= 0 && at < _words.Length ? _words[at] : "";

    public bool Is(int at, params ReadOnlySpan<string> words) =>
        at >= 0 && at < _words.Length && words.Contains(_words[at]);

    public bool IsNumber(int at) => at >= 0 && at < Count && Tokens[at].Kind == TokenKind.Number;

    /// <summary>The whole number in digits at a position, or null.</summary>
    public int? Digits(int at) =>
        IsNumber(at) && int.TryParse(_words[at], System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>How many tokens the words take when they stand here; 0 when they do not.</summary>
    public int Match(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (this[at + i] != words[i])
            {
                return 0;
            }
        }

        return words.Length;
    }
}
