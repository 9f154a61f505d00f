using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds the patient's age in own words: only a number that is said to be one or stands alone as one.</summary>
internal static class StatedAge
{
    private const int Youngest = 1;
    private const int Oldest = 110;

    /// <summary>"At 2 this afternoon" is an hour, "at 45" an age.</summary>
    private const int Grown = 25;

    /// <summary>The age in whole years, or null when none is stated.</summary>
    /// <param name="text">The text.</param>
    /// <param name="forWhom">Whom the check is for: for oneself, a child's age is not the patient's.</param>
    /// <param name="today">The person's date, for a year of birth.</param>
    public static int? Find(PreparedText text, string? forWhom, DateOnly today)
    {
        var tokens = text.TimeTokens;
        var best = (Rank: 0, Age: 0);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!NumberWords.TryRead(text.Tokens, at, out var value, out var length))
            {
                continue;
            }

            length += NumberWords.ReadDecimals(text.Tokens, at + length, ref value);
            var rank =
                value % 1 == 0 && value is >= Youngest and <= Oldest ? Rank(tokens, at, at + length, forWhom) : 0;
            if (rank > best.Rank)
            {
                var middle = value % 10 == 0 && tokens.Is(at + length, "something") ? 5 : 0;
                best = (rank, (int)value + middle - (IsStillToCome(tokens, at, at + length) ? 1 : 0));
            }

