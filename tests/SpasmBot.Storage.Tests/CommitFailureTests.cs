using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpasmBot.Storage.Tests;

public class CommitFailureTests
{
    [Fact]
    public async Task CommitAsync_AnotherProcessHoldsTheDatabase_TellsEverybodyAndRecovers()
    {
        await using var store = await TestStore.OpenAsync();
        await using var intruder = await LockAsync(store);

        var lost = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => store.Queue.CommitAsync(Turns.Start(Turns.Key($"c{i}"))))
        );
        Assert.All(lost, result => Assert.IsType<CommitResult.NotSaved>(result));
        Assert.Equal(store.Time.GetUtcNow(), store.Queue.LastFailure!.At);

        await intruder.DisposeAsync();
        Assert.Equal(0, await store.ReadAsync(db => db.Conversations.CountAsync()));
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key("c0")))).MustCommit();
        Assert.Null(store.Queue.LastFailure);
    }

    [Fact]
    public async Task CommitAsync_DiskFull_LosesTheWholeGroupAndTheQueueGoesOn()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await store.Queue.WriteAsync(LimitToPresentSizeAsync);

        var big = Turns.Say(Turns.Key(), onVersion: 1, text: new string('x', 2_000_000));
        var full = await store.Queue.CommitAsync(big);
        Assert.Contains("full", Assert.IsType<CommitResult.NotSaved>(full).Reason, StringComparison.Ordinal);
        Assert.Equal(1, (await store.Conversations.LoadAsync(Turns.Key()))!.Version);

        // The limit was the failed connection's, which the queue has replaced.
        (await store.Queue.CommitAsync(big)).MustCommit();

        static async Task<int> LimitToPresentSizeAsync(SpasmDb db)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA page_count";
            command.CommandText = $"PRAGMA max_page_count={await command.ExecuteScalarAsync()}";
            return await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Health_StoreWithoutTrouble_IsHealthy()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Equal(HealthStatus.Healthy, await HealthAsync(store));
    }

    [Fact]
    public async Task Health_AfterAFailure_FollowsWhetherTheStoreTakesWrites()
    {
        await using var store = await TestStore.OpenAsync();
        await using var intruder = await LockAsync(store);
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));

        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(store));
        await intruder.DisposeAsync();
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(store));
        Assert.Null(store.Queue.LastFailure);
    }

    [Fact]
    public async Task Health_CommitThatTakesTooLong_IsUnhealthy()
    {
        await using var store = await TestStore.OpenAsync();
        var started = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var slow = store.Queue.WriteAsync(async _ =>
        {
            started.SetResult();
            await gate.Task;
            return 0;
        });
        await started.Task;

        Assert.Equal(HealthStatus.Healthy, await HealthAsync(store));
        store.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(store));

        gate.SetResult();
        await slow;
    }

    [Fact]
    public async Task Health_StoppedStore_IsUnhealthy()
    {
        await using var store = await TestStore.OpenAsync();
        await store.StopAsync();

        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(store));
    }

    private static async Task<HealthStatus> HealthAsync(TestStore store) =>
        (
            await store.Get<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(StorageSetup.ReadyTag))
        ).Status;

    private static async Task<SqliteConnection> LockAsync(TestStore store)
    {
        var intruder = new SqliteConnection($"Data Source={store.DatabaseFile};Pooling=False");
        await intruder.OpenAsync();
        await using var begin = intruder.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return intruder;
    }
}
