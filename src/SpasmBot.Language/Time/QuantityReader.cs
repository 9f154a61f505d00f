using SpasmBot.Language.Text;

namespace SpasmBot.Language.Time;

/// <summary>Reads lengths of time: "3 days", "a week and a half", "two or three months", "just over a week".</summary>
internal static class QuantityReader
{
    private static readonly string[] About =
    [
        "about",
        "around",
        "roughly",
        "approximately",
        "approx",
        "maybe",
        "perhaps",
        "nearly",
        "almost",
        "like",
        "circa",
        "only",
        "just",
        "probably",
        "say",
        "the",
        "past",
        "last",
        "good",
        "solid",
        "at",
        "least",
        "up",
        "to",
        "omtrent",
        "ongeveer",
    ];

    private static readonly string[] Padding =
    [
        "odd",
        "ish",
        "good",
        "full",
        "whole",
        "long",
        "solid",
        "of",
        "plus",
        "or",
        "more",
    ];

    /// <summary>Reads the length of time that starts here.</summary>
    /// <returns>How many tokens it takes; 0 when there is none.</returns>
    public static int Read(TimeTokens tokens, int at, out double days)
    {
        days = 0;
        if (!tokens.HasUnitAhead(at))
        {
            return 0;
        }

        var start = at;
        at += Hedge(tokens, at, out var factor);
        var used = One(tokens, at, out days, out var unit);
        if (used == 0)
        {
            return 0;
        }

        at += used;
        // "a week and three days", "1 month 2 weeks": the smaller unit follows.
        var and = tokens.Is(at, "and", "en", ",") ? 1 : 0;
        var more = One(tokens, at + and, out var rest, out var smaller);
        if (more > 0 && smaller < unit && smaller > 0)
        {
            (days, at) = (days + rest, at + and + more);
        }

        days += factor * Math.Max(1, days * 0.1);
        days = Math.Max(0, days);
        at += tokens.Match(at, "or", "so") + tokens.Match(at, "and", "a", "bit") + tokens.Match(at, "plus");
        return at - start;
    }

    // "just over" adds a little, "just under" takes a little, "about" changes nothing.
    private static int Hedge(TimeTokens tokens, int at, out double factor)
    {
        var start = at;
        factor = 0;
        for (var i = 0; i < 5; i++)
        {
            if (tokens.Is(at, "over") && !IsMore(tokens, at))
            {
                at++;
            }
            else if (tokens.Is(at, "over") || (tokens.Is(at, "more") && tokens.Is(at + 1, "than")))
            {
                factor = 1;
                at += tokens.Is(at, "over") ? 1 : 2;
            }
            else if (tokens.Is(at, "under") || (tokens.Is(at, "less") && tokens.Is(at + 1, "than")))
            {
                factor = -1;
                at += tokens.Is(at, "under") ? 1 : 2;
            }
            else if (tokens.Match(at, "a", "little") + tokens.Match(at, "a", "bit") is > 0 and var two)
            {
                at += two;
            }
            else if (
                tokens.Is(at, About)
                || (tokens.Is(at, "some") && tokens.IsNumber(at + 1))
                || (
                    tokens.Is(at, "a")
                    && tokens.Is(at + 1, "good", "solid", "full", "whole", "further")
                    && !TimeWords.Units.ContainsKey(tokens[at + 2])
                )
            )
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at - start;
    }

    // "For over six weeks" is more than six; "it built up over six weeks" is six.
    private static bool IsMore(TimeTokens tokens, int at) =>
        at == 0 || tokens.Is(at - 1, "for", "just", "little", "bit", "well", "been", "its", "now", "since", ",", ".");

    private static int One(TimeTokens tokens, int at, out double days, out double unit)
    {
        var start = at;
        days = unit = 0;
        at += Count(tokens, at, out var count);
        if (at == start && !StandsAlone(tokens, at))
        {
            return 0;
        }

        while (tokens.Is(at, Padding))
        {
            at++;
        }

        if (!TimeWords.Units.TryGetValue(tokens[at], out unit))
        {
            return 0;
        }

        at++;
        if (tokens.Match(at, "and", "a", "half") + tokens.Match(at, "and", "half") is > 0 and var half)
        {
            (count, at) = (count + 0.5, at + half);
        }
        else if (tokens.Match(at, "or", "two") is > 0 and var two)
        {
            (count, at) = (2, at + two);
        }

        days = count * unit;
        return at - start;
    }

    private static int Count(TimeTokens tokens, int at, out double count)
    {
        var start = at;
        if (
            tokens.Match(at, "half", "a") + tokens.Match(at, "half", "an") + tokens.Match(at, "a", "half")
            is > 0
                and var half
        )
        {
            count = 0.5;
            return half;
        }

        if (Vague(tokens, at, out count) is > 0 and var vague)
        {
            return vague;
        }

        if (NumberWords.TryRead(tokens.Tokens, at, out count, out var length, forgiving: true))
        {
            at += length;
            at += NumberWords.ReadDecimals(tokens.Tokens, at, ref count);
            at += Fraction(tokens, at, ref count) + Range(tokens, at, ref count);
            return at - start;
        }

        // "Some months now", but not "some days are worse".
        if (tokens.Is(at, "some", "many") && tokens.Is(at + 2, "now", "ago", "already", "back"))
        {
            count = 3;
            return 1;
        }

        count = 1;
        return tokens.Is(at, "a", "an", "n", "per") ? 1 : 0;
    }

    // "fortnight", "hours ago": no count is needed.
    private static bool StandsAlone(TimeTokens tokens, int at) =>
        tokens.Is(at, "fortnight", "fortnite")
        || (tokens.Is(at, "minutes", "hours", "mins", "hrs") && tokens.Is(at + 1, "ago", "back"));

    private static int Vague(TimeTokens tokens, int at, out double count)
    {
        var a = tokens.Is(at, "a") ? 1 : 0;
        count = tokens[at + a] switch
        {
            "couple" => 2,
            "few" or "paar" => 3,
            "several" => 4,
            "dozen" => 12,
            _ => 0,
        };
        return count == 0 ? 0 : a + 1 + (tokens.Is(at + a + 1, "of") ? 1 : 0);
    }

    private static int Fraction(TimeTokens tokens, int at, ref double count)
    {
        if (tokens.Match(at, "and", "a", "half") + tokens.Match(at, "and", "half") is > 0 and var half)
        {
            count += 0.5;
            return half;
        }

        if (tokens.Match(at, "1", "/", "2") is > 0 and var written)
        {
            count += 0.5;
            return written;
        }

        return 0;
    }

    // Of "two or three" and "2-3" the longer counts.
    private static int Range(TimeTokens tokens, int at, ref double count)
    {
        if (
            !tokens.Is(at, "or", "to", "-", "–")
            || !NumberWords.TryRead(tokens.Tokens, at + 1, out var upper, out var length)
            || upper < count
        )
        {
            return 0;
        }

        count = upper;
        return 1 + length;
    }
}
