using System.Collections.Frozen;
using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds the age in an answer to "how old?".</summary>
internal sealed class AgeReader
{
    private static readonly FrozenDictionary<string, int> Decades = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["twenties"] = 20,
        ["twentys"] = 20,
        ["thirties"] = 30,
        ["thirtys"] = 30,
        ["forties"] = 40,
        ["fourties"] = 40,
        ["fortys"] = 40,
        ["fifties"] = 50,
        ["fiftys"] = 50,
        ["sixties"] = 60,
        ["sixtys"] = 60,
        ["seventies"] = 70,
        ["seventys"] = 70,
        ["eighties"] = 80,
        ["eightys"] = 80,
        ["nineties"] = 90,
        ["ninetys"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly TimeTokens _tokens;
    private readonly DateOnly _today;
    private readonly BirthDate _birth;

    private AgeReader(PreparedText text, DateOnly today)
    {
        _birth = new(text, today);
        _tokens = text.TimeTokens;
        _today = today;
    }

    /// <summary>The age in whole years, in or out of range; null when the text says none.</summary>
    public static double? Read(PreparedText text, DateOnly today)
    {
        var reader = new AgeReader(text, today);
        return reader._birth.Read() ?? reader.Decade() ?? reader.Counted();
    }

    /// <summary>
    /// The age in own words that name no number of years: "I was born in 1985", "I'm in my late forties". Only what
    /// somebody says of himself or of the patient counts: the year of a baby's birth is no age.
    /// </summary>
    public static double? ReadSaid(PreparedText text, DateOnly today)
    {
        var reader = new AgeReader(text, today);
        var tokens = reader._tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            var isOfPatient = tokens.Is(at - 1, "im", "hes", "shes") || IsWasBorn(tokens, at) || IsFirst(tokens, at);
            if (
                (tokens.Is(at, "born") && isOfPatient || tokens.Is(at, "dob", "birthdate"))
                && reader._birth.After(at) is { } years
            )
            {
                return years;
            }

            var isNamed = tokens.Is(at - 1, "my", "his", "her", "early", "mid", "late") || tokens.Is(at - 1, "-");
            if (isNamed && reader.Tens(at) is not null && reader.IsInDecade(at))
            {
                return reader.Decade();
            }
        }

        return null;
    }

    private static bool IsFirst(TimeTokens tokens, int at) => at == 0 || !tokens.Tokens[at - 1].IsWordOrNumber;

    private static bool IsWasBorn(TimeTokens tokens, int at) =>
        tokens.Is(at - 1, "was", "am") && tokens.Is(at - 2, "i", "he", "she");

    // "In my forties", "im late forties", but not "it was in the late nineties".
    private bool IsInDecade(int at)
    {
        var before = at - 1;
        while (_tokens.Is(before, "early", "mid", "late", "-"))
        {
            before--;
        }

        return ((before < 0 || !_tokens.Tokens[before].IsWordOrNumber) && before < at - 1 && !IsPast(at))
            || (
                _tokens.Is(before, "in") && _tokens.Is(before - 1, "im", "am", "man", "woman", "lady", "male", "female")
            )
            || _tokens.Is(before, "im", "hes", "shes")
            || (_tokens.Is(before, "my", "his", "her") && _tokens.Is(before - 1, "in") && !IsPast(before - 1));
    }

    // "Had whiplash in my twenties": not now.
    private bool IsPast(int at)
    {
        for (var back = at - 1; back >= 0 && back >= at - 6 && !_tokens.Tokens[back].EndsSentence; back--)
        {
            if (
                _tokens.Is(
                    back,
                    "was",
                    "were",
                    "had",
                    "broke",
                    "hurt",
                    "injured",
                    "tore",
                    "dislocated",
                    "operated",
                    "since",
                    "when",
                    "back"
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    // "late twenties", "mid 30s", "in my forties", "early teens".
    private double? Decade()
    {
        for (var at = 0; at < _tokens.Count; at++)
        {
            var part = _tokens[_tokens.Is(at - 1, "-") ? at - 2 : at - 1];
            if (_tokens.Is(at, "teens"))
            {
                return part switch
                {
                    "early" => 13,
                    "late" => 18,
                    _ => 15,
                };
            }

            if (Tens(at) is { } tens)
            {
                return tens
                    + part switch
                    {
                        "early" => 2,
                        "late" => 8,
                        _ => 5,
                    };
            }
        }

        return null;
    }

    private int? Tens(int at) =>
        Decades.TryGetValue(_tokens[at], out var named) ? named
        : _tokens.Digits(at) is { } tens and >= 20 and <= 90 && tens % 10 == 0 && _tokens.Is(at + 1, "s") ? tens
        : null;

    // The first number, unless another is said to be in years.
    private double? Counted()
    {
        double? first = null;
        for (var at = 0; at < _tokens.Count; at++)
        {
            if (!NumberWords.TryRead(_tokens.Tokens, at, out var value, out var length, forgiving: _tokens.Count <= 6))
            {
                continue;
            }

            var end = at + length;
            end += _tokens.Match(end, "and", "a", "half");
            var sign = _tokens.Is(at - 1, "-") && _tokens.Tokens[at - 1].End == _tokens.Tokens[at].Start ? -1 : 1;
            var age = sign * InYears(value, end) - (IsStillToCome(at, end) ? 1 : 0);
            if (_tokens.Is(end, "years", "year", "yrs", "yr", "yo", "y", "jaar") || _tokens.Is(end, "old"))
            {
                return age;
            }

            first ??= age;
            at = end - 1;
        }

        return first;
    }

    private double InYears(double value, int at) =>
        TimeWords.Units.TryGetValue(_tokens[at], out var days) && days is > 0 and < 365
            ? Math.Floor(value * days / 365)
            : Math.Floor(value);

    // "51 next week", "turning 40", "nearly 60": the birthday has not been.
    private bool IsStillToCome(int at, int end)
    {
        while (_tokens.Is(end, "years", "year", "yrs", "old", "of", "age", "on", "this"))
        {
            end++;
        }

        if (_tokens.Is(at - 1, "turned", "was"))
        {
            return false;
        }

        return _tokens.Is(
                at - 1,
                "turning",
                "turn",
                "almost",
                "nearly",
                "becoming",
                "pushing",
                "nearing",
                "approaching"
            )
            || (_tokens.Is(at - 1, "be", "to", "on") && _tokens.Is(at - 2, "to", "will", "close", "going", "ill"))
            || _tokens.Is(end, "next", "tomorrow", "soon", "coming")
            || (
                _tokens.Is(end, "in")
                && (
                    TimeWords.Months.ContainsKey(_tokens[end + 1])
                    || _tokens.IsNumber(end + 1)
                    || _tokens.Is(end + 1, "a", "two", "three")
                )
            );
    }
}