            at += length - 1;
        }

        return best.Rank > 0 ? best.Age : (int?)AgeReader.ReadSaid(text, today);
    }

    // 4: "34 years old"; 3: "I'm 34"; 2: "34, female", "a dentist of 39"; 1: a number that stands alone.
    private static int Rank(TimeTokens tokens, int at, int end, string? forWhom)
    {
        if (IsOnceUponATime(tokens, at) || IsOfAnother(tokens, at, forWhom))
        {
            return 0;
        }

        if (
            IsYearsOld(tokens, end)
            || tokens.Is(at - 1, "aged", "age")
            || (tokens.Is(at - 1, "is", ":") && tokens.Is(at - 2, "age"))
            || (tokens.Is(end, "/") && tokens.Is(end + 1, "f", "m", "female", "male"))
            || (tokens.Is(at - 1, "/") && tokens.Is(at - 2, "f", "m", "female", "male"))
        )
        {
            return 4;
        }

        if (IsAtThatAge(tokens, at, end))
        {
            return 3;
        }

        if (IsMeasure(tokens, at, end))
        {
            return 0;
        }

        return IsSaidOfSomebody(tokens, at, end)
            ? IsOfTyper(tokens, at)
                ? 1
                : 3
            : IsWithPerson(tokens, at, end)
                ? 2
                : StandsAlone(tokens, at, end)
                    ? 1
                    : 0;
    }

    // "I'm his daughter, I'm 41, he is 80": of the two ages the other is the patient's.
    private static bool IsOfTyper(TimeTokens tokens, int at) =>
        tokens.Is(at - 1, "im", "am")
        && Enumerable
            .Range(0, tokens.Count)
            .Any(word =>
                tokens.Is(word, "im", "am")
                && tokens.Is(word + 1, "his", "her", "their")
                && tokens.Is(
                    word + 2,
                    "daughter",
                    "son",
                    "wife",
                    "husband",
                    "mother",
                    "father",
                    "mom",
                    "mum",
                    "dad",
                    "sister",
                    "brother",
                    "carer",
                    "partner",
                    "nurse"
                )
            );

    private static bool IsYearsOld(TimeTokens tokens, int end)
    {
        // "38-year-old".
        var unit = end + (tokens.Is(end, "-") ? 1 : 0);
        var old = unit + 1 + (tokens.Is(unit + 1, "-") ? 1 : 0);
        return (
                tokens.Is(unit, "years", "year", "yrs", "yr", "jaar")
                && tokens.Is(old, "old", "of", "oud", "young")
                && !tokens.Is(old + 1, "pain", "back")
            )
            || tokens.Is(end, "yo", "yrold")
            || (tokens.Is(end, "y") && tokens.Is(end + 1, "/", "o"))
            || tokens.Is(end, "old");
    }

    private static bool IsSaidOfSomebody(TimeTokens tokens, int at, int end)
    {
        var before = at - 1;
        while (tokens.Is(before, "now", "turning", "almost", "nearly", "only", "just", "about", "a", "turned"))
        {
            before--;
        }

        var isSaid =
            tokens.Is(before, "im", "shes", "hes", "whos")
            || (
                tokens.Is(before, "am", "is")
                && !(tokens.Is(before, "is") && tokens.Is(before + 1, "a"))
                && !tokens.Is(
                    before - 1,
                    "it",
                    "pain",
                    "this",
                    "that",
                    "temperature",
                    "severity",
                    "there",
                    "level",
                    "score"
                )
            )
            || (tokens.Is(before, "turned", "turning") || tokens.Is(at - 1, "turned", "turning"));
        return isSaid && IsEnd(tokens, end);
    }

    private static bool IsWithPerson(TimeTokens tokens, int at, int end) =>
        tokens.Is(
            end,
            "f",
            "m",
            "female",
            "male",
            "woman",
            "man",
            "lady",
            "guy",
            "girl",
            "boy",
            "gentleman",
            "vrou",
            "man"
        )
        || (
            tokens.Is(end, ",", "/", "(")
            && tokens.Is(end + 1, "f", "m", "female", "male", "woman", "man", "lady", "guy", "girl", "boy")
        )
        || (tokens.Is(at - 1, "f", "m", "female", "male", "woman", "man", "lady") && (at == 1 || IsEnd(tokens, end)))
        || (
            tokens.Is(at - 1, "of")
            && IsEnd(tokens, end)
            && !tokens.Is(at - 2, "out", "period", "dose", "because", "scale", "total")
        );

    private static bool StandsAlone(TimeTokens tokens, int at, int end) =>
        (at == 0 || tokens.Is(at - 1, ".", ",", ";", "\n", "!", "?", "(", "–", "-") || IsIntroduced(tokens, at))
        && (end == tokens.Count || tokens.Is(end, ".", ",", ";", "\n", "!", ")", "–"))
        && tokens.IsNumber(at)
        && tokens.Digits(at) >= 3;

    // "My story: 62, retired", but not "pain: 62".
    private static bool IsIntroduced(TimeTokens tokens, int at) =>
        tokens.Is(at - 1, ":")
        && !tokens.Is(
            at - 2,
            "pain",
            "score",
            "severity",
            "level",
            "scale",
            "days",
            "duration",
            "since",
            "weight",
            "height",
            "bp",
            "phone",
            "number",
            "code"
        );

    private static bool IsEnd(TimeTokens tokens, int end) =>
        end >= tokens.Count
        || !tokens.Tokens[end].IsWordOrNumber
        || tokens.Is(
            end,
            "and",
            "so",
            "but",
            "with",
            "now",
            "next",
            "today",
            "years",
            "year",
            "female",
            "male",
            "who",
            "next",
            "in",
            "this",
            "soon",
            "tomorrow",
            "en",
            "because",
            "work",
            "working",
            "last",
            "has",
            "have",
            "n",
            "my",
            "something",
            "ish"
        );

    private static bool IsMeasure(TimeTokens tokens, int at, int end) =>
        TimeWords.Units.ContainsKey(tokens[end])
        || SeverityReader.OutOfTen(tokens.Tokens, end) > 0
        || tokens.Is(
            end,
            "/",
            "%",
            "percent",
            "kg",
            "kgs",
            "kilos",
            "cm",
            "m",
            "metres",
            "meters",
            "feet",
            "foot",
            "ft",
            "km",
            "mg",
            "ml",
            "degrees",
            "times",
            "am",
            "pm",
            "oclock",
            "h",
            "st",
            "nd",
            "rd",
            "th",
            "c",
            "units",
            "tablets",
            "pills",
            "kids",
            "children",
            "sessions",
            "to",
            "or"
        ) && !tokens.Is(end, "m")
        || tokens.Is(at - 1, "/", "-", "at", "to", "phase", "level", "like", "type", "l", "t", "c", "number");

    // "At 45 I did not expect this", "being 70, I…": what one is now, said in passing.
    private static bool IsAtThatAge(TimeTokens tokens, int at, int end) =>
        (
            tokens.Is(at - 1, "at", "being", "aged")
            && IsStartOfClause(tokens, at - 1)
            && (
                tokens.Is(end, ",", "my", "one", "you", "im", "this")
                || (
                    tokens.Is(end, "i", "and")
                    && tokens.Is(
                        end + 1,
                        "did",
                        "didnt",
                        "do",
                        "dont",
                        "cant",
                        "should",
                        "am",
                        "never",
                        "feel",
                        "have",
                        "still",
                        "expect",
                        "expected",
                        "thought",
                        "am",
                        "a",
                        "retired",
                        "female",
                        "male"
                    )
                )
            )
            && !tokens.Is(end + 1, "morning", "afternoon", "evening")
            && tokens.Digits(at) is null or >= Grown
        ) || (tokens.Is(at - 1, "my") && tokens.Is(end, "years", "yrs") && !tokens.Is(end + 1, "of"));

    private static bool IsStartOfClause(TimeTokens tokens, int at) =>
        at == 0 || !tokens.Tokens[at - 1].IsWordOrNumber || tokens.Is(at - 1, "and", "but", "because");

    // "When I was 12", "at the age of 30": not now.
    private static bool IsOnceUponATime(TimeTokens tokens, int at)
    {
        if (IsAtThatAge(tokens, at, at + 1))
        {
            return false;
        }

        for (var back = 1; back <= 5; back++)
        {
            if (!(at - back >= 0) || tokens.Tokens[at - back].EndsSentence)
            {
                return false;
            }

            if (tokens.Is(at - back, "was", "were", "since", "when", "at", "explain", "until"))
            {
                return true;
            }
        }

        return false;
    }

    // "My son is 12" is the patient's age only when the check is for somebody else, or nobody knows.
    private static bool IsOfAnother(TimeTokens tokens, int at, string? forWhom)
    {
        for (var back = 1; back <= 4; back++)
        {
            if (at - back < 0 || tokens.Tokens[at - back].EndsSentence)
            {
                return false;
            }

            if (tokens.Is(at - back, "kids", "children", "twins", "grandchildren", "dog", "cat", "kinders", "babies"))
            {
                return true;
            }

            if (
                forWhom == "me"
                && tokens.Is(
                    at - back,
                    "son",
                    "daughter",
                    "baby",
                    "child",
                    "husband",
                    "wife",
                    "mother",
                    "father",
                    "mom",
                    "mum",
                    "dad",
                    "he",
                    "she",
                    "hes",
                    "shes"
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStillToCome(TimeTokens tokens, int at, int end) =>
        tokens.Is(at - 1, "turning", "almost", "nearly") || tokens.Is(end, "next", "tomorrow", "soon");
}
