using SpasmBot.Clinical;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Host.Settings;
using SpasmBot.Language;

namespace SpasmBot.Host.Content;

/// <summary>What clinicians wrote, read and checked.</summary>
internal sealed record ClinicContent(Protocol Protocol, LanguagePack Language, Words Words);

/// <summary>Reads the protocol and the words at start.</summary>
internal static class ContentLoader
{
    /// <summary>Reads and checks both folders.</summary>
    /// <exception cref="StartupException">Something is wrong with them; it says all of it.</exception>
    public static ClinicContent Load(ContentOptions options)
    {
        var problems = new List<string>();
        var (protocol, language, wordsFolder) = ReadProtocol(options, problems);
        var words = wordsFolder is null ? null : WordsOf(wordsFolder, problems);
        return problems.Count == 0 && protocol is not null && language is not null && words is not null
            ? new ClinicContent(protocol, language, words)
            : throw new StartupException(problems);
    }

    /// <summary>Reads and checks the protocol with its phrases and knowledge, and of the words only the commands.</summary>
    /// <exception cref="StartupException">Something is wrong with them; it says all of it.</exception>
    public static (Protocol Protocol, LanguagePack Language) LoadProtocol(ContentOptions options)
    {
        var problems = new List<string>();
        var (protocol, language, _) = ReadProtocol(options, problems);
        return problems.Count == 0 && protocol is not null && language is not null
            ? (protocol, language)
            : throw new StartupException(problems);
    }

    private static (Protocol? Protocol, LanguagePack? Language, TextFolder? Words) ReadProtocol(
        ContentOptions options,
        List<string> problems
    )
    {
        var protocolFolder = Read(options.ProtocolFolder, "Protocol:Folder", problems);
        var wordsFolder = Read(options.WordsFolder, "Words:Folder", problems);
        var protocol = protocolFolder is null ? null : ProtocolOf(protocolFolder, problems);
        var language =
            protocol is null || wordsFolder is null
                ? null
                : LanguageOf(protocolFolder!, wordsFolder, protocol, problems);
        return (protocol, language, wordsFolder);
    }

    private static TextFolder? Read(string path, string setting, List<string> problems)
    {
        try
        {
            return TextFolder.Read(path, setting);
        }
        catch (StartupException e)
        {
            problems.AddRange(e.Problems);
            return null;
        }
    }

    private static Protocol? ProtocolOf(TextFolder folder, List<string> problems)
    {
        var result = ProtocolLoader.Load(folder.Files);
        problems.AddRange(folder.Locate(result.Errors));
        return result.Protocol;
    }

    private static Words? WordsOf(TextFolder folder, List<string> problems)
    {
        var result = WordsLoader.Load(folder.Files);
        problems.AddRange(folder.Locate(result.Errors));
        return result.Words;
    }

    private static LanguagePack? LanguageOf(
        TextFolder protocolFolder,
        TextFolder wordsFolder,
        Protocol protocol,
        List<string> problems
    )
    {
        var commands = wordsFolder.Files.GetValueOrDefault("commands.yaml") ?? "";
        var result = LanguagePack.Load(protocolFolder.Files, commands, protocol);
        // An error names a file of either folder.
        foreach (var error in result.Errors)
            problems.AddRange((error.File == "commands.yaml" ? wordsFolder : protocolFolder).Locate([error]));
        return result.Pack;
    }
}
