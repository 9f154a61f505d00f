namespace SpasmBot.Runtime.Tests.Adapters;

public class TestAdapterTests
{
    private readonly TestAdapter _adapter = new("directline");

    [Fact]
    public async Task WhatTheUserSends_BelongsToTheConversation()
    {
        Activity? seen = null;
        await _adapter.SendTextToBotAsync("hi", (turn, _) => Task.FromResult(seen = turn.Activity), default);

        Assert.Equal(("message", "hi", "en-us"), (seen!.Type, seen.Text, seen.Locale));
        Assert.Equal(("directline", "user1", "bot"), (seen.ChannelId, seen.From.Id, seen.Recipient.Id));
        Assert.Equal("Conversation1", seen.Conversation.Id);
        Assert.NotNull(seen.Id);
        Assert.NotNull(seen.Timestamp);
    }

    [Fact]
    public async Task ProcessActivity_KeepsItsSender_AndIsAMessageUnlessItSays()
    {
        Activity? seen = null;
        var activity = new Activity { From = new ChannelAccount("someone") };
        await _adapter.ProcessActivityAsync(activity, (turn, _) => Task.FromResult(seen = turn.Activity));
        Assert.Equal(("message", "someone"), (seen!.Type, seen.From.Id));
    }

    [Fact]
    public async Task WhatTheBotSends_WaitsInTheQueue_TracesApart()
    {
        BotCallbackHandler bot = async (turn, token) =>
        {
            await turn.SendActivityAsync(Activity.CreateTraceActivity("t"), token);
            await turn.SendActivityAsync("one", cancellationToken: token);
        };
        await _adapter.SendTextToBotAsync("hi", bot, default);
        Assert.Equal("one", Assert.Single(_adapter.ActiveQueue).Text);
        Assert.Equal("one", _adapter.GetNextReply().AsMessageActivity().Text);
        Assert.Null(_adapter.GetNextReply());

        _adapter.EnableTrace = true;
        await _adapter.SendTextToBotAsync("hi", bot, default);
        Assert.Equal(2, _adapter.ActiveQueue.Count);
    }

    [Fact]
    public async Task UpdateAndDelete_ChangeWhatWaits()
    {
        await _adapter.SendTextToBotAsync(
            "hi",
            async (turn, token) =>
            {
                var first = await turn.SendActivityAsync("first", cancellationToken: token);
                var second = await turn.SendActivityAsync("second", cancellationToken: token);
                await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, first.Id) { Text = "new" }, token);
                await turn.DeleteActivityAsync(second.Id, token);
                Assert.Null((await turn.UpdateActivityAsync(new Activity(id: "x"), token)).Id);
            },
            default
        );
        Assert.Equal("new", Assert.Single(_adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task GetNextReplyAsync_WaitsForIt()
    {
        var reply = _adapter.GetNextReplyAsync();
        Assert.False(reply.IsCompleted);
        await _adapter.SendTextToBotAsync(
            "hi",
            (turn, token) => turn.SendActivityAsync("late", null, null, token),
            default
        );
        Assert.Equal("late", (await reply).AsMessageActivity().Text);
    }

    [Fact]
    public async Task CreateConversation_EmptiesTheQueue_AndStartsANewOne()
    {
        await _adapter.SendTextToBotAsync(
            "hi",
            (turn, token) => turn.SendActivityAsync("old", null, null, token),
            default
        );
        Activity? seen = null;
        await _adapter.CreateConversationAsync("test", (turn, _) => Task.FromResult(seen = turn.Activity), default);

        Assert.Empty(_adapter.ActiveQueue);
        Assert.Equal(ActivityTypes.ConversationUpdate, seen!.Type);
        Assert.NotNull(seen.Conversation.Id);
    }

    [Fact]
    public void CreateConversation_ByName_NamesEverybody()
    {
        var conversation = TestAdapter.CreateConversation("talk", "Ann", "Robot");
        Assert.Equal(
            ("talk", "ann", "robot"),
            (conversation.Conversation.Id, conversation.User.Id, conversation.Bot.Id)
        );
        Assert.Same(conversation, new TestAdapter(conversation).Conversation);
    }

    [Fact]
    public async Task ADelay_IsWaitedFor_AndNotQueued()
    {
        await _adapter.SendTextToBotAsync(
            "hi",
            (turn, token) => turn.SendActivityAsync(new Activity(ActivityTypesEx.Delay) { Value = 1 }, token),
            default
        );
        Assert.Empty(_adapter.ActiveQueue);
    }
}
