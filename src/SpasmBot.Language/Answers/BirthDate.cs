using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Reads the age from a year or date of birth.</summary>
internal sealed class BirthDate(PreparedText text, DateOnly today)
{
    // "The 19th of June 1975".
    private const int LongestDate = 6;

    private readonly TimeTokens _tokens = text.TimeTokens;

    /// <summary>The age by "b. 1968", "born in 1990", "dob 1990-03-02" or "1968"; null when the text says no such thing.</summary>
    public double? Read()
    {
        for (var at = 0; at < _tokens.Count; at++)
        {
            if (!_tokens.Is(at, "born", "b", "birth", "dob", "birthday", "birthdate", "birthyear", "gebore"))
            {
                continue;
            }

            if (After(at) is { } age)
            {
                return age;
            }
        }

        return DateAlone();
    }

    /// <summary>The age by the year or the date that stands after "born" and the like.</summary>
    public double? After(int at)
    {
        var from = at + 1;
        while (_tokens.Is(from, "in", "on", "is", "year", "date", "of", ".", ":", "was", "the", "back"))
        {
            from++;
        }

        return (Year(from) ?? (TimeWords.Units.ContainsKey(_tokens[from + 1]) ? null : LateYear(from))) is { } year
            ? today.Year - year
            : DateOfBirth(from);
    }

    // "1958", "'58", "12 March 1980", "3 june 85", "2001, november".
    private double? DateAlone()
    {
        var words = Enumerable.Range(0, _tokens.Count).Where(at => _tokens.Tokens[at].IsWordOrNumber).ToList();
        if (words.Count is 0 or > LongestDate)
        {
            return null;
        }

        var hasMonth = words.Exists(at => TimeWords.Months.ContainsKey(_tokens[at]));
        var year = words.Count == 1 || hasMonth ? words.Select(Year).FirstOrDefault(one => one is not null) : null;
        return DateOfBirth(words[0]) ?? (year is { } alone ? today.Year - alone : null);
    }

    private double? DateOfBirth(int at)
    {
        var length = new CalendarReader(_tokens, today).Read(at, isLed: true, out var days);
        if (length > 0 && LateYear(at + length) is { } late && _tokens.Digits(at + length - 1) is null)
        {
            // "3 June 85": the year was left unread, so that the day was taken for one of this year.
            var past = today.AddDays(-(int)Math.Max(0, days));
            return today.Year - late - (past.Year < today.Year ? 1 : 0);
        }

        var isOfOldTime =
            days >= 365 || (length > 2 && Enumerable.Range(at, length).Any(word => Year(word) is not null));
        return length > 1 && isOfOldTime ? Math.Floor(days / 365.25) : null;
    }

    private int? Year(int at) =>
        _tokens.Digits(at) is not { } year ? null
        : year >= 1880 && year <= today.Year ? year
        : text.IsShortYear(at) ? (LateYear(at) ?? 2000 + year)
        : null;

    // Two digits that can be no year of this century yet.
    private int? LateYear(int at) =>
        _tokens.Digits(at) is { } year and < 100 && year > today.Year % 100 ? 1900 + year : null;
}
