namespace SpasmBot.Language;

/// <summary>Hears commands that are typed as words: "go back", "talk to a person".</summary>
public sealed class Commands
{
    internal Commands() { }

    /// <summary>
    /// The command that the whole message is, by its id in <c>commands.yaml</c> (<c>back</c>, <c>change</c>,
    /// <c>restart</c>, <c>help</c>, <c>why</c>, <c>person</c>, <c>stop</c>, <c>mistake</c> …); null when it is none.
    /// A sentence that only contains such a word ("my back hurts") is none.
    /// </summary>
    public string? Read(string text) => null;
}
