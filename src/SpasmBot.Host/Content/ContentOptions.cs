using Microsoft.Extensions.Configuration;

namespace SpasmBot.Host.Content;

/// <summary>Where the protocol and the words are: the settings <c>Protocol:Folder</c> and <c>Words:Folder</c>.</summary>
public sealed record ContentOptions
{
    /// <summary>Full path of the protocol's folder.</summary>
    public required string ProtocolFolder { get; init; }

    /// <summary>Full path of the folder of words in one language.</summary>
    public required string WordsFolder { get; init; }

    /// <summary>
    /// Reads the settings; a relative path is taken from the folder the server is started in. Without a setting the
    /// folders that came with the executable.
    /// </summary>
    public static ContentOptions From(IConfiguration configuration) =>
        new()
        {
            ProtocolFolder = FolderOf(configuration["Protocol:Folder"], "protocols/upper-back-spasm"),
            WordsFolder = FolderOf(configuration["Words:Folder"], "words/en"),
        };

    private static string FolderOf(string? setting, string shipped) =>
        string.IsNullOrWhiteSpace(setting)
            ? Path.Combine(AppContext.BaseDirectory, shipped)
            : Path.GetFullPath(setting);
}
