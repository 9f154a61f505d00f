using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Channels.Tests.Testing;
using SpasmBot.Contracts;
using SpasmBot.TestKit;

namespace SpasmBot.Channels.Tests.DirectLine;

/// <summary>What a socket hears, in whatever order the talk, the nudges and its own reading get their turns.</summary>
public class StreamInterleavingTests
{
    private const int Interleavings = 60;

    [Fact]
    public void Stream_NudgesLostAndReadsFailingInAnyOrder_SendsEachActivityOnceAndInOrder() =>
        ForEachOrder(
            async (random, talk) =>
            {
                for (var i = random.Next(5, 45); i > 0; i--)
                {
                    talk.Conversation.Failure = random.Next(4) == 0 ? new TimeoutException() : null;
                    talk.Say(nudge: random.Next(2) == 0);
                    await StepsAsync(random.Next(6));
                }

                talk.Conversation.Failure = null;
                while (talk.Socket.Heard.Count < talk.Said)
                {
                    talk.Clock.Advance(ActivityStream.LookAgain);
                    await StepsAsync(20);
                }
            }
        );

    [Fact]
    public void Stream_NudgedWhileItReadsInAnyOrder_HearsTheLastWordWithoutWaitingForTheClock() =>
        ForEachOrder(
            async (random, talk) =>
            {
                while (talk.Conversation.Observers == 0)
                    await Task.Yield();
                for (var i = random.Next(1, 12); i > 0; i--)
                {
                    talk.Say(nudge: true);
                    await StepsAsync(random.Next(4));
                }

                // A lost nudge ends here: nobody moves the clock.
                await talk.Socket.HasHeardAsync(talk.Said);
            }
        );

    private static void ForEachOrder(Func<Random, Talk, Task> run)
    {
        for (var seed = 1; seed <= Interleavings; seed++)
        {
            var order = seed;
            SteppedScheduler.Explore(
                order,
                async () =>
                {
                    using var talk = await Talk.StartAsync();
                    await run(new Random(order), talk);
                    Assert.Equal(Enumerable.Range(1, talk.Said).Select(i => $"a{i}"), talk.Socket.Heard);
                    talk.Socket.Leave();
                    await talk.Listening;
                    Assert.Equal(0, talk.Conversation.Observers);
                }
            );
        }
    }

    private static async Task StepsAsync(int count)
    {
        for (; count > 0; count--)
            await Task.Yield();
    }

    private sealed class Talk : IDisposable
    {
        public FakeConversation Conversation { get; private init; } = null!;

        public FakeTimeProvider Clock { get; } = new();

        public HeardSocket Socket { get; } = new();

        public Task Listening { get; private set; } = Task.CompletedTask;

        public int Said { get; private set; } = 1;

        public static async Task<Talk> StartAsync()
        {
            var (factory, conversations) = FakeConversations.Create();
            var talk = new Talk { Conversation = conversations["c1"] };
            await talk.Conversation.StartAsync(new StartConversation { UserId = "u", ChannelId = "directline" });
            var stream = new ActivityStream(
                talk.Socket,
                new DistantConversation(talk.Conversation),
                factory,
                new ActivityFrames(new OutboundActivity(null)),
                talk.Clock,
                NullLogger<ActivityStream>.Instance
            );
            talk.Listening = stream.RunAsync(0, CancellationToken.None);
            return talk;
        }

        public void Say(bool nudge)
        {
            Conversation.Say(new JsonObject { ["type"] = "message", ["text"] = "and" }, nudge);
            Said++;
        }

        public void Dispose() => Socket.Dispose();
    }

    /// <summary>Calls take a while, there and back, in which others go on.</summary>
    private sealed class DistantConversation(FakeConversation near) : IConversationGrain
    {
        public Task<StartResult> StartAsync(StartConversation start) => AwayAsync(() => near.StartAsync(start));

        public Task<ResumedConversation?> ResumeAsync(string resumeKeyHash) =>
            AwayAsync(() => near.ResumeAsync(resumeKeyHash));

        public Task<PostResult> PostAsync(PostActivity post) => AwayAsync(() => near.PostAsync(post));

        public Task<ActivityPage?> ReadAsync(long afterWatermark) => AwayAsync(() => near.ReadAsync(afterWatermark));

        public async Task SubscribeAsync(IConversationObserver observer)
        {
            await Task.Yield();
            await near.SubscribeAsync(observer);
            await Task.Yield();
        }

        public async Task UnsubscribeAsync(IConversationObserver observer)
        {
            await Task.Yield();
            await near.UnsubscribeAsync(observer);
        }

        public Task<ForgetOutcome> ForgetAsync() => AwayAsync(near.ForgetAsync);

        private static async Task<T> AwayAsync<T>(Func<Task<T>> call)
        {
            await Task.Yield();
            var answer = await call();
            await Task.Yield();
            return answer;
        }
    }

    /// <summary>The server's end of a socket; keeps the ids of what went down it.</summary>
    private sealed class HeardSocket : WebSocket
    {
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
        private WebSocketState _state = WebSocketState.Open;

        public List<string> Heard { get; } = [];

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => _state;

        public override string? SubProtocol => null;

        public void Leave() => _left.TrySetResult();

        public Task HasHeardAsync(int count)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            Tell();
            return reached.Task;
        }

        public override async Task SendAsync(
            ArraySegment<byte> buffer,
            WebSocketMessageType messageType,
            bool endOfMessage,
            CancellationToken cancellationToken
        )
        {
            await Task.Yield();
            if (buffer.Count == 0)
                return;
            using var frame = JsonDocument.Parse(buffer);
            Heard.AddRange(
                frame
                    .RootElement.GetProperty("activities")
                    .EnumerateArray()
                    .Select(activity => activity.GetProperty("id").GetString()!)
            );
            Tell();
        }

        public override async Task<WebSocketReceiveResult> ReceiveAsync(
            ArraySegment<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            await _left.Task;
            _state = WebSocketState.CloseReceived;
            return new WebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true);
        }

        public override Task CloseAsync(
            WebSocketCloseStatus closeStatus,
            string? statusDescription,
            CancellationToken cancellationToken
        ) => Task.CompletedTask;

        public override Task CloseOutputAsync(
            WebSocketCloseStatus closeStatus,
            string? statusDescription,
            CancellationToken cancellationToken
        ) => Task.CompletedTask;

        public override void Abort()
        {
            _state = WebSocketState.Aborted;
            _left.TrySetResult();
        }

        public override void Dispose() => _left.TrySetResult();

        private void Tell() =>
            _waiting.FindAll(one => Heard.Count >= one.Count).ForEach(one => one.Reached.TrySetResult());
    }
}
