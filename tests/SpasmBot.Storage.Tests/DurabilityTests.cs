using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SpasmBot.Storage.Tests;

public class DurabilityTests
{
    [Fact]
    public async Task CommittingConnection_IsFullySynchronousAndOverwritesWhatIsDeleted()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Equal("2", await PragmaAsync("synchronous"));
        Assert.Equal("wal", await PragmaAsync("journal_mode"));
        Assert.Equal("1", await PragmaAsync("foreign_keys"));
        Assert.Equal("1", await PragmaAsync("secure_delete"));
        Assert.Equal("1000", await PragmaAsync("busy_timeout"));

        Task<string?> PragmaAsync(string name) =>
            store.Queue.WriteAsync(async db =>
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {name}";
                return Convert.ToString(await command.ExecuteScalarAsync());
            });
    }

    [Theory]
    [InlineData("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")]
    [InlineData("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL")]
    public async Task AssertDurableAsync_WeakerConnection_Throws(string pragmas)
    {
        await using var store = await TestStore.OpenAsync();
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(store.Folder, "weak.db")};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteStore.AssertDurableAsync(connection));
    }

    [Fact]
    public async Task Store_FilesAsACrashWouldLeaveThem_HoldEveryAcknowledgedTurn()
    {
        await using var running = await TestStore.OpenAsync();
        await running.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await running.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, clientId: "tap-1"));

        // The store is still open: nothing was flushed or tidied up for the copy, and the log holds the turns.
        var wal = new FileInfo(running.DatabaseFile + "-wal");
        Assert.True(wal.Length > 0);
        var copy = Directory.CreateDirectory(TestStore.NewFolder()).FullName;
        foreach (var file in new[] { running.DatabaseFile, wal.FullName })
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));

        await using var reopened = await TestStore.OpenAsync(copy);
        Assert.Equal(2, (await reopened.Conversations.LoadAsync(Turns.Key()))!.Version);
        Assert.Equal(3, (await reopened.Conversations.ReadActivitiesAsync(Turns.Key(), 0)).Watermark);
        Assert.Equal(
            new CommitResult.Duplicate("u1", Watermark: 3),
            await reopened.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 2, clientId: "tap-1"))
        );
    }

    [Fact]
    public async Task Store_TornLastFrame_LosesOnlyWhatWasNotAcknowledged()
    {
        await using var running = await TestStore.OpenAsync();
        await running.Queue.CommitAsync(Turns.Start(Turns.Key()));
        var wal = new FileInfo(running.DatabaseFile + "-wal");
        var acknowledged = wal.Length;
        await running.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1));
        wal.Refresh();
        Assert.True(wal.Length > acknowledged);

        var copy = Directory.CreateDirectory(TestStore.NewFolder()).FullName;
        File.Copy(running.DatabaseFile, Path.Combine(copy, Path.GetFileName(running.DatabaseFile)));
        var half = (await File.ReadAllBytesAsync(wal.FullName))[..(int)((acknowledged + wal.Length) / 2)];
        await File.WriteAllBytesAsync(Path.Combine(copy, wal.Name), half);

        await using var reopened = await TestStore.OpenAsync(copy);
        Assert.Equal(1, (await reopened.Conversations.LoadAsync(Turns.Key()))!.Version);
        (await reopened.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1))).MustCommit();
    }
}
