using SpasmBot.Language.Text;

namespace SpasmBot.Language.Time;

/// <summary>Reads days and months of the calendar, as days before today (negative: still to come).</summary>
internal sealed class CalendarReader(TimeTokens tokens, DateOnly today)
{
    private const double Never = -1;

    /// <summary>Reads the day or month that starts here.</summary>
    /// <param name="at">Where to start.</param>
    /// <param name="isLed">Whether a word before it ("on", "since", "last") shows that "sat" or "may" is a date.</param>
    /// <param name="days">Days before today.</param>
    /// <returns>How many tokens it takes; 0 when there is none.</returns>
    public int Read(int at, bool isLed, out double days)
    {
        if (NextTo(at, out days) is > 0 and var next)
        {
            return next;
        }

        if (Weekend(at, out days) is > 0 and var weekend)
        {
            return weekend;
        }

        if (WeekdaysAgo(at, out days) is > 0 and var several)
        {
            return several;
        }

        if (OfLastWeek(at, out days) is > 0 and var lastWeek)
        {
            return lastWeek;
        }

        if (Weekday(at, isLed, out days) is > 0 and var weekday)
        {
            return weekday;
        }

        if (Written(at, isLed, out days) is > 0 and var written)
        {
            return written;
        }

        return Digits(at, isLed, out days);
    }

    // "The day after Christmas", "the day before Easter".
    private int NextTo(int at, out double days)
    {
        days = 0;
        var the = tokens.Match(at, "the");
        var isAfter = tokens.Match(at + the, "day", "after") > 0;
        if (!isAfter && tokens.Match(at + the, "day", "before") == 0)
        {
            return 0;
        }

        const int DayAfter = 2;
        var length = Written(at + the + DayAfter, isLed: false, out var since);
        days = since + (isAfter ? -1 : 1);
        return length > 0 && since > 0 ? the + DayAfter + length : 0;
    }

    private int Weekend(int at, out double days)
    {
        var start = at;
        at += tokens.Is(at, "the", "this", "last", "past", "all") ? 1 : 0;
        at += tokens.Is(at, "past", "last") ? 1 : 0;
        days = 0;
        if (!tokens.Is(at, "weekend", "naweek"))
        {
            return 0;
        }

        if (tokens.Match(at + 1, "before", "last") is > 0 and var before)
        {
            var since = ((int)today.DayOfWeek + 1) % 7;
            days = since + (since < 2 ? 14 : 7);
            return at + 1 + before - start;
        }

        // On Saturday and Sunday "last weekend" is the one before; otherwise the Saturday just gone.
        var sinceSaturday = ((int)today.DayOfWeek + 1) % 7;
        days = sinceSaturday < 2 && tokens.Is(at - 1, "last", "past") ? sinceSaturday + 7 : sinceSaturday;
        return at + 1 - start;
    }

    // "Two Sundays ago": the last one and the one before.
    private int WeekdaysAgo(int at, out double days)
    {
        days = 0;
        if (
            !NumberWords.TryRead(tokens.Tokens, at, out var count, out var length)
            || count is < 1 or > 52
            || !tokens.Is(at + length + 1, "ago", "back")
            || !TimeWords.Weekdays.TryGetValue(tokens[at + length].TrimEnd('s'), out var weekday)
        )
        {
            return 0;
        }

        var back = ((int)today.DayOfWeek - (int)weekday + 7) % 7;
        days = (back == 0 ? 7 : back) + (7 * (count - 1));
        return length + 2;
    }

    // "Last week Wednesday", "last week on Monday".
    private int OfLastWeek(int at, out double days)
    {
        days = 0;
        var on = tokens.Is(at + 2, "on") ? 1 : 0;
        if (
            !tokens.Is(at, "last", "past")
            || !tokens.Is(at + 1, "week")
            || !TimeWords.Weekdays.TryGetValue(tokens[at + 2 + on], out var weekday)
            || (on == 0 && tokens.Is(at + 2, "sat", "sun"))
        )
        {
            return 0;
        }

        days = InLastWeek(weekday);
        return 3 + on;
    }

    // The calendar week before this one; weeks begin on Monday.
    private double InLastWeek(double weekday) => (((int)today.DayOfWeek + 6) % 7) + 7 - (((int)weekday + 6) % 7);

