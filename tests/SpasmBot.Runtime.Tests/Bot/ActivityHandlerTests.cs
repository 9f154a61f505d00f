using System.Net;

namespace SpasmBot.Runtime.Tests.Bot;

public class ActivityHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly Recorder _bot = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "messageUpdate")]
    [InlineData(ActivityTypes.MessageDelete, "messageDelete")]
    [InlineData(ActivityTypes.EndOfConversation, "endOfConversation")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "commandResult")]
    [InlineData("something/else", "unrecognized")]
    public async Task OnTurn_CallsTheMethodOfTheKind(string type, string called)
    {
        await Turn(new Activity(type));
        Assert.Equal([called], _bot.Called);
    }

    [Fact]
    public async Task ConversationUpdate_TellsOfPeopleButNotOfTheBotAlone()
    {
        await Turn(Update(added: ["bot"]));
        await Turn(Update(removed: ["bot"]));
        Assert.Empty(_bot.Called);

        await Turn(Update(added: ["bot", "ann"]));
        await Turn(Update(removed: ["ann"]));
        Assert.Equal(["added bot ann", "removed ann"], _bot.Called);
    }

    [Fact]
    public async Task Reactions_AreToldAsAddedAndRemoved()
    {
        await Turn(
            new Activity(ActivityTypes.MessageReaction)
            {
                ReactionsAdded = [new MessageReaction("like")],
                ReactionsRemoved = [new MessageReaction("sad")],
            }
        );
        Assert.Equal(["+like", "-sad"], _bot.Called);
    }

    [Fact]
    public async Task Events_TokenResponsesApart()
    {
        await Turn(new Activity(ActivityTypes.Event) { Name = "ping" });
        await Turn(new Activity(ActivityTypes.Event) { Name = "tokens/response" });
        Assert.Equal(["event ping", "token"], _bot.Called);
    }

    [Fact]
    public async Task InstallationUpdate_IsAnAddOrARemove()
    {
        foreach (var action in new[] { "add", "add-upgrade", "remove", "remove-upgrade", "other" })
        {
            await Turn(new Activity(ActivityTypes.InstallationUpdate) { Action = action });
        }

        Assert.Equal(["install", "install", "uninstall", "uninstall"], _bot.Called);
    }

    [Fact]
    public async Task Invoke_IsAnsweredWithWhatTheMethodReturns()
    {
        await Turn(new Activity(ActivityTypes.Invoke) { Name = "do/it" });

        var answer = Assert.Single(_adapter.Sent);
        Assert.Equal(ActivityTypesEx.InvokeResponse, answer.Type);
        var response = Assert.IsType<InvokeResponse>(answer.Value);
        Assert.Equal((200, (object)"done"), (response.Status, response.Body));
        Assert.True(response.IsSuccessStatusCode());
    }

    [Theory]
    [InlineData("other", 501)]
    [InlineData("refuse", 400)]
    [InlineData("signin/verifyState", 501)]
    public async Task Invoke_NotHandledOrRefused_IsAnsweredWithAStatus(string name, int status)
    {
        await Turn(new Activity(ActivityTypes.Invoke) { Name = name });
        Assert.Equal(status, Assert.IsType<InvokeResponse>(Assert.Single(_adapter.Sent).Value).Status);
    }

    [Fact]
    public async Task OnTurn_WithoutAKind_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _bot.OnTurnAsync(null));
        await Assert.ThrowsAsync<ArgumentException>(() => Turn(new Activity()));
    }

    private async Task Turn(Activity activity)
    {
        activity.Recipient = new ChannelAccount("bot");
        using var turn = new TurnContext(_adapter, activity);
        await _bot.OnTurnAsync(turn);
    }

    private static Activity Update(string[]? added = null, string[]? removed = null) =>
        new(ActivityTypes.ConversationUpdate)
        {
            MembersAdded = added?.Select(id => new ChannelAccount(id)).ToList(),
            MembersRemoved = removed?.Select(id => new ChannelAccount(id)).ToList(),
        };

    private sealed class Recorder : ActivityHandler
    {
        public List<string> Called { get; } = [];

        protected override Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnMessageUpdateActivityAsync(
            ITurnContext<IMessageUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnMessageDeleteActivityAsync(
            ITurnContext<IMessageDeleteActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnTypingActivityAsync(
            ITurnContext<ITypingActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnCommandActivityAsync(
            ITurnContext<ICommandActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnCommandResultActivityAsync(
            ITurnContext<ICommandResultActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call(turnContext.Activity.Type);

        protected override Task OnUnrecognizedActivityTypeAsync(
            ITurnContext turnContext,
            CancellationToken cancellationToken
        ) => Call("unrecognized");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call($"added {string.Join(' ', membersAdded.Select(m => m.Id))}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call($"removed {string.Join(' ', membersRemoved.Select(m => m.Id))}");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call($"+{messageReactions[0].Type}");

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call($"-{messageReactions[0].Type}");

        protected override Task OnEventAsync(
            ITurnContext<IEventActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call($"event {turnContext.Activity.Name}");

        protected override Task OnTokenResponseEventAsync(
            ITurnContext<IEventActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call("token");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call("install");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Call("uninstall");

        protected override async Task<InvokeResponse> OnInvokeActivityAsync(
            ITurnContext<IInvokeActivity> turnContext,
            CancellationToken cancellationToken
        )
        {
            try
            {
                return turnContext.Activity.Name switch
                {
                    "do/it" => CreateInvokeResponse("done"),
                    "refuse" => throw new InvokeResponseException(HttpStatusCode.BadRequest),
                    _ => await base.OnInvokeActivityAsync(turnContext, cancellationToken),
                };
            }
            catch (InvokeResponseException e)
            {
                return e.CreateInvokeResponse();
            }
        }

        private Task Call(string what)
        {
            Called.Add(what);
            return Task.CompletedTask;
        }
    }
}
