using SpasmBot.Runtime.Connector;

namespace SpasmBot.Runtime.Schema;

/// <content>Where an activity belongs and what kind it is.</content>
public partial class Activity
{
    public IMessageActivity AsMessageActivity() => Is(ActivityTypes.Message) ? this : null;

    public IContactRelationUpdateActivity AsContactRelationUpdateActivity() =>
        Is(ActivityTypes.ContactRelationUpdate) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() =>
        Is(ActivityTypes.InstallationUpdate) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() =>
        Is(ActivityTypes.ConversationUpdate) ? this : null;

    public ITypingActivity AsTypingActivity() => Is(ActivityTypes.Typing) ? this : null;

    public IEndOfConversationActivity AsEndOfConversationActivity() =>
        Is(ActivityTypes.EndOfConversation) ? this : null;

    public IEventActivity AsEventActivity() => Is(ActivityTypes.Event) ? this : null;

    public IInvokeActivity AsInvokeActivity() => Is(ActivityTypes.Invoke) ? this : null;

    public IMessageUpdateActivity AsMessageUpdateActivity() => Is(ActivityTypes.MessageUpdate) ? this : null;

    public IMessageDeleteActivity AsMessageDeleteActivity() => Is(ActivityTypes.MessageDelete) ? this : null;

    public IMessageReactionActivity AsMessageReactionActivity() => Is(ActivityTypes.MessageReaction) ? this : null;

    public ISuggestionActivity AsSuggestionActivity() => Is(ActivityTypes.Suggestion) ? this : null;

    public ITraceActivity AsTraceActivity() => Is(ActivityTypes.Trace) ? this : null;

    public ICommandActivity AsCommandActivity() => Is(ActivityTypes.Command) ? this : null;

    public ICommandResultActivity AsCommandResultActivity() => Is(ActivityTypes.CommandResult) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities
            ?.Where(e => string.Equals(e.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(e => e.GetAs<Mention>())
            .ToArray()
        ?? [];

    public T GetChannelData<T>() => RuntimeJson.ConvertTo<T>((object)ChannelData);

    public bool TryGetChannelData<T>(out T instance)
    {
        instance = default;
        return ChannelData is not null && RuntimeJson.TryConvertTo((object)ChannelData, out instance);
    }

    public ConversationReference GetConversationReference() =>
        new()
        {
            ActivityId = CanBeRepliedTo ? Id : null,
            User = From,
            Bot = Recipient,
            Conversation = Conversation,
            ChannelId = ChannelId,
            Locale = Locale,
            ServiceUrl = ServiceUrl,
        };

    /// <summary>The reference to an activity that was sent, with the id that the channel gave it.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale = reference.Locale ?? Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
        {
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <summary>True when it came over a stream and not over HTTP.</summary>
    public bool IsFromStreamingConnection() =>
        ServiceUrl?.StartsWith("http", StringComparison.OrdinalIgnoreCase) is false;

    protected bool IsActivity(string activityType) => Is(activityType);

    // Web Chat and Direct Line do not resolve the id of a conversation update.
    private bool CanBeRepliedTo =>
        Type is null
        || !string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        || (ChannelId is not (Channels.Directline or Channels.Webchat));

    // "message" and "message/anything" are both messages.
    private bool Is(string type) =>
        Type is not null
        && Type.StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == type.Length || Type[type.Length] == '/');
}
