using System.Text.RegularExpressions;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>Counts the syllables of English words as they are spoken, by rule, with a list for words that break it.</summary>
public static partial class Syllables
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["anyone"] = 3,
        ["area"] = 3,
        ["aorta"] = 3,
        ["being"] = 2,
        ["bodies"] = 2,
        ["business"] = 2,
        ["choose"] = 1,
        ["create"] = 2,
        ["diabetes"] = 4,
        ["diarrhoea"] = 4,
        ["doing"] = 2,
        ["evening"] = 2,
        ["every"] = 2,
        ["everyday"] = 3,
        ["going"] = 2,
        ["hours"] = 1,
        ["hour"] = 1,
        ["idea"] = 3,
        ["ideas"] = 3,
        ["lion"] = 2,
        ["marfan"] = 2,
        ["medicine"] = 3,
        ["naked"] = 2,
        ["oestrogen"] = 3,
        ["people"] = 2,
        ["quiet"] = 2,
        ["science"] = 2,
        ["scoliosis"] = 5,
        ["someone"] = 2,
        ["something"] = 2,
        ["sometimes"] = 2,
        ["somewhere"] = 2,
        ["suicide"] = 3,
        ["tired"] = 1,
        ["tuesday"] = 2,
        ["wednesday"] = 2,
        ["whole"] = 1,
        ["ibuprofen"] = 4,
        ["aneurysm"] = 4,
    };

    /// <summary>At least 1; a number counts one, as a reader takes it in at a glance.</summary>
    public static int Of(string word)
    {
        var letters = NotLetters().Replace(word.ToLowerInvariant().Replace("’", "'", StringComparison.Ordinal), "");
        var bare = letters.EndsWith("'s", StringComparison.Ordinal) ? letters[..^2] : letters;
        bare = bare.Replace("'", "", StringComparison.Ordinal);
        if (bare.Length == 0)
        {
            return 1;
        }

        return Known.TryGetValue(bare, out var known) ? known : Math.Max(1, ByRule(bare));
    }

    private static int ByRule(string word)
    {
        var stem = SilentEnding().Replace(word, "");
        var count = Vowels().Count(stem);
        count += Hiatus().Count(stem);
        count += EndsInSyllabicConsonant().IsMatch(word) ? 1 : 0;
        return count;
    }

    [GeneratedRegex("[^a-z']", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotLetters();

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vowels();

    /// <summary>A last e, es or ed that is not spoken; not "table", "changes" or "wanted".</summary>
    [GeneratedRegex(
        "(?<=[^aeiouy])(?:(?<![^aeiouy]l)e|(?<![cgsxz]|ch|sh|[^aeiouy]l)es|(?<![dt])ed)$|(?<=[^aeiouy]e)(?:ly|ful|less|ness|ment)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SilentEnding();

    /// <summary>Two vowels that are two syllables: ri-ot, sci-ence, cre-ate; not "tion", "cian", "special".</summary>
    [GeneratedRegex(
        "(?<![ctsg]|sh)i[ao](?!u)|sio(?!n)|eo(?!u|p)|ua(?!r|l$)|[^q]ue[nl]|uou|y(?:ing|es$)|iu|ei(?:ng|st)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hiatus();

    /// <summary>"spasm", "rhythm".</summary>
    [GeneratedRegex("(?:sm|thm)s?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndsInSyllabicConsonant();
}
