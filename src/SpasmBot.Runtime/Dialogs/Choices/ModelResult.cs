namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>Something understood in a text: where (both ends included), the words, and what they stand for.</summary>
public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}

/// <summary>A value to look for and the place of what it belongs to.</summary>
public class SortedValue
{
    public string Value { get; set; }

    public int Index { get; set; }
}

/// <summary>A value that was found.</summary>
public class FoundValue
{
    public string Value { get; set; }

    public int Index { get; set; }

    /// <summary>How well the words fit, up to 1.</summary>
    public float Score { get; set; }
}

/// <summary>How values are looked for.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of a value's words are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    public string Locale { get; set; }

    /// <summary>How many other words may stand between two of the value's; 2 unless set.</summary>
    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction Tokenizer { get; set; }
}

/// <summary>How choices are looked for.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Not by the choice's value.</summary>
    public bool NoValue { get; set; }

    /// <summary>Not by the title of the choice's button.</summary>
    public bool NoAction { get; set; }

    /// <summary>Also by number: "2", "two".</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Also by place: "the second", "the last one".</summary>
    public bool RecognizeOrdinals { get; set; } = true;

    // A copy: the options of a prompt serve conversations in several languages at once.
    internal FindChoicesOptions For(string locale, string defaultLocale)
    {
        var copy = (FindChoicesOptions)MemberwiseClone();
        copy.Locale = locale ?? Locale ?? defaultLocale;
        return copy;
    }
}
