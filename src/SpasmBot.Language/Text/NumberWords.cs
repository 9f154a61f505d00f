using System.Collections.Frozen;
using System.Globalization;

namespace SpasmBot.Language.Text;

/// <summary>Reads numbers in digits or words, in English and the Afrikaans that slips in, up to the thousands.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["nil"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["een"] = 1,
        ["twee"] = 2,
        ["drie"] = 3,
        ["vier"] = 4,
        ["vyf"] = 5,
        ["ses"] = 6,
        ["sewe"] = 7,
        ["agt"] = 8,
        ["nege"] = 9,
        ["tien"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fourty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Right words that lie one slip from a number.
    private static readonly string[] RealWords =
    [
        "for",
        "our",
        "your",
        "hour",
        "pour",
        "sour",
        "tour",
        "flour",
        "fore",
        "fort",
        "foul",
        "fire",
        "fine",
        "file",
        "live",
        "give",
        "dive",
        "hive",
        "life",
        "line",
        "mine",
        "wine",
        "pine",
        "none",
        "nice",
        "nope",
        "done",
        "there",
        "these",
        "tree",
        "threw",
        "even",
        "sever",
        "never",
        "seen",
        "every",
        "night",
        "right",
        "light",
        "sight",
        "might",
        "weight",
        "height",
        "eighth",
        "fight",
        "hero",
        "her",
        "fifth",
        "nifty",
        "ninth",
        "sixth",
        "tent",
        "than",
        "then",
        "twelfth",
        "shoulder",
        "for",
        "fie",
        "fibre",
        "teen",
        "teens",
    ];

    private static readonly Spelling Spelling = new(
        [
            .. Small.Keys.Where(w =>
                w.Length > 3 && w is not ("twee" or "drie" or "vier" or "sewe" or "nege" or "tien")
            ),
            .. Tens.Keys,
        ],
        RealWords,
        4
    );

    /// <summary>Reads the number that starts at a token.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where to start.</param>
    /// <param name="value">The number, 0 or more.</param>
    /// <param name="length">How many tokens it takes.</param>
    /// <param name="forgiving">Whether a mistyped number word counts.</param>
    public static bool TryRead(
        IReadOnlyList<Token> tokens,
        int at,
        out double value,
        out int length,
        bool forgiving = false
    )
    {
        value = 0;
        length = 0;
        if (at >= tokens.Count)
        {
            return false;
        }

        if (tokens[at].Kind == TokenKind.Number)
        {
            length = 1;
            return double.TryParse(
                tokens[at].Value,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value
            );
        }

        length = ReadWords(tokens, at, forgiving, out value);
        return length > 0;
    }

    /// <summary>
    /// What a comma written for a decimal point adds ("3,5 days"): only between digits without a space, and one that
    /// separates ("1,2 and 4") is told apart by what follows, which is for the caller to see.
    /// </summary>
    /// <returns>How many tokens it takes; 0 when there is none.</returns>
    public static int ReadDecimals(IReadOnlyList<Token> tokens, int at, ref double value)
    {
        if (
            at < 1
            || at + 1 >= tokens.Count
            || tokens[at].Value != ","
            || tokens[at - 1] is not { Kind: TokenKind.Number } whole
            || tokens[at + 1] is not { Kind: TokenKind.Number, Value: { Length: 1 or 2 } digits } decimals
            || whole.End != tokens[at].Start
            || tokens[at].End != decimals.Start
            || !double.TryParse(
                "0." + digits,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var part
            )
        )
        {
            return 0;
        }

        value += part;
        return 2;
    }

    private static int ReadWords(IReadOnlyList<Token> tokens, int at, bool forgiving, out double value)
    {
        value = 0;
        var used = BelowHundred(tokens, at, forgiving, out var total);
        var next = at + used;
        if (used == 0 && Is(tokens, at, "a") && Is(tokens, at + 1, "hundred"))
        {
            (total, used, next) = (1, 1, at + 1);
        }

        if (used > 0 && Is(tokens, next, "hundred"))
        {
            total *= 100;
            next++;
            var and = Is(tokens, next, "and") ? 1 : 0;
            var rest = BelowHundred(tokens, next + and, forgiving, out var units);
            (total, next) = rest > 0 ? (total + units, next + and + rest) : (total, next);
        }

        if (used > 0 && Is(tokens, next, "thousand"))
        {
            (total, next) = (total * 1000, next + 1);
        }

        value = total;
        return used == 0 ? 0 : next - at;
    }

    private static int BelowHundred(IReadOnlyList<Token> tokens, int at, bool forgiving, out int value)
    {
        if (Word(tokens, at, forgiving) is not { } word)
        {
            value = 0;
            return 0;
        }

        if (!Tens.TryGetValue(word, out value))
        {
            return Small.TryGetValue(word, out value) ? 1 : 0;
        }

        var unit = Word(tokens, at + 1, forgiving) is { } next && Small.TryGetValue(next, out var ones) ? ones : 0;
        value += unit is > 0 and < 10 ? unit : 0;
        return unit is > 0 and < 10 ? 2 : 1;
    }

    private static string? Word(IReadOnlyList<Token> tokens, int at, bool forgiving)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var word = tokens[at].Value;
        if (!forgiving || Small.ContainsKey(word) || Tens.ContainsKey(word))
        {
            return word;
        }

        // "Tenn", "sixx": a doubled last letter of a number too short to be put right otherwise.
        return word is { Length: 4 } && word[^1] == word[^2] && Small.ContainsKey(word[..^1])
            ? word[..^1]
            : Spelling.Correct(word);
    }

    private static bool Is(IReadOnlyList<Token> tokens, int at, string word) =>
        at < tokens.Count && tokens[at].Value == word;
}
