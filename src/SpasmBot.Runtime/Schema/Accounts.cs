using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Schema;

/// <summary>A person or a bot on a channel.</summary>
public class ChannelAccount
{
    private UnknownProperties _unknown;

    public ChannelAccount() { }

    public ChannelAccount(string id = null, string name = null, string role = null, string aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    public string Id { get; set; }

    public string Name { get; set; }

    public string AadObjectId { get; set; }

    public string Role { get; set; }

    /// <summary>What the channel sent beside the known properties.</summary>
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

/// <summary>A conversation on a channel.</summary>
public class ConversationAccount
{
    private UnknownProperties _unknown;

    public ConversationAccount() { }

    public ConversationAccount(
        bool? isGroup = null,
        string conversationType = null,
        string id = null,
        string name = null,
        string aadObjectId = null,
        string role = null,
        string tenantId = null
    )
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    public bool? IsGroup { get; set; }

    public string ConversationType { get; set; }

    public string TenantId { get; set; }

    public string Id { get; set; }

    public string Name { get; set; }

    public string AadObjectId { get; set; }

    public string Role { get; set; }

    /// <summary>What the channel sent beside the known properties.</summary>
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

/// <summary>Enough of an activity to find its conversation again.</summary>
public class ConversationReference
{
    public ConversationReference() { }

    public ConversationReference(
        string activityId = null,
        ChannelAccount user = null,
        ChannelAccount bot = null,
        ConversationAccount conversation = null,
        string channelId = null,
        string serviceUrl = null
    )
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    public string ActivityId { get; set; }

    public ChannelAccount User { get; set; }

    public ChannelAccount Bot { get; set; }

    public ConversationAccount Conversation { get; set; }

    public string ChannelId { get; set; }

    public string Locale { get; set; }

    public string ServiceUrl { get; set; }

    /// <summary>The event with which a bot's turn begins when the bot speaks first.</summary>
    public Activity GetContinuationActivity() =>
        new(ActivityTypes.Event)
        {
            Name = ActivityEventNames.ContinueConversation,
            Id = Guid.NewGuid().ToString(),
            ChannelId = ChannelId,
            Locale = Locale,
            ServiceUrl = ServiceUrl,
            Conversation = Conversation,
            Recipient = Bot,
            From = User,
            RelatesTo = this,
        };
}

/// <summary>What is needed to start a conversation.</summary>
public class ConversationParameters
{
    public ConversationParameters() { }

    public ConversationParameters(
        bool? isGroup = null,
        ChannelAccount bot = null,
        IList<ChannelAccount> members = null,
        string topicName = null,
        Activity activity = null,
        object channelData = null,
        string tenantId = null
    )
    {
        IsGroup = isGroup;
        Bot = bot;
        Members = members;
        TopicName = topicName;
        Activity = activity;
        ChannelData = channelData;
        TenantId = tenantId;
    }

    public bool? IsGroup { get; set; }

    public ChannelAccount Bot { get; set; }

    public IList<ChannelAccount> Members { get; set; }

    public string TopicName { get; set; }

    public string TenantId { get; set; }

    public Activity Activity { get; set; }

    [JsonConverter(typeof(WireValueConverter))]
    public object ChannelData { get; set; }
}

/// <summary>The id that a channel gave to something that was sent.</summary>
public class ResourceResponse
{
    public ResourceResponse() { }

    public ResourceResponse(string id = null) => Id = id;

    public string Id { get; set; }
}

/// <summary>A reaction (a like, an emoji) to a message.</summary>
public class MessageReaction
{
    public MessageReaction() { }

    public MessageReaction(string type = null) => Type = type;

    public string Type { get; set; }
}
