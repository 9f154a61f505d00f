using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.TestKit;

/// <summary>The protocol and the words as they are shipped, loaded once for all tests.</summary>
public static class Shipped
{
    private static readonly Lazy<(Protocol Protocol, LanguagePack Language, Words Words)> All = new(Load);

    public static Protocol Protocol => All.Value.Protocol;

    public static LanguagePack Language => All.Value.Language;

    public static Words Words => All.Value.Words;

    /// <summary>A bot of the default clinic over the shipped protocol.</summary>
    public static BotParts Parts(TimeProvider time, ClinicProfile? clinic = null) =>
        new(Protocol, Language, Words, clinic ?? new ClinicProfile(), time, new CountedReferences());

    private static (Protocol, LanguagePack, Words) Load()
    {
        var files = Repository.ReadFolder("dialogs", "protocols", "upper-back-spasm");
        var words = Repository.ReadFolder("dialogs", "words", "en");
        return Load(files, words);
    }

    /// <summary>Loads any protocol with any words; throws with all errors when it is not valid.</summary>
    public static (Protocol Protocol, LanguagePack Language, Words Words) Load(
        IReadOnlyDictionary<string, string> protocolFiles,
        IReadOnlyDictionary<string, string> wordFiles
    )
    {
        var protocol = ProtocolLoader.Load(protocolFiles);
        if (!protocol.IsValid)
        {
            throw new InvalidDataException(string.Join('\n', protocol.Errors));
        }

        var language = LanguagePack.Load(
            protocolFiles,
            wordFiles.GetValueOrDefault("commands.yaml", ""),
            protocol.Protocol
        );
        var words = WordsLoader.Load(wordFiles);
        return language.IsValid && words.IsValid
            ? (protocol.Protocol, language.Pack, words.Words)
            : throw new InvalidDataException(string.Join('\n', language.Errors.Concat(words.Errors)));
    }
}
