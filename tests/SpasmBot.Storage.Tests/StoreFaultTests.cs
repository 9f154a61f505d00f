using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SpasmBot.TestKit.Disk;

namespace SpasmBot.Storage.Tests;

/// <summary>Whatever is wrong below the store: it says so, acknowledges nothing, and comes back by itself.</summary>
public class StoreFaultTests
{
    private const int PageSize = 4096;

    [Theory]
    [InlineData(DiskFault.Full, "The disk is full.")]
    [InlineData(DiskFault.ReadOnly, "The database may only be read.")]
    [InlineData(DiskFault.CannotSync, "The disk could not read or write.")]
    public async Task Store_DiskFails_SaysSoStoresNothingAndRecoversByItself(DiskFault fault, string reason)
    {
        using var disk = new FaultyDisk(TestStore.NewFolder());
        await using var store = await TestStore.OpenAsync(disk.Folder);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();

        disk.Fault = fault;
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(Turns.Start(Turns.Key($"c{attempt}"))));
        var ill = await HealthAsync(store);
        Assert.Equal(HealthStatus.Unhealthy, ill.Status);
        Assert.StartsWith(reason, ill.Description, StringComparison.Ordinal);

        disk.Fault = DiskFault.None;
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(store)).Status);
        Assert.Equal(1, (await store.Conversations.LoadAsync(Turns.Key()))!.Version);
        (await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1))).MustCommit();
    }

    [Fact]
    public async Task Store_DamagedTable_TakesNothingUntilTheFileIsWholeAgain()
    {
        var (folder, page, content) = await StoppedWithAConversationAsync("Activities");
        Overwrite(folder, page, new byte[PageSize]);
        await using var store = await TestStore.OpenAsync(folder);

        Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1)));
        // Also what would not touch the damaged table: it might be lost when the file is mended.
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Queue.BeatAsync());
        var ill = await HealthAsync(store);
        Assert.Equal(HealthStatus.Unhealthy, ill.Status);
        Assert.StartsWith("The database file is damaged.", ill.Description, StringComparison.Ordinal);

        Overwrite(folder, page, content);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(store)).Status);
        (await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1))).MustCommit();
    }

    [Fact]
    public async Task LoadAsync_DamagedTable_IsUnavailableAndNotReady()
    {
        var (folder, page, content) = await StoppedWithAConversationAsync("Conversations");
        Overwrite(folder, page, new byte[PageSize]);
        await using var store = await TestStore.OpenAsync(folder);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.Conversations.LoadAsync(Turns.Key())
        );
        Assert.StartsWith("The database file is damaged.", error.Message, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(store)).Status);

        Overwrite(folder, page, content);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(store)).Status);
        Assert.NotNull(await store.Conversations.LoadAsync(Turns.Key()));
    }

    [Fact]
    public async Task Start_FileThatIsNoDatabase_SaysSoAndOpensItOnceItIsOne()
    {
        var (folder, page, content) = await StoppedWithAConversationAsync("sqlite_schema");
        Overwrite(folder, page, [.. Enumerable.Repeat((byte)'x', PageSize)]);
        await using var store = await TestStore.OpenAsync(folder);

        Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1)));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Conversations.LoadAsync(Turns.Key()));
        var ill = await HealthAsync(store);
        Assert.Equal(HealthStatus.Unhealthy, ill.Status);
        Assert.StartsWith("The database file is damaged.", ill.Description, StringComparison.Ordinal);

        Overwrite(folder, page, content);
        await OpenedAsync(store);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(store)).Status);
        (await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1))).MustCommit();
    }

    [Fact]
    public async Task Start_DiskFull_SaysSoAndOpensTheDatabaseOnceThereIsRoom()
    {
        using var disk = new FaultyDisk(TestStore.NewFolder()) { Fault = DiskFault.Full };
        await using var store = await TestStore.OpenAsync(disk.Folder);
        Assert.StartsWith("The disk is full.", (await HealthAsync(store)).Description, StringComparison.Ordinal);

        disk.Fault = DiskFault.None;
        await OpenedAsync(store);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
    }

    [Fact]
    public async Task Start_LockFileThatCannotBeOpened_SaysSoAndGoesOnOnceItCan()
    {
        var folder = TestStore.NewFolder();
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, ".migrating");
        await using var store = TestStore.Create(folder);
        // Like a file on a disk that has become read-only: it is there, and waiting does not open it.
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(file));
            await store.StartAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }

        var ill = await HealthAsync(store);
        Assert.Equal(HealthStatus.Unhealthy, ill.Status);
        Assert.Contains(".migrating", ill.Description, StringComparison.Ordinal);
        Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(Turns.Start(Turns.Key())));

        File.Delete(file);
        await OpenedAsync(store);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
    }

    [Fact]
    public async Task Start_AnotherServerBringsTheDatabaseUpToDate_WaitsForIt()
    {
        var folder = TestStore.NewFolder();
        Directory.CreateDirectory(folder);
        await using var store = TestStore.Create(folder);
        var other = new FileStream(
            Path.Combine(folder, ".migrating"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None
        );
        var starting = store.StartAsync();
        Assert.False(starting.IsCompleted);

        await other.DisposeAsync();
        while (!starting.IsCompleted)
        {
            store.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await starting;
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
    }

    [Fact]
    public async Task Stop_DatabaseThatNeverOpened_Ends()
    {
        using var disk = new FaultyDisk(TestStore.NewFolder()) { Fault = DiskFault.Full };
        await using var store = await TestStore.OpenAsync(disk.Folder);

        await store.StopAsync();

        Assert.False(store.Queue.IsRunning);
    }

    /// <summary>A store that was stopped in good order, with the first page of one of its tables.</summary>
    private static async Task<(string Folder, int Page, byte[] Content)> StoppedWithAConversationAsync(string table)
    {
        var folder = TestStore.NewFolder();
        var store = TestStore.Create(folder);
        await store.StartAsync();
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
        // By name alone: sqlite_schema is not in itself, and begins with the file.
        var page = await store.ReadAsync(db =>
            db.Database.SqlQuery<int>(
                    $"SELECT COALESCE((SELECT rootpage FROM sqlite_schema WHERE name = {table}), 1) AS Value"
                )
                .SingleAsync()
        );
        await store.StopAsync();
        Assert.False(File.Exists($"{store.DatabaseFile}-wal"));
        var content = (await File.ReadAllBytesAsync(store.DatabaseFile))[((page - 1) * PageSize)..(page * PageSize)];
        return (folder, page, content);
    }

    private static void Overwrite(string folder, int page, byte[] content)
    {
        using var file = new FileStream(
            Path.Combine(folder, "spasmbot.db"),
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite
        );
        file.Position = (page - 1) * PageSize;
        file.Write(content);
    }

    private static async Task OpenedAsync(TestStore store)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!store.Queue.IsRunning)
        {
            limit.Token.ThrowIfCancellationRequested();
            store.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }
    }

    private static async Task<HealthReportEntry> HealthAsync(TestStore store) =>
        (await store.Get<HealthCheckService>().CheckHealthAsync()).Entries["store"];
}
