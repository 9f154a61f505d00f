using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Schema;

/// <summary>One thing said or done in a conversation, as it goes over the wire. Every kind of activity is this class, seen through its interface.</summary>
public partial class Activity
    : IMessageActivity,
        IConversationUpdateActivity,
        IContactRelationUpdateActivity,
        IInstallationUpdateActivity,
        IMessageUpdateActivity,
        IMessageDeleteActivity,
        IMessageReactionActivity,
        ISuggestionActivity,
        ITypingActivity,
        IEndOfConversationActivity,
        IEventActivity,
        IInvokeActivity,
        ITraceActivity,
        ICommandActivity,
        ICommandResultActivity
{
    private UnknownProperties _unknown;

    /// <summary>The MIME type of an activity.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <summary>An activity without a type.</summary>
    public Activity() { }

    /// <summary>An activity of one of the <see cref="ActivityTypes"/>.</summary>
    public Activity(
        string type = null,
        string id = null,
        DateTimeOffset? timestamp = null,
        DateTimeOffset? localTimestamp = null,
        string serviceUrl = null,
        string channelId = null,
        ChannelAccount from = null,
        ConversationAccount conversation = null,
        ChannelAccount recipient = null,
        string textFormat = null,
        string attachmentLayout = null,
        IList<ChannelAccount> membersAdded = null,
        IList<ChannelAccount> membersRemoved = null,
        IList<MessageReaction> reactionsAdded = null,
        IList<MessageReaction> reactionsRemoved = null,
        string topicName = null,
        bool? historyDisclosed = null,
        string locale = null,
        string text = null,
        string speak = null,
        string inputHint = null,
        string summary = null,
        SuggestedActions suggestedActions = null,
        IList<Attachment> attachments = null,
        IList<Entity> entities = null,
        object channelData = null,
        string action = null,
        string replyToId = null,
        string label = null,
        string valueType = null,
        object value = null,
        string name = null,
        ConversationReference relatesTo = null,
        string code = null,
        DateTimeOffset? expiration = null,
        string importance = null,
        string deliveryMode = null,
        IList<string> listenFor = null,
        IList<TextHighlight> textHighlights = null,
        SemanticAction semanticAction = null,
        string localTimezone = null,
        string callerId = null
    )
    {
        (Type, Id, Timestamp, LocalTimestamp, LocalTimezone) = (type, id, timestamp, localTimestamp, localTimezone);
        (ServiceUrl, ChannelId, From, Conversation, Recipient) = (serviceUrl, channelId, from, conversation, recipient);
        (TextFormat, AttachmentLayout, Locale, Text, Speak) = (textFormat, attachmentLayout, locale, text, speak);
        (MembersAdded, MembersRemoved) = (membersAdded, membersRemoved);
        (ReactionsAdded, ReactionsRemoved) = (reactionsAdded, reactionsRemoved);
        (TopicName, HistoryDisclosed, InputHint, Summary) = (topicName, historyDisclosed, inputHint, summary);
        (SuggestedActions, Attachments, Entities, ChannelData) = (suggestedActions, attachments, entities, channelData);
        (Action, ReplyToId, Label, ValueType, Value, Name) = (action, replyToId, label, valueType, value, name);
        (RelatesTo, Code, Expiration, Importance) = (relatesTo, code, expiration, importance);
        (DeliveryMode, ListenFor, TextHighlights) = (deliveryMode, listenFor, textHighlights);
        (SemanticAction, CallerId) = (semanticAction, callerId);
    }

    public string Type { get; set; }

    public string Id { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>An IANA time zone name.</summary>
    public string LocalTimezone { get; set; }

    public string ServiceUrl { get; set; }

    public string ChannelId { get; set; }

    public ChannelAccount From { get; set; }

    public ConversationAccount Conversation { get; set; }

    public ChannelAccount Recipient { get; set; }

    public string TextFormat { get; set; }

    public string AttachmentLayout { get; set; }

    public IList<ChannelAccount> MembersAdded { get; set; }

    public IList<ChannelAccount> MembersRemoved { get; set; }

    public IList<MessageReaction> ReactionsAdded { get; set; }

    public IList<MessageReaction> ReactionsRemoved { get; set; }

    public string TopicName { get; set; }

    public bool? HistoryDisclosed { get; set; }

    public string Locale { get; set; }

    public string Text { get; set; }

    public string Speak { get; set; }

    public string InputHint { get; set; }

    public string Summary { get; set; }

    public SuggestedActions SuggestedActions { get; set; }

    public IList<Attachment> Attachments { get; set; }

    public IList<Entity> Entities { get; set; }

    /// <summary>The channel's own data: any object when sent, a <see cref="System.Text.Json.JsonElement"/> when it came off the wire as an object.</summary>
    [JsonConverter(typeof(WireValueConverter))]
    public dynamic ChannelData { get; set; }

    public string Action { get; set; }

    public string ReplyToId { get; set; }

    public string Label { get; set; }

    public string ValueType { get; set; }

    /// <summary>Any object when sent; off the wire a string, number or boolean as itself, anything else a <see cref="System.Text.Json.JsonElement"/>.</summary>
    [JsonConverter(typeof(WireValueConverter))]
    public object Value { get; set; }

    public string Name { get; set; }

    public ConversationReference RelatesTo { get; set; }

    public string Code { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    public string Importance { get; set; }

    public string DeliveryMode { get; set; }

    public IList<string> ListenFor { get; set; }

    public IList<TextHighlight> TextHighlights { get; set; }

    public SemanticAction SemanticAction { get; set; }

    public string CallerId { get; set; }

    /// <summary>What came beside the known properties; it is kept and sent on.</summary>
    [JsonIgnore]
    public JsonObject Properties
    {
        get => _unknown.Shown;
        set => _unknown.Shown = value;
    }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Overflow
    {
        get => _unknown.Kept;
        set => _unknown.Kept = value;
    }
}
