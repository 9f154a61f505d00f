using System.Reflection;

namespace SpasmBot.Clinical.Tests;

/// <summary>A tiny protocol about another part of the body: the engine must know nothing of backs.</summary>
internal static class AnkleProtocol
{
    private static readonly string[] Names =
    [
        "findings.yaml",
        "rules.yaml",
        "questions.yaml",
        "advice.yaml",
        "conditions.yaml",
    ];

    public static Protocol Instance { get; } = Load();

    public static Dictionary<string, string> Files() =>
        Names.ToDictionary(name => name, ReadResource, StringComparer.Ordinal);

    /// <summary>The files with one text replaced; the text must be there.</summary>
    public static Dictionary<string, string> FilesWith(string file, string old, string replacement) =>
        Files().Replace(file, old, replacement);

    public static Dictionary<string, string> Replace(
        this Dictionary<string, string> files,
        string file,
        string old,
        string replacement
    )
    {
        Assert.Contains(old, files[file], StringComparison.Ordinal);
        var at = files[file].IndexOf(old, StringComparison.Ordinal);
        files[file] = files[file][..at] + replacement + files[file][(at + old.Length)..];
        return files;
    }

    private static Protocol Load()
    {
        var result = ProtocolLoader.Load(Files());
        Assert.Empty(result.Errors);
        return result.Protocol!;
    }

    private static string ReadResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
