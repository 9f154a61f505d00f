using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

/// <summary>The real protocol and its language, loaded once.</summary>
internal static class TheClinic
{
    /// <summary>A Sunday.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static IReadOnlyDictionary<string, string> Files { get; } = ReadFolder("protocol");

    public static string CommandsYaml { get; } = File.ReadAllText(PathOf("words", "commands.yaml"));

    private static readonly Lazy<Protocol> LoadedProtocol = new(() =>
    {
        var result = ProtocolLoader.Load(Files);
        return result.IsValid ? result.Protocol : throw new InvalidOperationException(string.Join('\n', result.Errors));
    });

    private static readonly Lazy<LanguagePack> LoadedPack = new(() =>
    {
        var result = LanguagePack.Load(Files, CommandsYaml, Protocol);
        return result.IsValid ? result.Pack : throw new InvalidOperationException(string.Join('\n', result.Errors));
    });

    public static Protocol Protocol => LoadedProtocol.Value;

    public static LanguagePack Pack => LoadedPack.Value;

    /// <summary>A question of the protocol as it is shown with all its options.</summary>
    public static AskedQuestion Question(string id) => AskedQuestion.From(Protocol.FindQuestion(id)!);

    /// <summary>A question that shows these findings.</summary>
    public static AskedQuestion Asking(AnswerKind kind, params string[] findings) =>
        new()
        {
            Id = "test",
            Kind = kind,
            Options = [.. findings.Select(id => new AskedOption(id, TitleOf(id)))],
            AllowsNone = true,
            AllowsUnsure = true,
            AllowsSkip = true,
        };

    /// <summary>The words on screen for a finding.</summary>
    public static string TitleOf(string finding) =>
        Protocol
            .Questions.SelectMany(question => question.Options)
            .FirstOrDefault(option => option.Finding == finding)
            ?.Title
        ?? Protocol.FindFinding(finding)!.Label;

    /// <summary>The lines of a file of labelled cases.</summary>
    public static IEnumerable<string> Cases(string name) => File.ReadLines(PathOf("cases", name));

    private static Dictionary<string, string> ReadFolder(string folder)
    {
        var root = PathOf(folder);
        return Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(root, path).Replace('\\', '/'),
                File.ReadAllText,
                StringComparer.Ordinal
            );
    }

    private static string PathOf(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
