using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SpasmBot.Storage;

/// <summary>The folder of <c>Storage:DataFolder</c>. It exists and can be written once this has been made.</summary>
public sealed class DataFolder
{
    /// <summary>Creates what is missing and tries to write.</summary>
    /// <exception cref="InvalidOperationException">The folder cannot be created or written; the message names the setting.</exception>
    public DataFolder(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        Path = System.IO.Path.GetFullPath(options.Value.DataFolder, environment.ContentRootPath);
        Keys = System.IO.Path.Combine(Path, "keys");
        DatabaseFile = System.IO.Path.Combine(Path, "spasmbot.db");
        try
        {
            CreateForOwnerOnly(Path);
            CreateForOwnerOnly(Keys);
            TryToWrite();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The setting Storage:DataFolder names '{Path}', which cannot be written: {e.Message}",
                e
            );
        }
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Full path of the folder for signing and encryption keys; only the owner may look into it.</summary>
    public string Keys { get; }

    internal string DatabaseFile { get; }

    // Health data and keys: nobody else on the machine needs them. A folder that was there keeps the rights it has.
    private static void CreateForOwnerOnly(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void TryToWrite()
    {
        var probe = System.IO.Path.Combine(Path, $".write-{Environment.ProcessId}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
    }
}
