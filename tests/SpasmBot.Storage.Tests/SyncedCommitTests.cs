using SpasmBot.TestKit.Disk;

namespace SpasmBot.Storage.Tests;

/// <summary>
/// An acknowledged turn is on the disk, not only with the operating system: shown with a disk that can be stalled, cannot
/// sync, or loses what was not synced. (Ending a process shows nothing of this: its writes stay with the system.)
/// </summary>
public class SyncedCommitTests
{
    [Fact]
    public async Task CommitAsync_UntilTheLogIsSynced_AcknowledgesNothing()
    {
        using var disk = new FaultyDisk(TestStore.NewFolder());
        await using var store = await TestStore.OpenAsync(disk.Folder);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
        var before = disk.Syncs;

        using var stall = disk.StallSyncs();
        // Heard on the queue's own thread: an acknowledgement before the sync stands when the sync is reached.
        var turn = await HearAtOnce.RunAsync(() => store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1)));
        await stall.Reached;
        Assert.False(turn.IsCompleted);
        Assert.Equal(before, disk.Syncs);
        // Nor later: the queue waits for the disk and does not leave the commit to somebody else.
        await Assert.ThrowsAsync<TimeoutException>(() => turn.WaitAsync(TimeSpan.FromMilliseconds(300)));
        stall.Dispose();

        (await turn).MustCommit();
        Assert.True(disk.Syncs > before);
    }

    [Fact]
    public async Task CommitAsync_EveryTurn_SurvivesAPowerCutAtTheMomentOfItsAcknowledgement()
    {
        using var disk = new FaultyDisk(TestStore.NewFolder());
        await using var store = await TestStore.OpenAsync(disk.Folder);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
        for (var version = 1L; version <= 8; version++)
        {
            (await store.Queue.CommitAsync(Turns.Say(Turns.Key(), version, $"tap-{version}"))).MustCommit();

            var left = TestStore.NewFolder();
            disk.CutPower(left);
            await using var after = await TestStore.OpenAsync(left);
            Assert.Equal(version + 1, (await after.Conversations.LoadAsync(Turns.Key()))!.Version);
            Assert.NotNull(await after.Conversations.FindByClientIdAsync(Turns.Key(), $"tap-{version}"));
        }
    }

    [Fact]
    public async Task CutPower_CommitThatIsNotSynced_IsLost()
    {
        // The disk itself: were it to keep what nobody synced, the test above could not fail.
        using var disk = new FaultyDisk(TestStore.NewFolder());
        await using var store = await TestStore.OpenAsync(disk.Folder);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
        await CarelesslyAsync(store, "UPDATE Conversations SET Version = 41");

        var left = TestStore.NewFolder();
        disk.CutPower(left);

        Assert.Equal(41, (await store.Conversations.LoadAsync(Turns.Key()))!.Version);
        await using var after = await TestStore.OpenAsync(left);
        Assert.Equal(1, (await after.Conversations.LoadAsync(Turns.Key()))!.Version);
    }

    [Fact]
    public async Task CommitAsync_DiskThatCannotSync_AcknowledgesOnlyWhatALaterSyncCovers()
    {
        using var disk = new FaultyDisk(TestStore.NewFolder());
        await using var store = await TestStore.OpenAsync(disk.Folder);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
        var turn = Turns.Say(Turns.Key(), onVersion: 1, clientId: "tap");

        disk.Fault = DiskFault.CannotSync;
        Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(turn));
        Assert.NotNull(store.Queue.LastFailure);
        disk.Fault = DiskFault.None;

        // The log holds the turn, so that its retry is a duplicate with nothing to write, and yet it was never synced.
        var retry = await store.Queue.CommitAsync(turn);
        Assert.True(retry is CommitResult.Duplicate or CommitResult.Committed, $"{retry}");
        Assert.Null(store.Queue.LastFailure);
        var left = TestStore.NewFolder();
        disk.CutPower(left);
        await using var after = await TestStore.OpenAsync(left);
        Assert.NotNull(await after.Conversations.FindByClientIdAsync(Turns.Key(), "tap"));
    }

    [Fact]
    public async Task Read_AfterASyncThatFailed_ShowsNothingThatAPowerCutWouldTake()
    {
        using var disk = new FaultyDisk(TestStore.NewFolder());
        await using var store = await TestStore.OpenAsync(disk.Folder);
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();

        disk.Fault = DiskFault.CannotSync;
        var turn = Turns.Say(Turns.Key(), onVersion: 1, clientId: "tap");
        Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(turn));

        await NothingOfTheLostTurnIsReadAsync(store);
        disk.Fault = DiskFault.None;
        var read = (await store.Conversations.LoadAsync(Turns.Key()))!.Version;
        var left = TestStore.NewFolder();
        disk.CutPower(left);
        await using var after = await TestStore.OpenAsync(left);
        Assert.Equal(read, (await after.Conversations.LoadAsync(Turns.Key()))!.Version);
    }

    [Fact]
    public async Task Read_LogThatAnEarlierProcessLeftUnsynced_ShowsNothingThatAPowerCutWouldTake()
    {
        var left = TestStore.NewFolder();
        using (var before = new FaultyDisk(TestStore.NewFolder()))
        {
            await using var store = await TestStore.OpenAsync(before.Folder);
            (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
            before.Fault = DiskFault.CannotSync;
            await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, clientId: "tap"));
            CopyAsAKilledProcessLeavesIt(store.Folder, left);
            before.Fault = DiskFault.None;
        }

        using var disk = new FaultyDisk(left) { Fault = DiskFault.CannotSync };
        await using var after = await TestStore.OpenAsync(left);
        await NothingOfTheLostTurnIsReadAsync(after);
        disk.Fault = DiskFault.None;
        var syncs = disk.Syncs;
        Assert.Equal(2, (await after.Conversations.LoadAsync(Turns.Key()))!.Version);
        Assert.True(disk.Syncs > syncs);
    }

    private static void CopyAsAKilledProcessLeavesIt(string folder, string into)
    {
        Directory.CreateDirectory(into);
        foreach (var file in Directory.EnumerateFiles(folder, "spasmbot.db*"))
        {
            if (!file.EndsWith("-shm", StringComparison.Ordinal))
                File.Copy(file, Path.Combine(into, Path.GetFileName(file)));
        }
    }

    /// <summary>Each read is refused, or knows of no more than the start.</summary>
    private static async Task NothingOfTheLostTurnIsReadAsync(TestStore store)
    {
        var conversations = store.Conversations;
        Assert.True(
            await OrRefusedAsync(async () => (await conversations.LoadAsync(Turns.Key()))!.Version) is null or 1
        );
        Assert.True(
            await OrRefusedAsync(async () => (await conversations.ReadActivitiesAsync(Turns.Key(), 0)).Watermark)
                is null
                    or 1
        );
        Assert.Null(
            await OrRefusedAsync(async () => (await conversations.FindByClientIdAsync(Turns.Key(), "tap"))?.Sequence)
        );
    }

    private static async Task<long?> OrRefusedAsync(Func<Task<long?>> read)
    {
        try
        {
            return await read();
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private static async Task CarelesslyAsync(TestStore store, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={store.DatabaseFile};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA synchronous=NORMAL; {sql}";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whoever waits here goes on within the call that completes what is waited for, not a moment later.</summary>
    private sealed class HearAtOnce : TaskScheduler
    {
        /// <summary>Begins work that is heard of at once; the inner task is what it waits for.</summary>
        public static Task<Task<T>> RunAsync<T>(Func<Task<T>> work) =>
            Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, new HearAtOnce());

        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
