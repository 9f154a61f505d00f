using System.Text.Json;
using System.Text.Json.Nodes;
using SpasmBot.Channels.Cards;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Stored activities as this channel's clients get them.</summary>
/// <param name="cards">Null where nobody draws cards.</param>
internal sealed class OutboundActivity(AdaptiveCardRenderer? cards)
{
    // Kinds that no row of buttons can answer. A plain answer reads well as the text it comes with.
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "multi",
        "body",
        "number",
        "contact",
        "slot",
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The activity's JSON, with a card where one helps; clients that draw their own controls ignore it.</summary>
    public string For(string activityJson)
    {
        // Most activities say by their text alone that they carry nothing to draw.
        if (cards is null || !activityJson.Contains("\"spasmbot\"", StringComparison.Ordinal))
            return activityJson;
        var activity = JsonNode.Parse(activityJson)!.AsObject();
        if (activity["attachments"] is JsonArray { Count: > 0 } || Card(activity) is not { } card)
            return activityJson;
        activity["attachments"] = new JsonArray(card);
        return activity.ToJsonString(JsonBody.Written);
    }

    private JsonObject? Card(JsonObject activity)
    {
        try
        {
            var data = (activity["channelData"] as JsonObject)?["spasmbot"]?.Deserialize<SpasmBotData>(Json);
            return data is not null && (data.Emergency is not null || Drawn.Contains(data.Kind ?? ""))
                ? cards!.Render(data)
                : null;
        }
        catch (JsonException)
        {
            // Written by an older version in another shape: the text says the same.
            return null;
        }
    }
}
