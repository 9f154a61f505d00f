using System.Runtime.CompilerServices;

namespace SpasmBot.Runtime.Schema;

/// <content>How activities are made: new ones, and replies to another.</content>
public partial class Activity
{
    /// <summary>An empty message.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() =>
        new Activity(ActivityTypes.ContactRelationUpdate);

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [], MembersRemoved = [] };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() =>
        new Activity(ActivityTypes.EndOfConversation);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    /// <summary>A trace. The value's type name stands in for <paramref name="valueType"/>, the caller's for <paramref name="label"/>.</summary>
    public static ITraceActivity CreateTraceActivity(
        string name,
        string valueType = null,
        object value = null,
        [CallerMemberName] string label = null
    ) =>
        new Activity(ActivityTypes.Trace)
        {
            Name = name,
            Label = label,
            ValueType = valueType ?? value?.GetType().Name,
            Value = value,
        };

    /// <summary>A message back to whoever sent this activity.</summary>
    public Activity CreateReply(string text = null, string locale = null)
    {
        var reply = Answer(ActivityTypes.Message);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = [];
        reply.Entities = [];
        return reply;
    }

    /// <summary>A trace beside this activity.</summary>
    public ITraceActivity CreateTrace(
        string name,
        object value = null,
        string valueType = null,
        [CallerMemberName] string label = null
    )
    {
        var trace = Answer(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    // An answer to an update that has no id to reply to, on channels that refuse such a reply, carries none.
    private Activity Answer(string type) =>
        new(type)
        {
            Timestamp = TimeProvider.System.GetUtcNow(),
            From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
            Recipient = new ChannelAccount(From?.Id, From?.Name),
            ReplyToId = CanBeRepliedTo ? Id : null,
            ServiceUrl = ServiceUrl,
            ChannelId = ChannelId,
            Conversation = new ConversationAccount(
                isGroup: Conversation?.IsGroup,
                id: Conversation?.Id,
                name: Conversation?.Name
            ),
        };

    /// <summary>The same activity, so that one of them can be addressed or added to without the other.</summary>
    internal Activity Copy() => (Activity)MemberwiseClone();
}
