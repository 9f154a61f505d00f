namespace SpasmBot.Clinical.Tests;

/// <summary>The clinic's own protocol, from its folder in the repository.</summary>
internal static class UpperBackSpasm
{
    public static string RepositoryFolder { get; } = FindRepository();

    /// <summary>The files by path inside the folder.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        Read(Path.Combine(RepositoryFolder, "dialogs/protocols/upper-back-spasm"));

    public static ProtocolLoadResult Loaded { get; } = ProtocolLoader.Load(Files);

    public static Protocol Protocol =>
        Loaded.Protocol ?? throw new InvalidOperationException(string.Join('\n', Loaded.Errors));

    private static Dictionary<string, string> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText, StringComparer.Ordinal);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SpasmBot.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("SpasmBot.sln is in no folder above the tests");
    }
}
