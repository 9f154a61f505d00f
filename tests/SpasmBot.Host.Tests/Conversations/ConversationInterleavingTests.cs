using System.Globalization;
using System.Text.Json;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;
using SpasmBot.TestKit;
using SpasmBot.TestKit.Disk;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>
/// What holds in whatever order posts, their repeats, reads, nudges, leaving memory and a failing disk get their turns:
/// no turn is doubled or lost, nothing is acknowledged, shown or nudged that a power cut could take, a repeat is answered
/// with the first one's id, and turns stand in the order in which they were acknowledged.
/// <c>SPASMBOT_INTERLEAVINGS</c> says how many orders are tried.
/// </summary>
public sealed class ConversationInterleavingTests
{
    private static int Interleavings =>
        int.Parse(Environment.GetEnvironmentVariable("SPASMBOT_INTERLEAVINGS") ?? "12", CultureInfo.InvariantCulture);

    [Fact]
    public void Turn_WithRepeatsReadsNudgesAndLeavingInAnyOrder_KeepsItsPromises() =>
        ForEachOrder(activations: 1, isDiskFailing: false);

    [Fact]
    public void Turn_OnAFailingDiskInAnyOrder_KeepsItsPromises() => ForEachOrder(activations: 1, isDiskFailing: true);

    [Fact]
    public void Turn_InMemoryTwiceOnAFailingDiskInAnyOrder_KeepsItsPromises() =>
        ForEachOrder(activations: 2, isDiskFailing: true);

    private static void ForEachOrder(int activations, bool isDiskFailing)
    {
        for (var seed = 1; seed <= Interleavings; seed++)
        {
            var order = seed;
            SteppedScheduler.Explore(
                order,
                async () =>
                {
                    await using var server = await SteppedServer.StartAsync();
                    var run = new Run(server, order, activations);
                    await run.TalkAsync(isDiskFailing);
                }
            );
        }
    }

    private sealed class Run
    {
        private const int Posters = 4;
        private const int Messages = 3;
        private const int MostTries = 1000;

        private static readonly ConversationKey Key = TestServer.KeyOf("a");

        private readonly SteppedServer _server;
        private readonly int _seed;
        private readonly List<InMemory> _activations;
        private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
        private readonly List<SequencedActivity> _read = [];
        private long _safe;
        private bool _isOver;

        public Run(SteppedServer server, int seed, int activations)
        {
            (_server, _seed) = (server, seed);
            _activations = [.. Enumerable.Range(0, activations).Select(_ => new InMemory(server, Nudged))];
        }

        public async Task TalkAsync(bool isDiskFailing)
        {
            Assert.Equal(
                StartOutcome.Started,
                (await _activations[0].CallAsync(conversation => conversation.StartAsync(Talk.Start()))).Outcome
            );
            var posters = Enumerable.Range(0, Posters).Select(PostAsync).ToList();
            var sabotage = isDiskFailing ? SabotageAsync() : Task.CompletedTask;
            var others = Task.WhenAll([ReadOnAsync(), .. _activations.Select(LeaveNowAndThenAsync)]);
            await Task.WhenAll([sabotage, .. posters]);
            _isOver = true;
            await others;
            Check(await _server.TranscriptAsync(Key));
        }

        private async Task PostAsync(int poster)
        {
            var random = new Random((_seed * 100) + poster);
            for (var message = 0; message < Messages; message++)
            {
                var id = $"{poster}-{message}";
                for (var times = random.Next(1, 4); times > 0; times--)
                    await InsistAsync(_activations[random.Next(_activations.Count)], id);
            }
        }

        private async Task InsistAsync(InMemory activation, string id)
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                await Task.Yield();
                var outcome = await activation.CallAsync(async conversation =>
                {
                    var answer = await conversation.SayAsync(id, id);
                    if (answer.Outcome != PostOutcome.NotSaved)
                        await AcknowledgedAsync(activation, conversation, id, answer);
                    return answer.Outcome;
                });
                if (outcome is PostOutcome.Accepted or PostOutcome.Duplicate)
                    return;
                Assert.Equal(PostOutcome.NotSaved, outcome);
            }

