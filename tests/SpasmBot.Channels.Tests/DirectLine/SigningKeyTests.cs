using SpasmBot.Channels.DirectLine;

namespace SpasmBot.Channels.Tests.DirectLine;

public sealed class SigningKeyTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("keys-");

    private string Folder => Path.Combine(_data.FullName, "keys");

    [Fact]
    public void LoadOrCreate_Twice_GivesTheSameKey()
    {
        var first = SigningKey.LoadOrCreate(Folder);

        Assert.Equal(first, SigningKey.LoadOrCreate(Folder));
        Assert.Equal(SigningKey.Length, first.Length);
    }

    [Fact]
    public void LoadOrCreate_ManyAtOnce_AgreeOnOneKey()
    {
        foreach (var start in Enumerable.Range(0, 200))
        {
            var folder = $"{Folder}-{start}";
            var keys = new byte[4][];
            Parallel.For(0, keys.Length, i => keys[i] = SigningKey.LoadOrCreate(folder));

            Assert.Single(keys.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal));
            Assert.Single(Directory.GetFiles(folder));
        }
    }

    [Fact]
    public void LoadOrCreate_OnUnix_OnlyTheOwnerCanRead()
    {
        SigningKey.LoadOrCreate(Folder);
        if (OperatingSystem.IsWindows())
            return;

        var file = Assert.Single(Directory.GetFiles(Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Folder)
        );
    }

    [Fact]
    public void LoadOrCreate_DamagedFile_SaysWhichFileAndWhatToDo()
    {
        SigningKey.LoadOrCreate(Folder);
        var file = Assert.Single(Directory.GetFiles(Folder));
        File.WriteAllText(file, "not a key");

        var error = Assert.Throws<InvalidOperationException>(() => SigningKey.LoadOrCreate(Folder));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
