using SpasmBot.Clinical;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Content;

/// <summary>A folder of texts that clinicians write: YAML and Markdown.</summary>
internal sealed class TextFolder
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".md"];

    private TextFolder(string path, IReadOnlyDictionary<string, string> files) => (Path, Files) = (path, files);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>The texts by path inside the folder, with forward slashes.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Reads the texts of a folder and of the folders in it.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <param name="setting">The setting that names it, for the message.</param>
    /// <exception cref="StartupException">It is not there or cannot be read.</exception>
    public static TextFolder Read(string path, string setting)
    {
        if (!Directory.Exists(path))
            throw new StartupException([$"{setting} names the folder {path}, which does not exist."]);
        try
        {
            var files = Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Extensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .ToDictionary(
                    file => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'),
                    File.ReadAllText,
                    StringComparer.Ordinal
                );
            return new TextFolder(path, files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException([$"{setting} names the folder {path}, which cannot be read: {e.Message}"]);
        }
    }

    /// <summary>The errors with the full path of the file, as an editor opens it.</summary>
    public IEnumerable<string> Locate(IEnumerable<ProtocolError> errors) =>
        errors.Select(error => (error with { File = System.IO.Path.Combine(Path, error.File) }).ToString());
}
