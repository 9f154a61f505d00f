using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.TestKit;
using SpasmBot.TestKit.Disk;

namespace SpasmBot.Storage.Tests;

/// <summary>
/// What holds in whatever order writers, the queue and a failing disk get their turns. <c>SPASMBOT_INTERLEAVINGS</c> says
/// how many orders are tried.
/// </summary>
public class CommitQueueInterleavingTests
{
    private static int Interleavings =>
        int.Parse(Environment.GetEnvironmentVariable("SPASMBOT_INTERLEAVINGS") ?? "12", CultureInfo.InvariantCulture);

    [Fact]
    public void RacingWriters_InAnyOrder_AreEachStoredOnceAndNobodyWaitsForEver() =>
        ForEachOrder(
            async (seed, disk, store) =>
            {
                var writers = Enumerable.Range(0, 6).Select(writer => InsistAsync(store, seed, writer)).ToList();
                await Task.WhenAll(writers);
                await EverythingIsStoredOnceAsync(store, writers.SelectMany(writer => writer.Result));
            }
        );

    [Fact]
    public void FailingDisk_InAnyOrder_LosesNothingThatWasAcknowledged() =>
        ForEachOrder(
            async (seed, disk, store) =>
            {
                var writers = Enumerable.Range(0, 4).Select(writer => InsistAsync(store, seed, writer)).ToList();
                var sabotage = SabotageAsync(disk, seed);
                await Task.WhenAll([sabotage, .. writers]);
                await EverythingIsStoredOnceAsync(store, writers.SelectMany(writer => writer.Result));
            }
        );

    [Fact]
    public void Stop_InAnyOrder_AnswersEverybodyAndKeepsWhatItAcknowledged() =>
        ForEachOrder(
            async (seed, disk, store) =>
            {
                var turns = Enumerable
                    .Range(0, 8)
                    .Select(async i =>
                    {
                        await Task.Yield();
                        return (Id: $"s{i}", Result: await store.Queue.CommitAsync(Turns.Start(Turns.Key($"s{i}"))));
                    })
                    .ToList();
                await Task.Yield();
                await store.StopAsync();

                foreach (var (id, result) in await Task.WhenAll(turns))
                {
                    var isStored = await store.ReadAsync(db => db.Conversations.AnyAsync(c => c.ConversationId == id));
                    Assert.Equal(result is CommitResult.Committed, isStored);
                    Assert.True(result is CommitResult.Committed or CommitResult.NotSaved, $"{result}");
                }
            }
        );

    private static void ForEachOrder(Func<int, FaultyDisk, TestStore, Task> run)
    {
        for (var seed = 1; seed <= Interleavings; seed++)
        {
            var order = seed;
            SteppedScheduler.Explore(
                order,
                async () =>
                {
                    using var disk = new FaultyDisk(TestStore.NewFolder());
                    await using var store = TestStore.Create(disk.Folder);
                    store.Queue.Scheduler = TaskScheduler.Current;
                    await store.StartAsync();
                    await store.Queue.CommitAsync(Turns.Start(Turns.Key("c0")));
                    await store.Queue.CommitAsync(Turns.Start(Turns.Key("c1")));
                    await run(order, disk, store);
                    disk.Fault = DiskFault.None;
                }
            );
        }
    }

    /// <summary>Says three things in one of two conversations, each until it is acknowledged, and some of them twice.</summary>
    private static async Task<List<string>> InsistAsync(TestStore store, int seed, int writer)
    {
        var random = new Random((seed * 100) + writer);
        var acknowledged = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            var key = Turns.Key($"c{random.Next(2)}");
            var clientId = $"{key.ConversationId}-{writer}-{turn}";
            for (var times = random.Next(1, 3); times > 0; times--)
                await SayAsync(store, key, clientId);
            acknowledged.Add(clientId);
        }

        return acknowledged;
    }

    private static async Task SayAsync(TestStore store, ConversationKey key, string clientId)
    {
        for (var version = 1L; ; )
        {
            await Task.Yield();
            switch (await store.Queue.CommitAsync(Turns.Say(key, version, clientId)))
            {
                case CommitResult.Committed or CommitResult.Duplicate:
                    return;
                case CommitResult.VersionConflict conflict:
                    version = conflict.ActualVersion;
                    break;
                case CommitResult.NotSaved:
                    break;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }
    }

    private static async Task SabotageAsync(FaultyDisk disk, int seed)
    {
        var random = new Random(seed);
        for (var left = 12; left > 0; left--)
        {
            disk.Fault = (DiskFault)random.Next(4);
            for (var wait = random.Next(1, 12); wait > 0; wait--)
                await Task.Yield();
        }

        disk.Fault = DiskFault.None;
    }

    private static async Task EverythingIsStoredOnceAsync(TestStore store, IEnumerable<string> acknowledged)
    {
        var rows = await store.ReadAsync(db =>
            db.Activities.OrderBy(a => a.ConversationId).ThenBy(a => a.Sequence).ToListAsync()
        );
        Assert.Equal(
            acknowledged.Order(StringComparer.Ordinal),
            rows.Where(a => a.ClientActivityId is not null)
                .Select(a => a.ClientActivityId!)
                .Order(StringComparer.Ordinal)
        );
        foreach (var conversation in rows.GroupBy(a => a.ConversationId, StringComparer.Ordinal))
            Assert.Equal(Enumerable.Range(1, conversation.Count()), conversation.Select(a => (int)a.Sequence));
    }
}
