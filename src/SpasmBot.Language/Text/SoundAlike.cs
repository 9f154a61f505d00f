namespace SpasmBot.Language.Text;

/// <summary>The words of a vocabulary that sound like a word that is none: "wolking", "nek".</summary>
internal sealed class SoundAlike
{
    // Of three letters too many are an abbreviation or a name.
    private const int Shortest = 4;
    private const int MostLetters = 3;
    private const int LongestWord = 20;

    private readonly ILookup<string, string> _bySound;

    public SoundAlike(IEnumerable<string> vocabulary) =>
        _bySound = vocabulary
            .Where(word => word.Length >= Shortest && word.All(char.IsAsciiLetterLower))
            .ToLookup(Sound.Of, StringComparer.Ordinal);

    /// <summary>The words that may be meant, by their sound and not too far in their letters.</summary>
    public IReadOnlyList<string> Of(string word) =>
        word.Length is < Shortest or > LongestWord || !word.All(char.IsAsciiLetterLower)
            ? []
            :
            [
                .. _bySound[Sound.Of(word)]
                    .Where(alike => EditDistance.Between(word, alike, MostLetters) <= MostLetters),
            ];
}
