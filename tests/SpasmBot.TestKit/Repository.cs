namespace SpasmBot.TestKit;

/// <summary>Finds files of the checkout, from wherever a test runs.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>SpasmBot.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The texts of all files below a folder, by path inside it with forward slashes.</summary>
    public static IReadOnlyDictionary<string, string> ReadFolder(params string[] parts)
    {
        var folder = PathOf(parts);
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                File.ReadAllText,
                StringComparer.Ordinal
            );
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SpasmBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException("SpasmBot.sln is in no folder above the tests.");
    }
}
