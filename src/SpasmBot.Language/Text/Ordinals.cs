namespace SpasmBot.Language.Text;

/// <summary>The words that count places: "first", "second" …</summary>
internal static class Ordinals
{
    private static readonly string[] Words =
    [
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
        "twentieth",
    ];

    /// <summary>The number that a word stands for, from 1 on; 0 when it is none.</summary>
    public static int NumberOf(string word) => Array.IndexOf(Words, word) + 1;

    /// <summary>The tens that a word stands for: "fortieth" is 40; null when it is none.</summary>
    public static int? TensOf(string word) =>
        word switch
        {
            "twentieth" => 20,
            "thirtieth" => 30,
            "fortieth" => 40,
            "fiftieth" => 50,
            "sixtieth" => 60,
            "seventieth" => 70,
            "eightieth" => 80,
            "ninetieth" => 90,
            _ => null,
        };
}
