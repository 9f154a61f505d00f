using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Hears commands that are typed as words: "go back", "talk to a person".</summary>
public sealed class Commands
{
    /// <summary>A command is short; a longer message is a message.</summary>
    private const int MostWords = 14;

    private readonly WordsFile _words;

    internal Commands(WordsFile words) => _words = words;

    /// <summary>
    /// The command that the whole message is, by its id in <c>commands.yaml</c> (<c>back</c>, <c>change</c>,
    /// <c>restart</c>, <c>help</c>, <c>why</c>, <c>person</c>, <c>stop</c>, <c>mistake</c> …); null when it is none.
    /// A sentence that only contains such a word ("my back hurts") is none.
    /// </summary>
    public string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prepared = PreparedText.From(text);
        return prepared.Tokens.Count(token => token.IsWordOrNumber) is > 0 and <= MostWords
            ? _words.Whole(_words.Prepare(prepared), WordsFile.Commands).FirstOrDefault()
            : null;
    }
}