    private int Weekday(int at, bool isLed, out double days)
    {
        var start = at;
        days = 0;
        var led = isLed;
        while (tokens.Is(at, "last", "this", "past", "the", "early", "late", "verlede"))
        {
            led |= tokens.Is(at, "last", "this", "past");
            at++;
        }

        if (!TimeWords.Weekdays.TryGetValue(tokens[at], out var weekday) || (!led && IsOpen(at)))
        {
            return 0;
        }

        at++;
        var back = ((int)today.DayOfWeek - (int)weekday + 7) % 7;
        days = back == 0 ? 7 : back;
        at += tokens.Is(at, "morning", "afternoon", "evening", "night", "arvo", "nite", "oggend", "aand") ? 1 : 0;
        var isLast = Enumerable.Range(start, at - start).Any(word => tokens.Is(word, "last", "past"));
        if (isLast && tokens.Is(at, "week") && !tokens.Is(at + 1, "ago"))
        {
            // "Last Thursday week": a week before the last one.
            days += 7;
            at++;
        }
        else if (
            tokens.Match(at, "next", "week") + (tokens.Is(at + 1, "ago") ? 0 : tokens.Match(at, "week"))
            is > 0
                and var next
        )
        {
            days = Never;
            at += next;
        }
        else if (tokens.Match(at, "last", "week") + tokens.Match(at, "of", "last", "week") is > 0 and var lastWeek)
        {
            days = InLastWeek(weekday);
            at += lastWeek;
        }
        else if (
            tokens.Match(at, "before", "last") + tokens.Match(at, "a", "week", "ago") + tokens.Match(at, "week", "ago")
            is > 0
                and var earlier
        )
        {
            days += 7;
            at += earlier;
        }

        return at - start;
    }

    // "3 November", "3rd of Nov 2025", "November 3", "early July", "since July", "christmas", "new year".
    private int Written(int at, bool isLed, out double days)
    {
        var start = at;
        days = 0;
        if (
            tokens.Match(at, "new", "year") + tokens.Match(at, "new", "years") is > 0 and var newYear
            && !tokens.Is(at + newYear, "eve")
        )
        {
            days = DaysSince(1, 1, year: null);
            return newYear;
        }

        if (tokens.Is(at, "easter", "paasnaweek", "paasfees"))
        {
            days = SinceEaster();
            return 1
                + tokens.Match(at + 1, "weekend")
                + tokens.Match(at + 1, "sunday")
                + tokens.Match(at + 1, "monday");
        }

        if (tokens.Match(at, "month", "end") + tokens.Match(at, "end", "of", "the", "month") is > 0 and var monthEnd)
        {
            days = today.Day;
            return monthEnd;
        }

        if (StartOfMonth(at) is > 0 and var monthStart)
        {
            days = Math.Max(0, today.Day - 3);
            return monthStart;
        }

        for (var length = 3; length > 0; length--)
        {
            var name = string.Join(' ', Enumerable.Range(at, length).Select(word => tokens[word]));
            if (TimeWords.Feasts.TryGetValue(name, out var feast))
            {
                days = DaysSince(feast.Month, feast.Day, year: null);
                return length;
            }
        }

        var part = PartOfMonth(at, out var middle);
        at += part;
        // "The tenth of November".
        at += tokens.Is(at, "the") && (Ordinals.NumberOf(tokens[at + 1]) > 0 || tokens.IsNumber(at + 1)) ? 1 : 0;
        var day = tokens.Digits(at) ?? (Ordinals.NumberOf(tokens[at]) is > 0 and var ordinal ? ordinal : null);
        at += day is null ? 0 : 1 + (tokens.Is(at + 1, "st", "nd", "rd", "th") ? 1 : 0);
        at += day is null ? 0 : tokens.Match(at, "of");
        if (
            day is > 31
            || !TimeWords.Months.TryGetValue(tokens[at], out var month)
            || (!isLed && part == 0 && day is null && IsOpen(at))
        )
        {
            return 0;
        }

        at++;
        if (day is null && tokens.Digits(at) is >= 1 and <= 31 and var after)
        {
            day = after;
            at += 1 + (tokens.Is(at + 1, "st", "nd", "rd", "th") ? 1 : 0);
        }

        var year = tokens.Digits(at) is >= 1900 and <= 2200 and var written ? written : (int?)null;
        at += year is null ? 0 : 1;
        if (day is not null || part > 0)
        {
            days = DaysSince((int)month, day ?? middle, year);
            return at - start;
        }

        WholeMonth((int)month, year, out days);
        return at - start;
    }

    // "The start of the month", "the beginning of this month".
    private int StartOfMonth(int at)
    {
        var the = tokens.Is(at, "the") ? 1 : 0;
        var part = at + the;
        return
            tokens.Is(part, "start", "beginning")
            && tokens.Is(part + 1, "of")
            && tokens.Is(part + 2, "the", "this")
            && tokens.Is(part + 3, "month")
            ? the + 4
            : 0;
    }

