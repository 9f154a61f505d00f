namespace SpasmBot.Clinical.Tests;

public sealed class HistoryFileTests
{
    private const string Good =
        "versions:\n  - version: \"7\"\n    date: 2026-11-22\n    changes: [\"A cold foot counts.\"]\n";

    [Fact]
    public void Load_History_IsKeptNewestFirst()
    {
        var version = Assert.Single(ProtocolLoader.Load(Files(Good)).Protocol!.History);

        Assert.Equal(("7", new DateOnly(2026, 11, 22)), (version.Version, version.Date));
        Assert.Equal(["A cold foot counts."], version.Changes);
    }

    [Theory]
    [InlineData("\"7\"", "\"6\"", 2, "the newest version here is 6, but rules.yaml is version 7")]
    [InlineData("2026-11-22", "22 November", 3, "`date` is written as 2026-11-22")]
    [InlineData("[\"A cold foot counts.\"]", "[]", 2, "`changes` is missing")]
    public void Load_WrongHistory_SaysWhere(string old, string replacement, int line, string message)
    {
        var errors = ProtocolLoader.Load(Files(Good.Replace(old, replacement, StringComparison.Ordinal))).Errors;

        Assert.Contains(
            errors,
            error => error.Line == line && error.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    private static Dictionary<string, string> Files(string history)
    {
        var files = AnkleProtocol.Files();
        files["history.yaml"] = history;
        return files;
    }
}
