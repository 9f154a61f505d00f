using SpasmBot.Runtime.Connector;

namespace SpasmBot.Runtime.Tests.Schema;

public class ActivityTests
{
    [Fact]
    public void GetConversationReference_NamesTheConversationAndBothSides()
    {
        var activity = RecordingAdapter.Incoming();

        var reference = activity.GetConversationReference();

        Assert.Equal(
            ("in-1", "user", "bot", "c1"),
            (reference.ActivityId, reference.User.Id, reference.Bot.Id, reference.Conversation.Id)
        );
        Assert.Equal(("test", "en-GB", "https://test"), (reference.ChannelId, reference.Locale, reference.ServiceUrl));
        Assert.Equal("r", activity.GetReplyConversationReference(new ResourceResponse("r")).ActivityId);
    }

    [Theory]
    [InlineData(Channels.Directline, null)]
    [InlineData(Channels.Webchat, null)]
    [InlineData(Channels.Msteams, "in-1")]
    public void AConversationUpdate_IsNotRepliedTo_WhereTheChannelCannot(string channel, string? replyTo)
    {
        var update = RecordingAdapter.Incoming();
        update.Type = ActivityTypes.ConversationUpdate;
        update.ChannelId = channel;

        Assert.Equal(replyTo, update.GetConversationReference().ActivityId);
        Assert.Equal(replyTo, update.CreateReply("hi").ReplyToId);
    }

