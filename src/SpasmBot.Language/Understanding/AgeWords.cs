using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>The words around a number that make it an age, or something else.</summary>
internal static class AgeWords
{
    /// <summary>"At 2 this afternoon" is an hour, "at 45" an age.</summary>
    private const int Grown = 25;

    /// <summary>The place before the words that only soften an age: "nearly", "just turned".</summary>
    public static int BeforeHedge(TimeTokens tokens, int at)
    {
        var before = at - 1;
        while (
            tokens.Is(before, "now", "almost", "nearly", "only", "just", "about", "a", "already", "pushing", "nearing")
            || tokens.Is(before, "approaching", "around", "roughly", "well", "over")
            || (tokens.Is(before, "turned", "turning") && tokens.Is(before - 1, "im", "just", "recently", "am"))
            || (tokens.Is(before, "on", "to", "for") && tokens.Is(before - 1, "going", "up", "close"))
            || (tokens.Is(before, "going", "up", "close", "coming") && tokens.Is(before + 1, "on", "to", "up", "for"))
        )
        {
            before--;
        }

        return before;
    }

    /// <summary>The place after a dash that joins: "40-something".</summary>
    public static int AfterDash(TimeTokens tokens, int end) => end + (tokens.Is(end, "-") ? 1 : 0);

    /// <summary>"34 years old", "38-year-old", "sixty years young", "I'm 22 yrs".</summary>
    public static bool IsInYears(TimeTokens tokens, int at, int end)
    {
        var unit = AfterDash(tokens, end);
        var old = AfterDash(tokens, unit + 1);
        var isYears = tokens.Is(unit, "years", "year", "yrs", "yr", "jaar");
        return (isYears && IsOld(tokens, old))
            || (isYears && IsIm(tokens, BeforeHedge(tokens, at)) && IsEnd(tokens, old))
            // "I have 35 years", as many a language says it.
            || (isYears && tokens.Is(at - 1, "have") && tokens.Is(at - 2, "i") && IsEnd(tokens, old))
            || tokens.Is(end, "yo", "yrold")
            || (tokens.Is(end, "y") && tokens.Is(end + 1, "/", "o"))
            || tokens.Is(end, "old");
    }

    private static bool IsOld(TimeTokens tokens, int old) =>
        (tokens.Is(old, "old", "oud", "young") && !tokens.Is(old + 1, "pain", "back"))
        || (tokens.Is(old, "of") && tokens.Is(old + 1, "age"));

    private static bool IsIm(TimeTokens tokens, int at) => tokens.Is(at, "im", "hes", "shes", "am");

    /// <summary>"Aged 40", "age: 29", "at my age, 74".</summary>
    public static bool IsAfterAge(TimeTokens tokens, int at) =>
        tokens.Is(at - 1, "aged", "age") || (tokens.Is(at - 1, "is", ":", ",", "of") && IsAge(tokens, at - 2));

    private static bool IsAge(TimeTokens tokens, int at) =>
        tokens.Is(at, "age") && (tokens.Is(at + 1, "is", ":") || tokens.Is(at - 1, "my", "his", "her"));

    /// <summary>"52/F", "m/34".</summary>
    public static bool IsBesideSex(TimeTokens tokens, int at, int end) =>
        (tokens.Is(end, "/") && tokens.Is(end + 1, "f", "m", "female", "male"))
        || (tokens.Is(at - 1, "/") && tokens.Is(at - 2, "f", "m", "female", "male"));

    /// <summary>"He is 80", but not "it is 80".</summary>
    public static bool IsIs(TimeTokens tokens, int before) =>
        tokens.Is(before, "am", "is")
        && !(tokens.Is(before, "is") && tokens.Is(before + 1, "a"))
        && !tokens.Is(before - 1, "it", "pain", "this", "that", "temperature", "severity", "there", "level", "score");

    /// <summary>"34, female", "a dentist of 39".</summary>
    public static bool IsWithPerson(TimeTokens tokens, int at, int end) =>
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
            && !tokens.Is(
                at - 2,
                "mom",
                "mum",
                "mother",
                "dad",
                "father",
                "parent",
                "out",
                "period",
                "dose",
                "because",
                "scale",
                "total"
            )
        );

    /// <summary>"My story: 62, retired", but not "pain: 62".</summary>
    public static bool IsIntroduced(TimeTokens tokens, int at) =>
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

    /// <summary>Whether a word or number stands here.</summary>
    public static bool IsWord(TimeTokens tokens, int at) => at < tokens.Count && tokens.Tokens[at].IsWordOrNumber;

    /// <summary>Whether nothing follows that the number could count.</summary>
    public static bool IsEnd(TimeTokens tokens, int end) =>
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
            "ish",
            "myself",
            "himself",
            "herself",
            "already",
            "on",
            "here",
            "i",
            "it"
        );

    /// <summary>Whether the number counts or measures something else.</summary>
    public static bool IsMeasure(TimeTokens tokens, int at, int end) =>
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
            "hands",
            "stone",
            "lbs",
            "pounds",
            "grams",
            "reps",
            "steps",
            "laps",
            "to",
            "or"
        ) && !tokens.Is(end, "m")
        || tokens.Is(at - 1, "/", "-", "at", "to", "phase", "level", "like", "type", "l", "t", "c", "number");

    /// <summary>"At 45 I did not expect this", "being 70, I…": what one is now, said in passing.</summary>
    public static bool IsAtThatAge(TimeTokens tokens, int at, int end) =>
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

    /// <summary>"Turning 40", "nearly 60", "51 next week": the birthday has not been.</summary>
    public static bool IsStillToCome(TimeTokens tokens, int at, int end)
    {
        if (tokens.Is(at - 1, "turned"))
        {
            return false;
        }

        var isBirthday = tokens.Is(at - 1, "be", "turn", "turns", "turning");
        return tokens.Is(
                at - 1,
                "turning",
                "almost",
                "nearly",
                "pushing",
                "nearing",
                "approaching",
                "be",
                "turn",
                "turns"
            )
            || (tokens.Is(at - 1, "on", "to", "for") && tokens.Is(at - 2, "going", "up", "close"))
            || tokens.Is(end, "next", "tomorrow", "soon")
            || (isBirthday && tokens.Is(end, "on", "in"));
    }
}
