using System.Text.RegularExpressions;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>How hard a screen is to read, over all of its text.</summary>
public static partial class Readability
{
    /// <summary>
    /// The Flesch-Kincaid grade. Every line, list item and hint in brackets is a sentence of its own; numbers of list
    /// items, telephone numbers and addresses are not read.
    /// </summary>
    public static double Grade(string text)
    {
        var sentences = Sentences(text).Select(Words).Where(words => words.Count > 0).ToList();
        var words = sentences.SelectMany(sentence => sentence).ToList();
        return words.Count == 0
            ? 0
            : 0.39 * words.Count / sentences.Count + 11.8 * words.Sum(Syllables.Of) / words.Count - 15.59;
    }

    /// <summary>The words of a text; what is no word (a bullet, the number of an option) is not counted.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [
            .. text.Split('\n')
                .SelectMany(line => ListNumber().Replace(line, "").Split((char[])[' ', '\t', '/']))
                .Where(IsWord),
        ];

    private static bool IsWord(string token) => token.Any(char.IsLetter) || SmallNumber().IsMatch(token);

    private static IEnumerable<string> Sentences(string text) =>
        text.Split('\n').Select(line => ListNumber().Replace(line, "")).SelectMany(line => SentenceEnd().Split(line));

    [GeneratedRegex(@"^\s*(?:\d+\.|-)\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"[.?!](?=\s|$|""|”|\))|[()]|;\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[(“""]?\d{1,3}[.,:;)”""]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallNumber();
}