            Assert.Fail($"'{id}' was refused {MostTries} times.");
        }

        private async Task AcknowledgedAsync(
            InMemory activation,
            Host.Conversations.Conversation conversation,
            string id,
            PostResult answer
        )
        {
            AssertSafe(answer.Watermark, "acknowledged");
            // Given once, an id is for good.
            if (!_ids.TryAdd(id, answer.ActivityId!))
                Assert.Equal(_ids[id], answer.ActivityId);
            if (answer.Outcome == PostOutcome.Accepted)
                activation.Accepted.Add((answer.Watermark, id));
            // Whoever hears of it can read it there.
            if (await TryReadAsync(conversation) is { } read)
                Assert.True(answer.Watermark <= read, "acknowledged and not shown");
        }

        private void Nudged(long watermark) => AssertSafe(watermark, "nudged");

        private void AssertSafe(long watermark, string what)
        {
            // What is on the disk stays there.
            if (watermark > _safe)
                _safe = _server.LastAfterPowerCut(Key);
            Assert.True(watermark <= _safe, $"{what} and not on the disk");
        }

        private async Task ReadOnAsync()
        {
            while (!_isOver)
            {
                await Task.Yield();
                await _activations[_read.Count % _activations.Count].CallAsync(TryReadAsync);
            }
        }

        /// <summary>Reads on; returns how far, or null when it is said that nothing can be read now.</summary>
        private async Task<long?> TryReadAsync(Host.Conversations.Conversation conversation)
        {
            try
            {
                var page = await conversation.ReadAsync(_read.Count);
                // Others may have read the same meanwhile.
                _read.AddRange(page!.Activities.SkipWhile(activity => activity.Sequence <= _read.Count));
                AssertSafe(_read.Count, "shown");
                return page.Watermark;
            }
            catch (NotNowException)
            {
                return null;
            }
        }

        private async Task LeaveNowAndThenAsync(InMemory activation)
        {
            var random = new Random(_seed);
            while (!_isOver)
            {
                for (var wait = random.Next(1, 30); wait > 0 && !_isOver; wait--)
                    await Task.Yield();
                await activation.LeaveAsync();
            }
        }

        private async Task SabotageAsync()
        {
            var random = new Random(_seed);
            for (var left = 12; left > 0; left--)
            {
                // A sync that fails leaves the most behind, and is seen by who reads before the disk is well again.
                _server.Disk.Fault = random.Next(2) == 0 ? DiskFault.CannotSync : (DiskFault)random.Next(4);
                for (var wait = random.Next(1, 60); wait > 0; wait--)
                    await Task.Yield();
            }

            _server.Disk.Fault = DiskFault.None;
        }

        private void Check(IReadOnlyList<ActivityRow> stored)
        {
            Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(activity => (int)activity.Sequence));
            Assert.Equal("welcome", TextOf(stored[0]));
            Assert.Equal(1 + (2 * _ids.Count), stored.Count);
            // Each turn ran on what the one before it had left.
            Assert.Equal(
                Enumerable.Range(1, _ids.Count).Select(turn => $"turn {turn}"),
                stored.Where(activity => activity.FromBot).Skip(1).Select(TextOf)
            );
            var said = stored.Where(activity => !activity.FromBot).ToDictionary(a => a.ClientActivityId!, a => a);
            Assert.Equal(Posters * Messages, said.Count);
            Assert.All(_ids, id => Assert.Equal(id.Value, said[id.Key].ActivityId));
            foreach (var activation in _activations)
            {
                Assert.Equal(activation.Accepted.OrderBy(accepted => accepted.Watermark), activation.Accepted);
                Assert.All(activation.Accepted, a => Assert.Equal(a.Watermark - 1, said[a.Id].Sequence));
            }

            Assert.Equal(
                stored.Take(_read.Count).Select(activity => (activity.Sequence, activity.Json)),
                _read.Select(activity => (activity.Sequence, activity.ActivityJson))
            );
        }

        private static string? TextOf(ActivityRow activity)
        {
            using var json = JsonDocument.Parse(activity.Json);
            return json.RootElement.GetProperty("text").GetString();
        }
    }

    /// <summary>Stands for the silo: one call at a time, and between calls the conversation can leave memory.</summary>
    private sealed class InMemory(SteppedServer server, Action<long> nudged)
    {
        private readonly SemaphoreSlim _turn = new(1);
        private Host.Conversations.Conversation? _conversation;

        public List<(long Watermark, string Id)> Accepted { get; } = [];

        public async Task<T> CallAsync<T>(Func<Host.Conversations.Conversation, Task<T>> call)
        {
            await _turn.WaitAsync();
            try
            {
                return await call(_conversation ??= Open());
            }
            finally
            {
                _turn.Release();
            }
        }

        public Task LeaveAsync() =>
            CallAsync(_ =>
            {
                _conversation = null;
                return Task.FromResult(true);
            });

        private Host.Conversations.Conversation Open()
        {
            var conversation = server.Open(TestServer.KeyOf("a"));
            conversation.Changed = nudged;
            return conversation;
        }
    }
}