    // The last Easter Sunday; the Gregorian reckoning of Gauss as Butcher gives it.
    private double SinceEaster()
    {
        var easter = EasterOf(today.Year);
        return today.DayNumber - (easter > today ? EasterOf(today.Year - 1) : easter).DayNumber;
    }

    private static DateOnly EasterOf(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }

    private int PartOfMonth(int at, out int day)
    {
        var start = at;
        at += tokens.Is(at, "the") ? 1 : 0;
        day = tokens[at] switch
        {
            "early" or "beginning" or "start" => 5,
            "mid" or "middle" => 15,
            "late" or "end" => 26,
            _ => 0,
        };
        if (day == 0)
        {
            return 0;
        }

        at++;
        at += tokens.Is(at, "of", "in", "-") ? 1 : 0;
        return at - start;
    }

    // "2026-11-01", "1/11/2026", "3/11", "the 3rd"; the day comes first, as in South Africa.
    private int Digits(int at, bool isLed, out double days)
    {
        days = 0;
        if (tokens.Is(at, "the") && tokens.IsNumber(at + 1) && Digits(at + 1, isLed, out days) is > 0 and var length)
        {
            return 1 + length;
        }

        if (tokens.Digits(at) is not { } first)
        {
            return 0;
        }

        var second = tokens.Is(at + 1, "/", "-") ? tokens.Digits(at + 2) : null;

        // "4-5/10" is a score.
        var third = second is not null && tokens.Is(at + 3, tokens[at + 1]) ? tokens.Digits(at + 4) : null;
        if (second is not null && third is not null)
        {
            var isIso = first > 1900;
            var year =
                isIso ? first
                : third < 100 ? third + 2000
                : third;
            days = DaysSince(second.Value, isIso ? third.Value : first, year);
            return 5;
        }

        if (isLed && second is not null && tokens.Is(at + 1, "/"))
        {
            days = DaysSince(second.Value, first, year: null);
            return 3;
        }

        if (
            tokens.Is(at + 1, "st", "nd", "rd", "th")
            && (isLed || tokens.Is(at - 1, "the"))
            && (isLed || IsDayAlone(at + 2))
            && !tokens.Is(at + 2, "one", "option", "answer", "time", "thing", "floor", "day", "episode", "attack")
        )
        {
            days = DayOfMonth(first);
            return 2;
        }

        if (isLed && first is >= 1900 and <= 2200)
        {
            days = first == today.Year ? today.DayOfYear / 2 : today.DayNumber - new DateOnly(first, 7, 1).DayNumber;
            return 1;
        }

        return 0;
    }

    // "The 4th and 5th ribs", "the 2nd grade": no day of the month.
    private bool IsDayAlone(int at) =>
        at >= tokens.Count
        || !tokens.Tokens[at].IsWordOrNumber
        || tokens.Is(
            at,
            "i",
            "it",
            "its",
            "my",
            "was",
            "when",
            "after",
            "before",
            "at",
            "in",
            "of",
            "or",
            "maybe",
            "this"
        )
        || (tokens.Is(at, "and") && !tokens.IsNumber(at + 1));

    private double DayOfMonth(int day)
    {
        if (day <= today.Day || today.DayNumber < 31)
        {
            return DaysSince(today.Month, day, today.Year);
        }

        var month = today.AddMonths(-1);
        return DaysSince(month.Month, day, month.Year);
    }

    // A day that does not exist counts as one that is still to come: no answer.
    private double DaysSince(int month, int day, int? year)
    {
        var inYear = year ?? today.Year;
        if (month is < 1 or > 12 || inYear is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(inYear, month))
        {
            return Never;
        }

        var date = new DateOnly(inYear, month, day);
        if (year is null && date > today)
        {
            return inYear == 1 ? Never : today.DayNumber - date.AddYears(-1).DayNumber;
        }

        return today.DayNumber - date.DayNumber;
    }

    // A month alone stands for its middle, this month for the middle of what has passed of it.
    private void WholeMonth(int month, int? year, out double days)
    {
        var inYear = year ?? (month > today.Month ? today.Year - 1 : today.Year);
        days =
            month == today.Month && inYear == today.Year
                ? today.Day / 2
                : today.DayNumber - new DateOnly(inYear, month, 15).DayNumber;
    }

    // Words that are mostly something else: "I sat down", "it may be", "in the sun".
    private bool IsOpen(int at) =>
        tokens.Count > 1 && tokens.Is(at, "sat", "sun", "wed", "mon", "may", "march", "mar", "jan", "sep");
}
