using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Storage;

namespace SpasmBot.Host.Tests.Conversations;

public sealed class ConversationGrainTests : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await StartServerAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task Start_NewConversation_Greets()
    {
        var conversation = _server.Conversation("a");

        var result = await conversation.StartAsync(Talk.Start());

        Assert.Equal(new StartResult(StartOutcome.Started, 1), result);
        Assert.Equal(["bot: welcome"], await conversation.ReadLinesAsync());
    }

    [Fact]
    public async Task Start_Twice_GreetsOnce()
    {
        var conversation = await StartedAsync("a");

        var result = await conversation.StartAsync(Talk.Start());

        Assert.Equal(new StartResult(StartOutcome.AlreadyStarted, 1), result);
        Assert.Equal(["bot: welcome"], await conversation.ReadLinesAsync());
    }

    [Fact]
    public async Task Post_Message_IsStoredWithItsReplies()
    {
        var conversation = await StartedAsync("a");

        var result = await conversation.SayAsync("hello");

        Assert.Equal(new PostResult(PostOutcome.Accepted, "a|0000002", 3), result);
        Assert.Equal(["bot: welcome", "user: hello", "bot: turn 1"], await conversation.ReadLinesAsync());
        Assert.Equal(["bot: turn 1"], await conversation.ReadLinesAsync(after: 2));
        Assert.Equal([], await conversation.ReadLinesAsync(after: 3));
    }

    [Fact]
    public async Task Post_ConversationThatWasNeverStarted_IsNotFound()
    {
        var conversation = _server.Conversation("nobody");

        Assert.Equal(PostOutcome.NotFound, (await conversation.SayAsync("hello")).Outcome);
        Assert.Null(await conversation.ReadAsync(0));
        Assert.Null(await conversation.ResumeAsync("hash"));
        Assert.Equal(ForgetOutcome.NotFound, await conversation.ForgetAsync());
    }

    [Fact]
    public async Task Post_SameClientIdTwiceAtOnce_IsOneTurn()
    {
        var conversation = await StartedAsync("a");

        var results = await Task.WhenAll(conversation.SayAsync("hello", "tap"), conversation.SayAsync("hello", "tap"));

        Assert.Equal(["a|0000002", "a|0000002"], results.Select(result => result.ActivityId));
        Assert.Equal([PostOutcome.Accepted, PostOutcome.Duplicate], results.Select(result => result.Outcome).Order());
        Assert.Equal(["bot: welcome", "user: hello", "bot: turn 1"], await conversation.ReadLinesAsync());
    }

    [Fact]
    public async Task Post_SameClientIdAfterARestart_IsADuplicate()
    {
        var conversation = await StartedAsync("a");
        await conversation.SayAsync("hello", "tap");
        await conversation.SayAsync("and again", "another tap");

        await RestartAsync();

        conversation = _server.Conversation("a");
        Assert.Equal(
            new PostResult(PostOutcome.Duplicate, "a|0000002", 5),
            await conversation.SayAsync("hello", "tap")
        );
        Assert.Equal(5, (await conversation.ReadLinesAsync())!.Count);
    }

    [Fact]
    public async Task Post_TwoTapsWithDifferentIds_AreTwoTurnsInOrder()
    {
        var conversation = await StartedAsync("a");

        await Task.WhenAll(conversation.SayAsync("x", "1"), conversation.SayAsync("x", "2"));

        Assert.Equal(
            ["bot: welcome", "user: x", "bot: turn 1", "user: x", "bot: turn 2"],
            await conversation.ReadLinesAsync()
        );
    }

    [Fact]
    public async Task Post_ServerRestartedBetweenAnyTwoTurns_GoesOnWhereItWas()
    {
        await StartedAsync("a");
        for (var turn = 1; turn <= 3; turn++)
        {
            await RestartAsync();
            var result = await _server.Conversation("a").SayAsync("next");
            Assert.Equal(new PostResult(PostOutcome.Accepted, $"a|{turn * 2:D7}", (turn * 2) + 1), result);
        }

        await RestartAsync();
        Assert.Equal(
            ["bot: welcome", "user: next", "bot: turn 1", "user: next", "bot: turn 2", "user: next", "bot: turn 3"],
            await _server.Conversation("a").ReadLinesAsync()
        );
    }

    [Fact]
    public async Task Post_ConversationChangedElsewhere_RunsAgainOnWhatIsStored()
    {
        var conversation = await StartedAsync("a");
        await conversation.SayAsync("hello");
        var stored = await _server.Get<ConversationStore>().LoadAsync(TestServer.KeyOf("a"));
        var elsewhere = new TurnCommit
        {
            Key = stored!.Key,
            ExpectedVersion = stored.Version,
            StateJson = stored.StateJson.Replace("\"turns\":1", "\"turns\":41", StringComparison.Ordinal),
            Replies =
            [
                new TurnActivity("x", """{ "type": "message", "from": { "role": "bot" }, "text": "from elsewhere" }"""),
            ],
        };
        Assert.NotEqual(stored.StateJson, elsewhere.StateJson);
        Assert.IsType<CommitResult.Committed>(await _server.Get<CommitQueue>().CommitAsync(elsewhere));

        var result = await conversation.SayAsync("and now");

        Assert.Equal(new PostResult(PostOutcome.Accepted, "a|0000005", 6), result);
        Assert.Equal(
            ["bot: from elsewhere", "user: and now", "bot: turn 42"],
            await conversation.ReadLinesAsync(after: 3)
        );
    }

    [Fact]
    public async Task Post_BotFails_ApologisesAndKeepsTheStateBefore()
    {
        var conversation = await StartedAsync("a");
        await conversation.SayAsync("hello");

        var result = await conversation.SayAsync("fail please");

        Assert.Equal(PostOutcome.Accepted, result.Outcome);
        var apology = _server.Get<Host.Conversations.BotIdentity>().TurnFailed;
        Assert.Equal(["user: fail please", $"bot: {apology}"], await conversation.ReadLinesAsync(after: 3));
        await conversation.SayAsync("hello");
        Assert.Equal("bot: turn 2", (await conversation.ReadLinesAsync())![^1]);
    }

    [Fact]
    public async Task Post_ReportsOfTheBot_AreStoredAndNotDelivered()
    {
        var conversation = await StartedAsync("a");

        await conversation.SayAsync("enquire");

        Assert.Equal(["user: enquire", "bot: turn 1"], await conversation.ReadLinesAsync(after: 1));
        await using var db = await OpenDatabaseAsync();
        Assert.Equal("+27215550100", (await db.Enquiries.SingleAsync()).Phone);
        Assert.Equal(AlertKind.Person, (await db.Alerts.SingleAsync()).Kind);
        Assert.Equal("physio", (await db.Assessments.SingleAsync()).Disposition);
    }

    [Fact]
    public async Task Post_OtherEventsOfTheBot_AreDeliveredButTypingIsNot()
    {
        var conversation = await StartedAsync("a");

        await conversation.SayAsync("event");
        await conversation.SayAsync("typing");
        await conversation.SayAsync("end");

        Assert.Equal(
            [
                "bot: turn 1",
                "bot: event",
                "user: typing",
                "bot: turn 2",
                "user: end",
                "bot: turn 3",
                "bot: endOfConversation",
            ],
            await conversation.ReadLinesAsync(after: 2)
        );
        await using var db = await OpenDatabaseAsync();
        Assert.NotNull((await db.Conversations.SingleAsync()).ClosedAt);
    }

    [Fact]
    public async Task Post_BookingReferenceTaken_TakesAnother()
    {
        var (first, second) = (await StartedAsync("a"), await StartedAsync("b"));

        await first.SayAsync("book");
        await second.SayAsync("book");

        await using var db = await OpenDatabaseAsync();
        Assert.Equal(
            ["AAAAAA", "BBBBBB"],
            await db.Bookings.Select(booking => booking.Reference).Order().ToListAsync()
        );
        Assert.Equal(["user: book", "bot: turn 1"], await second.ReadLinesAsync(after: 1));
    }

    [Fact]
    public async Task Post_StoreTakesNoWrites_IsNotSavedAndCanBeTriedAgain()
    {
        var conversation = await StartedAsync("a");
        PostResult refused;
        await using (await LockDatabaseAsync())
            refused = await conversation.SayAsync("hello", "tap");

        Assert.Equal(new PostResult(PostOutcome.NotSaved, null, 0), refused);
        Assert.Equal(["bot: welcome"], await conversation.ReadLinesAsync());
        Assert.Equal(PostOutcome.Accepted, (await conversation.SayAsync("hello", "tap")).Outcome);
        Assert.Equal(["bot: welcome", "user: hello", "bot: turn 1"], await conversation.ReadLinesAsync());
    }

    [Fact]
    public async Task Start_StoreTakesNoWrites_StartsNothing()
    {
        var conversation = _server.Conversation("a");
        StartResult refused;
        await using (await LockDatabaseAsync())
            refused = await conversation.StartAsync(Talk.Start());

        Assert.Equal(new StartResult(StartOutcome.NotSaved, 0), refused);
        Assert.Null(await conversation.ReadAsync(0));
        Assert.Equal(StartOutcome.Started, (await conversation.StartAsync(Talk.Start())).Outcome);
    }

    [Fact]
    public async Task Forget_Conversation_LeavesNothingToReadAndRefusesWhatComes()
    {
        var conversation = await StartedAsync("a", "hash");
        await conversation.SayAsync("hello");

        Assert.Equal(ForgetOutcome.Forgotten, await conversation.ForgetAsync());

        Assert.Null(await conversation.ReadAsync(0));
        Assert.Null(await conversation.ResumeAsync("hash"));
        Assert.Equal(PostOutcome.Forgotten, (await conversation.SayAsync("still there?")).Outcome);
        Assert.Equal(StartOutcome.Forgotten, (await conversation.StartAsync(Talk.Start())).Outcome);
        Assert.Equal(ForgetOutcome.NotFound, await conversation.ForgetAsync());
        await RestartAsync();
        Assert.Null(await _server.Conversation("a").ReadAsync(0));
        Assert.Equal(PostOutcome.Forgotten, (await _server.Conversation("a").SayAsync("still there?")).Outcome);
    }

    [Fact]
    public async Task Post_BotAsksToForget_SaysGoodbyeFromMemoryOnly()
    {
        var conversation = await StartedAsync("a");

        var result = await conversation.SayAsync("forget");

        Assert.Equal(new PostResult(PostOutcome.Accepted, "a|0000002", 3), result);
        Assert.Equal(["user: forget", "bot: turn 1"], await conversation.ReadLinesAsync(after: 1));
        Assert.Equal(PostOutcome.Forgotten, (await conversation.SayAsync("still there?")).Outcome);
        await using var db = await OpenDatabaseAsync();
        Assert.Empty(await db.Activities.ToListAsync());
        await RestartAsync();
        Assert.Null(await _server.Conversation("a").ReadAsync(1));
    }

    [Fact]
    public async Task Post_BotAsksToForgetButStoreTakesNoWrites_IsNotSaved()
    {
        var conversation = await StartedAsync("a");
        PostResult refused;
        await using (await LockDatabaseAsync())
            refused = await conversation.SayAsync("forget");

        Assert.Equal(PostOutcome.NotSaved, refused.Outcome);
        Assert.Equal(["bot: welcome"], await conversation.ReadLinesAsync());
    }

    [Fact]
    public async Task Resume_OwnKeyAlone_OpensTheConversation()
    {
        var conversation = await StartedAsync("a", "hash");

        Assert.Equal(new ResumedConversation("dl_somebody", "en-ZA", 1), await conversation.ResumeAsync("hash"));
        Assert.Null(await conversation.ResumeAsync("another"));
        Assert.Null(await (await StartedAsync("b")).ResumeAsync("hash"));
    }

    [Fact]
    public async Task Read_LongConversation_ReachesBackBeyondWhatIsKeptInMemory()
    {
        var conversation = await StartedAsync("a");
        for (var turn = 0; turn < 60; turn++)
            await conversation.SayAsync("next");

        var lines = await conversation.ReadLinesAsync();

        Assert.Equal(121, lines!.Count);
        Assert.Equal(lines.Skip(20), await conversation.ReadLinesAsync(after: 20));
        Assert.Equal(lines.Skip(119), await conversation.ReadLinesAsync(after: 119));
    }

    [Fact]
    public async Task Subscribe_Observer_IsNudgedAfterEachTurnUntilItLeaves()
    {
        var conversation = await StartedAsync("a");
        var heard = new Heard();
        var observer = _server.Get<IGrainFactory>().CreateObjectReference<IConversationObserver>(heard);

        await conversation.SubscribeAsync(observer);
        await conversation.SayAsync("hello");
        Assert.Equal(3, await heard.NextAsync());
        await conversation.UnsubscribeAsync(observer);
        await conversation.SayAsync("hello");
        await conversation.SubscribeAsync(observer);
        await conversation.SayAsync("hello");
        Assert.Equal(7, await heard.NextAsync());

        GC.KeepAlive(heard);
    }

    private async Task<IConversationGrain> StartedAsync(string id, string? resumeKeyHash = null)
    {
        var conversation = _server.Conversation(id);
        Assert.Equal(StartOutcome.Started, (await conversation.StartAsync(Talk.Start(resumeKeyHash))).Outcome);
        return conversation;
    }

    private async Task RestartAsync()
    {
        await _server.DisposeAsync();
        _server = await StartServerAsync();
    }

    private Task<TestServer> StartServerAsync() =>
        TestServer.StartAsync(
            _data,
            adapt: builder =>
            {
                ScriptedBot.Install(builder);
                builder.Services.AddSingleton<IBookingReferences>(new References("AAAAAA", "AAAAAA", "BBBBBB"));
            }
        );

    private async Task<SpasmDb> OpenDatabaseAsync() =>
        await _server.Get<IDbContextFactory<SpasmDb>>().CreateDbContextAsync();

    /// <summary>Keeps everybody else from writing until it is disposed.</summary>
    private async Task<IAsyncDisposable> LockDatabaseAsync()
    {
        var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(_data.Path, "spasmbot.db")};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private sealed class References(params string[] references) : IBookingReferences
    {
        private readonly Queue<string> _next = new(references);

        public string Next() => _next.Dequeue();
    }

    private sealed class Heard : IConversationObserver
    {
        private readonly System.Threading.Channels.Channel<long> _watermarks =
            System.Threading.Channels.Channel.CreateUnbounded<long>();

        public void Changed(long watermark) => _watermarks.Writer.TryWrite(watermark);

        public Task<long> NextAsync() => _watermarks.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