    [Fact]
    public void ApplyConversationReference_AddressesBothWays()
    {
        var reference = RecordingAdapter.Incoming().GetConversationReference();

        var outgoing = new Activity { Locale = "de", ReplyToId = "x" }.ApplyConversationReference(reference);
        var incoming = new Activity { Id = "x" }.ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("bot", "user", "in-1"), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId));
        Assert.Equal(("user", "bot", "in-1"), (incoming.From.Id, incoming.Recipient.Id, incoming.Id));
        Assert.Equal("en-GB", outgoing.Locale);
        Assert.Throws<ArgumentNullException>(() => new Activity().ApplyConversationReference(null));
    }

    [Fact]
    public void ApplyConversationReference_WithoutIdOrLocale_KeepsTheActivitys()
    {
        var reference = new ConversationReference { User = new ChannelAccount("user") };
        var activity = new Activity { Locale = "de", ReplyToId = "x" }.ApplyConversationReference(reference);
        Assert.Equal(("de", "x"), (activity.Locale, activity.ReplyToId));
    }

    [Fact]
    public void CreateReply_GoesBackToTheSender()
    {
        var reply = RecordingAdapter.Incoming().CreateReply("hello");

        Assert.Equal((ActivityTypes.Message, "hello", "en-GB"), (reply.Type, reply.Text, reply.Locale));
        Assert.Equal(("bot", "user", "in-1"), (reply.From.Id, reply.Recipient.Id, reply.ReplyToId));
        Assert.Equal("c1", reply.Conversation.Id);
        Assert.Equal("", RecordingAdapter.Incoming().CreateReply().Text);
    }

    [Fact]
    public void CreateTrace_NamesTypeAndCaller_AndNeedsNoRecipient()
    {
        var activity = RecordingAdapter.Incoming();
        activity.Recipient = null;

        var trace = activity.CreateTrace("step", 5);

        Assert.Equal(("step", "Int32"), (trace.Name, trace.ValueType));
        Assert.Equal(nameof(CreateTrace_NamesTypeAndCaller_AndNeedsNoRecipient), trace.Label);
        Assert.Null(trace.From.Id);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/special", true)]
    [InlineData("messageReaction", false)]
    [InlineData(null, false)]
    public void AsMessageActivity_IsOnlyForMessages(string? type, bool isMessage) =>
        Assert.Equal(isMessage, new Activity { Type = type }.AsMessageActivity() is not null);

    [Fact]
    public void AsKind_IsTheActivityOfThatKind_OrNothing()
    {
        Assert.NotNull(new Activity(ActivityTypes.ConversationUpdate).AsConversationUpdateActivity());
        Assert.NotNull(new Activity(ActivityTypes.Event).AsEventActivity());
        Assert.NotNull(new Activity(ActivityTypes.Invoke).AsInvokeActivity());
        Assert.NotNull(new Activity(ActivityTypes.Typing).AsTypingActivity());
        Assert.NotNull(new Activity(ActivityTypes.EndOfConversation).AsEndOfConversationActivity());
        Assert.NotNull(new Activity(ActivityTypes.InstallationUpdate).AsInstallationUpdateActivity());
        Assert.NotNull(new Activity(ActivityTypes.MessageReaction).AsMessageReactionActivity());
        Assert.Null(new Activity(ActivityTypes.Event).AsInvokeActivity());
    }

    [Fact]
    public void HasContent_IsTrueForAnythingToShow()
    {
        Assert.True(new Activity { Text = "x" }.HasContent());
        Assert.True(new Activity { Summary = "x" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = new { a = 1 } }.HasContent());
        Assert.False(new Activity { Text = " ", Attachments = [] }.HasContent());
    }

    [Fact]
    public void ChannelData_IsReadAsAType()
    {
        var activity = new Activity { ChannelData = new { color = "red" } };

        Assert.Equal("red", activity.GetChannelData<Paint>().Color);
        Assert.True(activity.TryGetChannelData<Paint>(out var paint));
        Assert.Equal("red", paint.Color);
        Assert.False(activity.TryGetChannelData<int>(out _));
        Assert.False(new Activity().TryGetChannelData<Paint>(out _));
        Assert.Null(new Activity().GetChannelData<Paint>());
        var own = new Paint();
        Assert.Same(own, new Activity { ChannelData = own }.GetChannelData<Paint>());
    }

    [Fact]
    public void Mentions_AreFoundAndTakenOutOfTheText()
    {
        var activity = RecordingAdapter.Incoming("<at>Bot</at> my back hurts");
        activity.Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>"), new Entity("clientInfo")];

        Assert.Equal("bot", Assert.Single(activity.GetMentions()).Mentioned.Id);
        Assert.Equal("my back hurts", activity.RemoveRecipientMention());
        Assert.Equal("my back hurts", activity.Text);
        Assert.Empty(new Activity().GetMentions());
    }

    [Theory]
    [InlineData("https://x", false)]
    [InlineData("HTTP://x", false)]
    [InlineData("urn:botframework:WebSocket:wss://x", true)]
    [InlineData(null, false)]
    public void IsFromStreamingConnection_IsTrueForOtherThanHttp(string? url, bool isStreaming) =>
        Assert.Equal(isStreaming, new Activity { ServiceUrl = url }.IsFromStreamingConnection());

    [Fact]
    public void Create_MakesEachKind()
    {
        Assert.Equal(ActivityTypes.Message, Activity.CreateMessageActivity().Type);
        Assert.Empty(Activity.CreateMessageActivity().Attachments);
        Assert.Empty(Activity.CreateConversationUpdateActivity().MembersAdded);
        Assert.Equal(ActivityTypes.Event, Activity.CreateEventActivity().Type);
        Assert.Equal(ActivityTypes.Invoke, Activity.CreateInvokeActivity().Type);
        Assert.Equal(ActivityTypes.Typing, Activity.CreateTypingActivity().Type);
        Assert.Equal(ActivityTypes.EndOfConversation, Activity.CreateEndOfConversationActivity().Type);
        Assert.Equal(ActivityTypes.ContactRelationUpdate, Activity.CreateContactRelationUpdateActivity().Type);
        Assert.Equal(ActivityTypes.Handoff, Activity.CreateHandoffActivity().Type);
        Assert.Equal("String", Activity.CreateTraceActivity("t", value: "v").ValueType);
    }

    [Fact]
    public void ACardAction_CanBeWrittenAsText()
    {
        CardAction action = "Yes";
        Assert.Equal(("Yes", (object)"Yes"), (action.Title, action.Value));
    }

    public class Paint
    {
        public string? Color { get; set; }
    }
}
