using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads which options are meant by number: "1", "2-4", "the first two", "option 3", "the final one".</summary>
internal static class OrdinalReader
{
    /// <summary>The places, counted from 0, that a piece of an answer names; null when it is no such piece.</summary>
    /// <param name="piece">Its tokens, without separators.</param>
    /// <param name="count">How many options there are.</param>
    public static IReadOnlyList<int>? Read(IReadOnlyList<Token> piece, int count)
    {
        var at = 0;
        var places = new List<int>();
        Skip(piece, ref at);
        while (at < piece.Count)
        {
            if (One(piece, ref at, count) is not { } some)
            {
                return null;
            }

            places.AddRange(some);
            Skip(piece, ref at);
        }

        return places.Count > 0 && places.TrueForAll(place => place >= 0 && place < count) ? places : null;
    }

    /// <summary>The places that letters name when the answer is nothing else: "a and c"; null when it is not so.</summary>
    public static List<int>? Letters(IReadOnlyList<Token> answer, int count)
    {
        var words = answer
            .Where(token => token.IsWordOrNumber && token.Value is not ("and" or "n" or "option" or "just" or "only"))
            .Select(token => token.Value)
            .ToList();
        // "n/a" is no letter.
        if (answer.Count > 0 && answer[0].Value is "n")
        {
            return null;
        }

        var places = words.ConvertAll(word => word.Length == 1 ? word[0] - 'a' : -1);
        return places.Count > 0 && places.TrueForAll(place => place >= 0 && place < count) ? places : null;
    }

    private static IEnumerable<int>? One(IReadOnlyList<Token> piece, ref int at, int count)
    {
        var word = piece[at].Value;
        if (BeforeLast(piece, at) is > 0 and var length)
        {
            at += length;
            return [count - 2];
        }

        if (word is "last" or "final" or "bottom" or "laaste")
        {
            at++;
            var some = Many(piece, ref at);
            return Enumerable.Range(count - some, some);
        }

        if (word is "middle" && count % 2 == 1 && (Is(piece, at + 1, "one") || Is(piece, at + 1, "option")))
        {
            at++;
            return [count / 2];
        }

        if (word is "top")
        {
            at++;
            return Enumerable.Range(0, Many(piece, ref at));
        }

        var ordinal = Ordinals.NumberOf(word) - 1;
        if (ordinal >= 0)
        {
            at++;
            if (FromEnd(piece, at) is > 0 and var words)
            {
                at += words;
                return [count - 1 - ordinal];
            }

            var isBeforeLast = Is(piece, at, "last") || Is(piece, at, "to");
            if (isBeforeLast)
            {
                at += Is(piece, at, "to") ? 2 : 1;
                return [count - 1 - ordinal];
            }

            return ordinal == 0 ? Enumerable.Range(0, Many(piece, ref at)) : [ordinal];
        }

        return Number(piece, ref at);
    }

    // "The one before last", "last but one".
    private static int BeforeLast(IReadOnlyList<Token> piece, int at)
    {
        var one = Is(piece, at, "one") ? 1 : 0;
        return Is(piece, at, "penultimate") ? 1
            : Is(piece, at, "last") && Is(piece, at + 1, "but") && Is(piece, at + 2, "one") ? 3
            : Is(piece, at, "next") && Is(piece, at + 1, "to") && Is(piece, at + 2, "last") ? 3
            : !Is(piece, at + one, "before") ? 0
            : Is(piece, at + one + 1, "last") ? one + 2
            : Is(piece, at + one + 1, "the") && Is(piece, at + one + 2, "last") ? one + 3
            : 0;
    }

    // "Second from the bottom".
    private static int FromEnd(IReadOnlyList<Token> piece, int at)
    {
        if (!Is(piece, at, "from"))
        {
            return 0;
        }

        var the = Is(piece, at + 1, "the") ? 1 : 0;
        return Is(piece, at + 1 + the, "bottom") || Is(piece, at + 1 + the, "end") || Is(piece, at + 1 + the, "last")
            ? 2 + the
            : 0;
    }

    private static IEnumerable<int>? Number(IReadOnlyList<Token> piece, ref int at)
    {
        if (!NumberWords.TryRead(piece, at, out var first, out var length) || first % 1 != 0)
        {
            return null;
        }

        at += length;
        at += IsOrdinalEnding(piece, at) ? 1 : 0;
        var isRange = Is(piece, at, "-") || Is(piece, at, "–") || Is(piece, at, "to") || Is(piece, at, "till");
        if (isRange && NumberWords.TryRead(piece, at + 1, out var last, out length) && last >= first && last < 100)
        {
            at += 1 + length;
            return Enumerable.Range((int)first - 1, (int)(last - first) + 1);
        }

        return first is >= 1 and <= 100 ? [(int)first - 1] : null;
    }

    private static int Many(IReadOnlyList<Token> piece, ref int at)
    {
        if (
            NumberWords.TryRead(piece, at, out var many, out var length)
            && many is >= 1 and <= 100
            && !Is(piece, at, "one")
        )
        {
            at += length;
            return (int)many;
        }

        if (Is(piece, at, "couple"))
        {
            at++;
            return 2;
        }

        return 1;
    }

    // "the", "option", "number", "one" as in "the first one".
    private static void Skip(IReadOnlyList<Token> piece, ref int at)
    {
        while (
            at < piece.Count
            && (
                piece[at].Value
                    is "the"
                        or "option"
                        or "options"
                        or "number"
                        or "numbers"
                        or "no"
                        or "nr"
                        or "answer"
                        or "choice"
                        or "item"
                        or "items"
                        or "of"
                        or "them"
                        or "these"
                        or "those"
                        or "just"
                        or "only"
                        or "yes"
                        or "die"
                        or "also"
                        or "please"
                        or "thanks"
                || piece[at].Kind == TokenKind.Mark && piece[at].Value is not "-" and not "–"
                || (
                    piece[at].Value is "one" or "ones"
                    && at > 0
                    && piece[at - 1].Value is not ("number" or "option" or "nr" or "no" or "answer" or "choice")
                )
            )
        )
        {
            at++;
        }
    }

    private static bool IsOrdinalEnding(IReadOnlyList<Token> piece, int at) =>
        at < piece.Count && piece[at].Value is "st" or "nd" or "rd" or "th" or "ste" or "de";

    private static bool Is(IReadOnlyList<Token> piece, int at, string word) =>
        at < piece.Count && piece[at].Value == word;
}
