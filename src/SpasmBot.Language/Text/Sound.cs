using System.Text;

namespace SpasmBot.Language.Text;

/// <summary>What a word sounds like, so that "nek" is found by "neck" and "werk" by "work".</summary>
/// <remarks>
/// Consonants that sound alike are one letter, doubled and silent ones are dropped, an "r" behind a vowel is not heard.
/// Vowels are kept in three classes, open (a), front (e, i, y) and round (o, u): "back" and "book" differ.
/// </remarks>
internal static class Sound
{
    private const char Open = 'A';
    private const char Front = 'E';
    private const char Round = 'O';
    private const char Unstressed = '0';

    /// <summary>The key of a word of plain lower-case letters; words that sound alike share it.</summary>
    public static string Of(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var at = SilentStart(word); at < word.Length; )
        {
            at += IsVowel(word, at) ? Vowels(word, at, key) : Consonant(word, at, key);
        }

        return key.ToString();
    }

    private static int SilentStart(string word) => word.Length > 2 && word[..2] is "kn" or "gn" or "wr" or "ps" ? 1 : 0;

    private static bool IsVowel(string word, int at) =>
        word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] is 'y' && at > 0);

    private static int Vowels(string word, int at, StringBuilder key)
    {
        var end = at + 1;
        while (end < word.Length && IsVowel(word, end))
        {
            end++;
        }

        var isLast = end == word.Length;
        // "Fone", "make": the last e is not heard.
        if (isLast && end - at == 1 && word[at] is 'e' && key.Length > 1)
        {
            return 1;
        }

        var heard = ClassOf(word, at);
        if (end < word.Length && word[end] is 'w')
        {
            heard = word[end - 1] is 'e' ? Front : Round;
            end++;
        }
        else if (
            end < word.Length
            && word[end] is 'r'
            && (end + 1 == word.Length || !IsVowel(word, end + 1) || IsSilentE(word, end + 1))
        )
        {
            // "Better" and "betta"; in "work" and "werk" the vowel before the r is not told apart.
            isLast = end + 1 == word.Length;
            heard = Unstressed;
            end++;
        }

        // "Betta", "tablas".
        var isEnd = isLast || (end == word.Length - 1 && word[end] is 's');
        key.Append(isEnd && end - at == 1 && heard == Open && key.Length > 1 ? Unstressed : heard);
        return end - at;
    }

    private static bool IsSilentE(string word, int at) => at == word.Length - 1 && word[at] is 'e';

    private static char ClassOf(string word, int at) =>
        word[at] switch
        {
            'a' when at + 1 < word.Length && word[at + 1] is 'u' => Round,
            'a' when at + 2 < word.Length && word[at + 1] is 'l' && word[at + 2] is 'l' or 'k' => Round,
            'a' => Open,
            'o' or 'u' => Round,
            'e' when at + 1 < word.Length && word[at + 1] is 'u' => Round,
            _ => Front,
        };

    private static int Consonant(string word, int at, StringBuilder key)
    {
        var rest = word.AsSpan(at);
        foreach (var (letters, sound) in Groups)
        {
            if (rest.StartsWith(letters, StringComparison.Ordinal))
            {
                Add(key, sound);
                return letters.Length;
            }
        }

        var next = at + 1 < word.Length ? word[at + 1] : ' ';
        switch (word[at])
        {
            case 'c':
                Add(key, next is 'e' or 'i' or 'y' ? 's' : 'k');
                break;
            case 'q':
                Add(key, 'k');
                break;
            case 'z':
                Add(key, 's');
                break;
            case 'v':
                Add(key, 'f');
                break;
            case 'x':
                Add(key, 'k');
                Add(key, 's');
                break;
            case 'j':
                Add(key, 'g');
                break;
            case 'h' when at > 0:
                break;
            case 'b' when next == ' ' && at > 0 && word[at - 1] is 'm':
                break;
            case 'l' when next is 'k' && at > 0 && word[at - 1] is 'a':
                break;
            default:
                Add(key, word[at]);
                break;
        }

        return 1;
    }

    private static readonly (string Letters, char Sound)[] Groups =
    [
        ("tch", 'C'),
        ("ght", 't'),
        ("sch", 'S'),
        ("dge", 'g'),
        ("ch", 'C'),
        ("sh", 'S'),
        ("ph", 'f'),
        ("th", 'f'),
        ("ck", 'k'),
        ("wh", 'w'),
        ("gh", 'h'),
    ];

    private static void Add(StringBuilder key, char sound)
    {
        if (sound != 'h' || key.Length == 0)
        {
            if (key.Length == 0 || key[^1] != sound)
            {
                key.Append(sound);
            }
        }
    }
}
