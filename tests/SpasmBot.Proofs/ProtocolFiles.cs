namespace SpasmBot.Proofs;

/// <summary>The files of a protocol's folder.</summary>
public static class ProtocolFiles
{
    /// <summary>The texts by path inside the folder.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText, StringComparer.Ordinal);
}
