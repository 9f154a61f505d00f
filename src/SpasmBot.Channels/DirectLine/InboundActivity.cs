using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpasmBot.Channels.Inbound;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Who speaks where and when: what the server vouches for, whatever the body claims.</summary>
/// <param name="UserId">Null when another server speaks, which names the person itself.</param>
internal sealed record Speaker(string ConversationId, string? UserId, DateTimeOffset Now);

/// <summary>
/// An activity of a client's, made anew from the few fields that a person's message has. Nothing else of the body
/// goes on: no attachments, no entities, no channel data but the client's own id of the activity.
/// </summary>
internal sealed partial record InboundActivity
{
    private const int NameLength = 100;
    private const int IdLength = 200;

    // Activities a client may send that a person never sees an answer to.
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        ActivityTypes.Typing,
        ActivityTypes.ConversationUpdate,
        ActivityTypes.ContactRelationUpdate,
        ActivityTypes.EndOfConversation,
        ActivityTypes.MessageReaction,
        ActivityTypes.MessageUpdate,
        ActivityTypes.MessageDelete,
        ActivityTypes.InstallationUpdate,
        ActivityTypes.Invoke,
        ActivityTypes.Trace,
        ActivityTypes.Handoff,
        ActivityTypes.Suggestion,
        ActivityTypes.Command,
        ActivityTypes.CommandResult,
    };

    public required string Json { get; init; }

    public string? ClientActivityId { get; init; }

    /// <summary>Acknowledged, but nothing for the conversation.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>Reads a body, changing it in place where it must be mended.</summary>
    public static bool TryRead(
        Span<byte> body,
        Speaker speaker,
        [NotNullWhen(true)] out InboundActivity? activity,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        activity = null;
        if (!JsonBody.TryRead(body, out var json, out fault))
            return false;
        var fields = new BodyFields(json);
        var read = Read(fields, speaker);
        fault = fields.Fault;
        activity = fault is null ? read : null;
        return fault is null;
    }

    private static InboundActivity Read(BodyFields body, Speaker speaker)
    {
        var type = body.Required("type", "An activity needs a type: message or event.");
        if (Ignored.Contains(type))
            return new InboundActivity { Json = "{}", IsIgnored = true };
        var activity = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = DirectLineChannel.Id,
            ["timestamp"] = speaker.Now.ToString("O"),
            ["conversation"] = new JsonObject { ["id"] = speaker.ConversationId },
            ["from"] = From(body, speaker),
        };
        AddContent(activity, type, body);
        Add(activity, "locale", body.Text("locale") is { } locale && Locale().IsMatch(locale) ? locale : null);
        Add(activity, "replyToId", CleanText.Short(body.Text("replyToId"), IdLength));
        var clientId = CleanText.Short(body.Text("channelData.clientActivityID"), IdLength);
        Add(activity, "channelData", ChannelData(body, clientId));
        return new InboundActivity { Json = activity.ToJsonString(JsonBody.Written), ClientActivityId = clientId };
    }

    private static void AddContent(JsonObject activity, string type, BodyFields body)
    {
        switch (type)
        {
            case ActivityTypes.Message:
                var text = body.Text("text");
                if (text is null && body.Value("value") is null)
                    body.Reject("text", "A message needs a text or a value.");
                activity["textFormat"] = "plain";
                Add(activity, "text", text is null ? null : CleanText.Of(text));
                break;
            case ActivityTypes.Event:
                activity["name"] = CleanText.Short(body.Required("name", "An event needs a name."), IdLength);
                break;
            default:
                body.Reject("type", "This type is not known. Send a message or an event.");
                break;
        }

        Add(activity, "value", SubmittedValue.From(body.Value("value")));
    }

    private static JsonObject From(BodyFields body, Speaker speaker)
    {
        var id = speaker.UserId ?? body.Required("from.id", "A server that speaks for a person says for whom.");
        var from = new JsonObject { ["id"] = CleanText.Short(id, IdLength), ["role"] = "user" };
        Add(from, "name", CleanText.Short(body.Text("from.name"), NameLength));
        return from;
    }

    private static JsonObject? ChannelData(BodyFields body, string? clientId)
    {
        var kept = new JsonObject();
        Add(kept, "clientActivityID", clientId);
        if (body.Value("channelData.postBack") is JsonValue postBack && postBack.TryGetValue(out bool isPostBack))
            kept["postBack"] = isPostBack;
        return kept.Count == 0 ? null : kept;
    }

    private static void Add(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
            target[name] = value;
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\z", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Locale();
}
