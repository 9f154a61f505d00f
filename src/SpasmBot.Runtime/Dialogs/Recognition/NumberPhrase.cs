namespace SpasmBot.Runtime.Dialogs.Recognition;

/// <summary>Reads the words of one number: "twenty-one", "a hundred and five", "minus three", "two and a half", "the third".</summary>
internal ref struct NumberPhrase(string text, int start)
{
    private readonly int _start = start;
    private int _at = start;
    private int _end = -1;
    private int _total;
    private int _current;
    private int _words;

    // The next word must count less than this to belong to the same number: 20 and 1 are 21, 1 and 20 are two numbers.
    private int _room = int.MaxValue;

    public static int SkipWord(string text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>False when no number begins with the word at the start.</summary>
    public bool TryRead(out NumberMention mention)
    {
        var isNegative = TrySkip("minus") || TrySkip("negative");
        var isOrdinal = false;
        while (!isOrdinal && TryTakeWord(out isOrdinal)) { }

        decimal value = _total + _current;
        if (_words > 0 && !isOrdinal && TrySkip("and") && TrySkip("a") && TrySkip("half", ends: true))
        {
            value += 0.5m;
        }

        mention = new(_start, _end, isNegative ? -value : value, isOrdinal);
        return _words > 0;
    }

    private bool TryTakeWord(out bool isOrdinal)
    {
        var before = _at;
        isOrdinal = false;
        var article = _words == 0 && (TrySkip("a") || TrySkip("an"));
        if (_words > 0 && _room is 100 or 1000)
        {
            TrySkip("and");
        }

        if (Peek(out var length, out var word) && (article ? word.Multiplies : CanTake(word)))
        {
            Take(word);
            isOrdinal = word.IsOrdinal;
            _end = _at + length - 1;
            _at = SkipSeparator(_at + length);
            return true;
        }

        _at = before;
        return false;
    }

    private readonly bool CanTake(NumberWord word) =>
        word.Multiplies && _words > 0
            ? _current > 0
                && _current < (word.Value == 100 ? 100 : 1000)
                && (word.Value == 1000 ? _total == 0 : _room <= 10)
            : word.Value < _room && (word.Value > 0 || _words == 0);

    private void Take(NumberWord word)
    {
        _words++;
        if (word.Value == 1000)
        {
            (_total, _current, _room) = (Math.Max(_current, 1) * 1000, 0, 1000);
        }
        else if (word.Value == 100)
        {
            (_current, _room) = (Math.Max(_current, 1) * 100, 100);
        }
        else
        {
            _current += word.Value;
            _room = word.Value >= 20 ? 10 : 0;
        }
    }

    private readonly bool Peek(out int length, out NumberWord word)
    {
        length = SkipWord(text, _at) - _at;
        word = default;
        return length > 0 && NumberWords.TryGet(text.Substring(_at, length), out word);
    }

    private bool TrySkip(string word, bool ends = false)
    {
        var end = SkipWord(text, _at);
        if (!text.AsSpan(_at, end - _at).Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (ends)
        {
            _end = end - 1;
        }

        _at = SkipSeparator(end);
        return true;
    }

    private readonly int SkipSeparator(int at)
    {
        while (at < text.Length && text[at] is ' ' or '-' or '\u00a0')
        {
            at++;
        }

        return at;
    }
}
