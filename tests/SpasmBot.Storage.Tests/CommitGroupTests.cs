using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;

namespace SpasmBot.Storage.Tests;

public class CommitGroupTests
{
    [Fact]
    public async Task WriteAsync_WritesThatWaitTogether_ShareOneTransaction()
    {
        await using var store = TestStore.Create();

        var waiting = Enumerable.Range(0, 20).Select(_ => store.Queue.WriteAsync(TransactionOf)).ToList();
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        await store.StartAsync();

        Assert.Single((await Task.WhenAll(waiting)).Distinct());
        Assert.DoesNotContain(await store.Queue.WriteAsync(TransactionOf), waiting.Select(task => task.Result));

        static Task<Guid> TransactionOf(SpasmDb db) => Task.FromResult(db.Database.CurrentTransaction!.TransactionId);
    }

    [Fact]
    public async Task CommitAsync_OneRefusedAmongMany_IsRolledBackAlone()
    {
        await using var store = TestStore.Create();
        var turns = Enumerable.Range(0, 10).Select(i => Turns.Start(Turns.Key($"c{i}"))).ToList();
        turns[4] = turns[4] with { Bookings = [Turns.Booking("SB-1"), Turns.Booking("SB-1")] };

        var waiting = turns.Select(turn => store.Queue.CommitAsync(turn)).ToList();
        await store.StartAsync();
        var results = await Task.WhenAll(waiting);

        Assert.IsType<CommitResult.Rejected>(results[4]);
        Assert.Equal(9, results.OfType<CommitResult.Committed>().Count());
        var stored = await store.ReadAsync(db => db.Conversations.Select(c => c.ConversationId).ToListAsync());
        Assert.Equal(9, stored.Count);
        Assert.DoesNotContain("c4", stored);
        Assert.Null(store.Queue.LastFailure);
    }

    [Fact]
    public async Task WriteAsync_DelegateThrowsAfterChangingRows_HarmsNobodyElse()
    {
        await using var store = TestStore.Create();

        var before = store.Queue.CommitAsync(Turns.Start(Turns.Key("before")));
        var bad = store.Queue.WriteAsync<int>(async db =>
        {
            await db.Conversations.ExecuteDeleteAsync();
            db.Heartbeats.Add(new() { Id = 5, At = 5 });
            throw new NotSupportedException("a bug");
        });
        var after = store.Queue.CommitAsync(Turns.Start(Turns.Key("after")));
        await store.StartAsync();

        Assert.Equal("a bug", (await Assert.ThrowsAsync<NotSupportedException>(() => bad)).Message);
        (await before).MustCommit();
        (await after).MustCommit();
        Assert.NotNull(await store.Conversations.LoadAsync(Turns.Key("before")));
        Assert.False(await store.ReadAsync(db => db.Heartbeats.AnyAsync(h => h.Id == 5)));
    }

    [Fact]
    public async Task CommitAsync_TwoTurnsOnOneVersionInOneGroup_FirstWins()
    {
        await using var store = TestStore.Create();

        var start = store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        var first = store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, clientId: "a"));
        var second = store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, clientId: "b"));
        var doubleTap = store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 2, clientId: "a"));
        await store.StartAsync();

        (await start).MustCommit();
        (await first).MustCommit();
        Assert.Equal(new CommitResult.VersionConflict(ActualVersion: 2), await second);
        Assert.Equal(new CommitResult.Duplicate("u1", Watermark: 3), await doubleTap);
    }

    [Fact]
    public async Task CommitAsync_ManyConversationsAtOnce_KeepsSequencesWithoutGaps()
    {
        await using var store = await TestStore.OpenAsync();
        var keys = Enumerable.Range(0, 50).Select(i => Turns.Key($"c{i}")).ToList();

        await Task.WhenAll(keys.Select(key => Task.Run(() => TalkAsync(store, key))));

        foreach (var key in keys)
        {
            var page = await store.Conversations.ReadActivitiesAsync(key, afterWatermark: 0);
            Assert.Equal(Enumerable.Range(1, 9).Select(i => (long)i), page.Activities.Select(a => a.Sequence));
            Assert.Equal(5, (await store.Conversations.LoadAsync(key))!.Version);
        }
    }

    [Fact]
    public async Task CommitAsync_RacingWritersOfOneConversation_LoseNothingAndRepeatNothing()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => InsistAsync(store, $"client-{i}"))));

        var rows = await store.ReadAsync(db => db.Activities.OrderBy(a => a.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 17).Select(i => (long)i), rows.Select(a => a.Sequence));
        Assert.Equal(8, rows.Where(a => a.ClientActivityId is not null).DistinctBy(a => a.ClientActivityId).Count());
    }

    [Fact]
    public async Task StopAsync_WritesStillWaiting_AreDrained()
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
        var waiting = Enumerable
            .Range(0, 30)
            .Select(i => store.Queue.CommitAsync(Turns.Start(Turns.Key($"c{i}"))))
            .ToList();

        var stopping = store.StopAsync();
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;

        Assert.All(await Task.WhenAll(waiting), result => result.MustCommit());
        Assert.Equal(0, await slow);
    }

    [Fact]
    public async Task CommitAsync_AfterStop_IsNotSaved()
    {
        await using var store = await TestStore.OpenAsync();
        await store.StopAsync();

        Assert.IsType<CommitResult.NotSaved>(await store.Queue.CommitAsync(Turns.Start(Turns.Key())));
        Assert.Equal(ForgetOutcome.NotSaved, await store.Erasure.ForgetAsync(Turns.Key()));
    }

    private static async Task TalkAsync(TestStore store, ConversationKey key)
    {
        var version = (await store.Queue.CommitAsync(Turns.Start(key))).MustCommit().Version;
        for (var turn = 0; turn < 4; turn++)
            version = (await store.Queue.CommitAsync(Turns.Say(key, version, $"t{turn}"))).MustCommit().Version;
    }

    private static async Task InsistAsync(TestStore store, string clientId)
    {
        for (var version = 1L; ; )
        {
            switch (await store.Queue.CommitAsync(Turns.Say(Turns.Key(), version, clientId)))
            {
                case CommitResult.Committed:
                    return;
                case CommitResult.VersionConflict conflict:
                    version = conflict.ActualVersion;
                    break;
                case var other:
                    Assert.Fail($"Unexpected {other}");
                    break;
            }
        }
    }
}
