using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpasmBot.Channels.DirectLine;

/// <summary>The key that signs tokens: as configured, or made once and kept in a file only its owner can read.</summary>
internal static class SigningKey
{
    /// <summary>Fewest bytes of a key.</summary>
    public const int Length = 32;

    private const string FileName = "directline.key";

    /// <summary>The bytes of a configured key; null when it is not base64 or too short.</summary>
    public static byte[]? Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var written) && written >= Length
            ? buffer[..written]
            : null;
    }

    /// <summary>Reads the key of a folder, or makes it. Processes that start together agree on one.</summary>
    /// <exception cref="InvalidOperationException">The file is there but holds no key.</exception>
    public static byte[] LoadOrCreate(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Create(folder, path);
        return Decode(File.ReadAllText(path).Trim())
            ?? throw new InvalidOperationException(
                $"{path} holds no signing key. Restore it, or delete it to make a new one (open chats then need a new token)."
            );
    }

    private static void Create(string folder, string path)
    {
        CreateFolder(folder);
        // Written aside and moved into place, so that nobody ever reads half a key.
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        using (var file = new FileStream(draft, OwnerOnly()))
        using (var writer = new StreamWriter(file))
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        try
        {
            // On Unix File.Move looks first and renames then: of two at once the later would win, after the earlier had
            // read its own. A link to a name that is taken fails.
            if (OperatingSystem.IsWindows() || (Link(draft, path) != 0 && !File.Exists(path)))
                File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
        }

        File.Delete(draft);
    }

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name
    );

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
