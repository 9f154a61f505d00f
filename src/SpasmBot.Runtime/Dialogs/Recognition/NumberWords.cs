namespace SpasmBot.Runtime.Dialogs.Recognition;

/// <summary>The English words that numbers are made of.</summary>
internal static class NumberWords
{
    private static readonly string[] ToNineteen =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] ToNineteenth =
    [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];

    private static readonly string[] Tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    private static readonly Dictionary<string, NumberWord> Words = Build();

    /// <summary>What a word, in any case, counts; false for a word that is not a number.</summary>
    public static bool TryGet(string word, out NumberWord number) => Words.TryGetValue(word, out number);

    private static Dictionary<string, NumberWord> Build()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.OrdinalIgnoreCase)
        {
            ["nought"] = new(0, IsOrdinal: false),
            ["fourty"] = new(40, IsOrdinal: false),
            ["hundred"] = new(100, IsOrdinal: false),
            ["thousand"] = new(1000, IsOrdinal: false),
            ["hundredth"] = new(100, IsOrdinal: true),
            ["thousandth"] = new(1000, IsOrdinal: true),
        };
        for (var i = 0; i < ToNineteen.Length; i++)
        {
            words[ToNineteen[i]] = new(i, IsOrdinal: false);
            words[ToNineteenth[i]] = new(i, IsOrdinal: true);
        }

        for (var i = 2; i < Tens.Length; i++)
        {
            words[Tens[i]] = new(i * 10, IsOrdinal: false);
            words[Tens[i][..^1] + "ieth"] = new(i * 10, IsOrdinal: true);
        }

        words.Remove("");
        return words;
    }
}

/// <summary>A word and what it counts; a hundred and a thousand also multiply what stands before them.</summary>
internal readonly record struct NumberWord(int Value, bool IsOrdinal)
{
    public bool Multiplies => Value is 100 or 1000;
}
