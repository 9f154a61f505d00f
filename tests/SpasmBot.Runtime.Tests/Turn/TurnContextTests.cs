namespace SpasmBot.Runtime.Tests.Turn;

public sealed class TurnContextTests : IDisposable
{
    private readonly RecordingAdapter _adapter = new();
    private readonly TurnContext _turn;

    public TurnContextTests() => _turn = new TurnContext(_adapter, RecordingAdapter.Incoming());

    public void Dispose() => _turn.Dispose();

    [Fact]
    public void Constructor_WithoutAdapterOrActivity_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new TurnContext((BotAdapter)null!, new Activity()));
        Assert.Throws<ArgumentNullException>(() => new TurnContext(_adapter, null));
    }

    [Fact]
    public async Task SendActivity_Text_IsAMessageToTheUser_InReplyToTheirs()
    {
        var response = await _turn.SendActivityAsync("hello", "<speak/>");

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal((ActivityTypes.Message, "hello", "<speak/>"), (sent.Type, sent.Text, sent.Speak));
        Assert.Equal(InputHints.AcceptingInput, sent.InputHint);
        Assert.Equal(("bot", "user", "in-1"), (sent.From.Id, sent.Recipient.Id, sent.ReplyToId));
        Assert.Equal(
            ("test", "https://test", "c1", "en-GB"),
            (sent.ChannelId, sent.ServiceUrl, sent.Conversation.Id, sent.Locale)
        );
        Assert.Equal("sent-hello", response.Id);
        Assert.Equal("sent-hello", sent.Id);
        Assert.True(_turn.Responded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task SendActivity_BlankText_IsRefused(string? text) =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.SendActivityAsync(text));

    [Fact]
    public async Task SendActivities_None_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.SendActivitiesAsync(null));
        await Assert.ThrowsAsync<ArgumentException>(() => _turn.SendActivitiesAsync([]));
    }

    [Fact]
    public async Task SendActivity_ATrace_IsNoResponse()
    {
        await _turn.SendActivityAsync(Activity.CreateTraceActivity("step"));
        Assert.False(_turn.Responded);
        Assert.Single(_adapter.Sent);
    }

    [Fact]
    public async Task OnSendActivities_RunsInOrder_AndMayChangeWhatIsSent()
    {
        var order = new List<string>();
        _turn.OnSendActivities(
            async (_, activities, next) =>
            {
                order.Add("first");
                activities.Add(MessageFactory.Text("added"));
                var responses = await next();
                order.Add("first again");
                return responses;
            }
        );
        _turn.OnSendActivities(
            (_, activities, next) =>
            {
                order.Add("second");
                activities[0].Text = "changed";
                return next();
            }
        );

        await _turn.SendActivityAsync("hello");

        Assert.Equal(["first", "second", "first again"], order);
        Assert.Equal(["changed", "added"], _adapter.Sent.Select(a => a.Text));
    }

    [Fact]
    public async Task OnSendActivities_ThatDoesNotGoOn_KeepsItFromBeingSent()
    {
        _turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>(null!));

        var response = await _turn.SendActivityAsync("hello");

        Assert.Empty(_adapter.Sent);
        Assert.Null(response.Id);
        Assert.False(_turn.Responded);
    }

    [Fact]
    public async Task OnSendActivities_ThatThrows_ThrowsToTheSender()
    {
        _turn.OnSendActivities((_, _, _) => throw new InvalidOperationException("no"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _turn.SendActivityAsync("hello"));
    }

    [Fact]
    public async Task UpdateActivity_PassesTheHandlers_AndIsAddressed()
    {
        _turn.OnUpdateActivity(
            (_, activity, next) =>
            {
                activity.Text = "changed";
                return next();
            }
        );

        var response = await _turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, id: "a1") { Text = "new" });

        Assert.Equal("a1", response.Id);
        Assert.Equal(("changed", "c1"), (_adapter.Updated[0].Text, _adapter.Updated[0].Conversation.Id));
    }

    [Fact]
    public async Task DeleteActivity_PassesTheHandlers_WithTheIdToDelete()
    {
        _turn.OnDeleteActivity(
            (_, reference, next) =>
            {
                reference.ActivityId += "!";
                return next();
            }
        );

        await _turn.DeleteActivityAsync("a1");
        await _turn.DeleteActivityAsync(new ConversationReference("a2"));

        Assert.Equal(["a1!", "a2!"], _adapter.Deleted.Select(r => r.ActivityId));
        Assert.Equal("c1", _adapter.Deleted[0].Conversation.Id);
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.DeleteActivityAsync(" "));
    }

    [Fact]
    public async Task SendActivity_WhenRepliesAreExpected_IsKeptForTheAnswer()
    {
        _turn.Activity.DeliveryMode = DeliveryModes.ExpectReplies;

        await _turn.SendActivityAsync("hello");

        Assert.Empty(_adapter.Sent);
        Assert.Equal("hello", Assert.Single(_turn.BufferedReplyActivities).Text);
        Assert.True(_turn.Responded);
    }

    [Fact]
    public void TurnState_KeepsObjectsByNameOrType()
    {
        _turn.TurnState.Add("key", "named");
        _turn.TurnState.Add(new Version(1, 2));
        _turn.TurnState.Set("key", "again");

        Assert.Equal("again", _turn.TurnState.Get<string>("key"));
        Assert.Equal(new Version(1, 2), _turn.TurnState.Get<Version>());
        Assert.Null(_turn.TurnState.Get<string>("other"));
        Assert.Null(_turn.TurnState.Get<Uri>());
        Assert.Throws<ArgumentNullException>(() => _turn.TurnState.Get<string>(null));
        Assert.Throws<ArgumentException>(() => _turn.TurnState.Add("key", "twice"));
    }

    [Fact]
    public void Dispose_DisposesWhatTheTurnKeeps()
    {
        var stream = new MemoryStream();
        _turn.TurnState.Add(stream);

        _turn.Dispose();

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void References_AreMadeAndAppliedByStaticHelpersToo()
    {
        var reference = TurnContext.GetConversationReference(_turn.Activity);
        var reply = TurnContext.GetReplyConversationReference(_turn.Activity, new ResourceResponse("r1"));
        var applied = TurnContext.ApplyConversationReference(new Activity(), reference);

        Assert.Equal(("in-1", "user", "bot"), (reference.ActivityId, reference.User.Id, reference.Bot.Id));
        Assert.Equal("r1", reply.ActivityId);
        Assert.Equal(("bot", "in-1"), (applied.From.Id, applied.ReplyToId));
    }
}
