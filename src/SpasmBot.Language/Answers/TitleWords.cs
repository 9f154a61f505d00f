using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball.Ext;
using SpasmBot.Language.English;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>The words of a title or of a typed piece that carry its meaning, and whether two of them are the same.</summary>
internal static class TitleWords
{
    // Small words that neither name nor tell options apart.
    private static readonly FrozenSet<string> Small = new[]
    {
        "a",
        "an",
        "the",
        "my",
        "his",
        "her",
        "your",
        "their",
        "of",
        "in",
        "on",
        "at",
        "to",
        "is",
        "it",
        "its",
        "or",
        "and",
        "with",
        "when",
        "i",
        "im",
        "have",
        "has",
        "had",
        "am",
        "are",
        "was",
        "be",
        "been",
        "me",
        "this",
        "that",
        "there",
        "some",
        "very",
        "also",
        "too",
        "really",
        "please",
        "just",
        "one",
        "get",
        "got",
        "for",
        "by",
    }.ToFrozenSet(StringComparer.Ordinal);

    // These are small too, but a title of nothing else would be lost without them.
    private static readonly FrozenSet<string> Extra = new[]
    {
        "pain",
        "painful",
        "sore",
        "hurts",
        "yes",
        "ja",
        "thing",
        "stuff",
        "mostly",
        "mainly",
        "maybe",
        "so",
        "then",
        "think",
        "only",
        "both",
        "bit",
        "little",
        "bad",
        "again",
        "while",
        "makes",
        "make",
        "worse",
        "especially",
        "around",
        "part",
        "area",
        "side",
        "using",
        "doing",
        "going",
        "feel",
        "feels",
        "feeling",
        "answer",
        "would",
        "say",
        "s",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word carries no meaning of its own in a title.</summary>
    public static bool IsSmall(string word) => Small.Contains(word);

    /// <summary>Whether the word may stand around a part of a title without changing which option is meant.</summary>
    public static bool IsLight(string word) => Small.Contains(word) || Extra.Contains(word);

    /// <summary>The words of a title, in order.</summary>
    public static IReadOnlyList<string> Of(string title)
    {
        var words = PreparedText
            .From(title)
            .Tokens.Where(token => token.IsWordOrNumber)
            .Select(token => token.Value)
            .ToList();
        var content = words.Where(word => !Small.Contains(word)).ToList();
        return content.Count > 0 ? content : words;
    }

    /// <summary>
    /// How far apart two words are: 0 the same or the same stem, 1 one slip in five letters or more, 2 two slips in eight
    /// or more; null when they are different words.
    /// </summary>
    public static int? Distance(string typed, string title)
    {
        if (
            typed == title
            || Short(typed) == title
            || (typed.Length > 2 && title.Length > 2 && Stem(typed) == Stem(title))
        )
        {
            return 0;
        }

        var shorter = Math.Min(typed.Length, title.Length);
        var limit =
            shorter >= 7 && Math.Max(typed.Length, title.Length) >= 8 ? 2
            : Math.Max(typed.Length, title.Length) >= 5 && shorter >= 4 ? 1
            : 0;
        var distance = limit == 0 ? 1 : EditDistance.Between(typed, title, limit);
        return limit > 0 && distance <= limit ? distance
            : SoundsTheSame(typed, title) ? 1
            : null;
    }

    private static bool SoundsTheSame(string typed, string title) =>
        typed.Length >= 4
        && title.Length >= 4
        && typed.All(char.IsAsciiLetterLower)
        && title.All(char.IsAsciiLetterLower)
        && !EnglishRules.Instance.IsRealWord(typed)
        && Sound.Of(typed) == Sound.Of(title);

    private static string? Short(string word) =>
        word switch
        {
            "l" or "lt" or "lft" => "left",
            "r" or "rt" or "rite" or "rght" => "right",
            _ => null,
        };

    private static string Stem(string word)
    {
        // The stemmer keeps state between calls, so each call has its own.
        var stemmer = new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
