using SpasmBot.Language.Text;

namespace SpasmBot.Language.Time;

/// <summary>Finds every time that a text speaks of.</summary>
internal sealed class TimeScanner
{
    private readonly TimeTokens _tokens;
    private readonly CalendarReader _calendar;
    private readonly DateOnly _today;

    private TimeScanner(PreparedText text, DateOnly today)
    {
        _tokens = text.TimeTokens;
        _today = today;
        _calendar = new(_tokens, today);
    }

    /// <summary>All times in the order of the text; they do not overlap.</summary>
    public static IReadOnlyList<TimeExpression> Find(PreparedText text, DateOnly today)
    {
        var scanner = new TimeScanner(text, today);
        var found = new List<TimeExpression>();
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            if (scanner.ReadAt(at) is { } expression)
            {
                found.Add(expression);
                at = expression.Last;
            }
        }

        return found;
    }

    private TimeExpression? ReadAt(int at) =>
        Future(at) ?? Since(at) ?? NthDay(at) ?? Spell(at) ?? Moment(at, at, TimeShape.Calendar, isLed: false);

    private TimeExpression? Future(int at)
    {
        if (_tokens.Is(at, "tomorrow", "tmrw", "tomoro", "more", "môre") && !_tokens.Is(at, "more"))
        {
            return new(at, at, -1, TimeShape.Future);
        }

        if (
            _tokens.Is(at, "next", "coming", "volgende")
            && (
                TimeWords.Weekdays.ContainsKey(_tokens[at + 1])
                || TimeWords.Months.ContainsKey(_tokens[at + 1])
                || TimeWords.Units.ContainsKey(_tokens[at + 1])
                || _tokens.Is(at + 1, "weekend")
            )
        )
        {
            return new(at, at + 1, -1, TimeShape.Future);
        }

        if (
            _tokens.Is(at, "in", "within")
            && QuantityReader.Read(_tokens, at + 1, out var days) is > 0 and var length
            && days >= 1
            // "It crept in eleven days ago".
            && !_tokens.Is(at + 1 + length, "ago", "back", "gelede")
        )
        {
            return new(at, at + length, -days, TimeShape.Future);
        }

        return null;
    }

    private TimeExpression? Since(int at)
    {
        if (!_tokens.Is(at, "since", "sedert", "from", "cince", "sins"))
        {
            return null;
        }

        var from = at + 1;
        while (_tokens.Is(from, "about", "around", "at", "on", "the", "roughly", "maybe", "in") && !StartsPart(from))
        {
            from++;
        }

        if (Moment(at, from, TimeShape.Since, isLed: true) is { } moment)
        {
            return moment;
        }

        if (QuantityReader.Read(_tokens, at + 1, out var days) is > 0 and var length)
        {
            var ago = _tokens.Is(at + 1 + length, "ago", "back") ? 1 : 0;
            return new(at, at + length + ago, days, TimeShape.Since);
        }

        return null;
    }

    private bool StartsPart(int at) =>
        _tokens.Is(at, "the") && _tokens.Is(at + 1, "start", "beginning", "middle", "end", "weekend");

    // A length of time, with what makes it a moment ("ago") or a spell that still lasts ("for", "now").
    private TimeExpression? Spell(int at)
    {
        var led =
            _tokens.Is(at, "for", "past", "last", "vir") || (_tokens.Is(at, "over", "in") && _tokens.Is(at + 1, "the"));
        var length = QuantityReader.Read(_tokens, at + (_tokens.Is(at, "for", "vir", "in") ? 1 : 0), out var days);
        if (length == 0)
        {
            return null;
        }

        var end = at + (_tokens.Is(at, "for", "vir", "in") ? 1 : 0) + length;
        if (_tokens.Is(end, "ago", "gelede", "agao", "earlier") || (_tokens.Is(end, "back") && !IsBackPain(end + 1)))
        {
            return new(at, end, days, TimeShape.Ago);
        }

        if (_tokens.Match(end, "from", "now") + _tokens.Match(end, "time") is > 0 and var later)
        {
            return new(at, end + later - 1, -days, TimeShape.Future);
        }

        led |= _tokens.Is(end, "now", "already", "straight", "running", "solid") || _tokens.Match(end, "so", "far") > 0;
        return new(at, end - 1, days, led ? TimeShape.For : TimeShape.Length);
    }

    // "Day 4 of this", "the third day now": so many days of it are running.
    private TimeExpression? NthDay(int at)
    {
        if (
            _tokens.Is(at, "day")
            && NumberWords.TryRead(_tokens.Tokens, at + 1, out var number, out var length)
            && (RunsOn(at + 1 + length) || (_tokens.Is(at - 1, "its", "on", "this") && IsEnd(at + 1 + length)))
        )
        {
            return new(at, at + length, number, TimeShape.For);
        }

        var ordinal = Ordinals.NumberOf(_tokens[at]);
        return ordinal > 0 && _tokens.Is(at + 1, "day") && RunsOn(at + 2)
            ? new(at, at + 1, ordinal, TimeShape.For)
            : null;
    }

    private bool IsEnd(int at) => at >= _tokens.Count || !_tokens.Tokens[at].IsWordOrNumber;

    private bool RunsOn(int at) =>
        ((at >= _tokens.Count || _tokens.Tokens[at].EndsSentence) && _tokens.Is(at - 3, "the"))
        || _tokens.Is(at, "now", "already")
        || (_tokens.Is(at, "of") && _tokens.Is(at + 1, "this", "the", "my", "it"));

    // "two months back ache" is no "two months back".
    private bool IsBackPain(int at) =>
        _tokens.Is(at, "ache", "pain", "aches", "spasm", "muscle", "is", "was", "has", "hurts", "sore");

    // "Last week Wednesday" is one day of that week.
    private bool IsWeekOfDay(int at, int length) =>
        _tokens.Is(at + 1, "week")
        && (
            TimeWords.Weekdays.ContainsKey(_tokens[at + length])
            || (_tokens.Is(at + length, "on") && TimeWords.Weekdays.ContainsKey(_tokens[at + length + 1]))
        );

    private TimeExpression? Moment(int first, int at, TimeShape shape, bool isLed)
    {
        foreach (var (words, days) in TimeWords.FixedStartingWith(_tokens[at]))
        {
            // "Just now and then" is no moment.
            if (
                _tokens.Match(at, words) is > 0 and var length
                && _tokens.Match(at + length, "and", "then") == 0
                && !IsWeekOfDay(at, length)
            )
            {
                return new(first, at + length - 1, days, shape == TimeShape.Calendar ? TimeShape.Ago : shape);
            }
        }

        if (isLed || _tokens.Is(at, "in"))
        {
            var year = at + (_tokens.Is(at, "in") ? 1 : 0);
            if (_tokens.Digits(year) is >= 1920 and var number && number < _today.Year)
            {
                var middle = new DateOnly(number, 7, 1);
                return new(first, year, _today.DayNumber - middle.DayNumber, shape);
            }
        }

        // "It started 15/11".
        isLed |= _tokens.IsNumber(at) && _tokens.Is(at - 1, "started", "began", "start", "happened", "date");
        var preposition = _tokens.Is(at, "on", "in", "around", "by", "op") ? 1 : 0;
        if (_calendar.Read(at + preposition, isLed || preposition > 0, out var since) is > 0 and var taken)
        {
            return new(first, at + preposition + taken - 1, since, since < 0 ? TimeShape.Future : shape);
        }

        return null;
    }
}
