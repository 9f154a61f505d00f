using System.Text.Json.Nodes;

namespace SpasmBot.Channels.Cards;

/// <summary>The few elements of Adaptive Cards 1.5 that the bot's cards are made of.</summary>
internal static class CardElements
{
    /// <summary>
    /// Words as they are. A TextBlock would read them as Markdown, in which an answer's own words could make a link or load a
    /// picture; a RichTextBlock reads nothing into them.
    /// </summary>
    public static JsonObject Words(string text, string? size = null, bool isBold = false, bool isSubtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (size is not null)
            run["size"] = size;
        if (isBold)
            run["weight"] = "Bolder";
        if (isSubtle)
            run["isSubtle"] = true;
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    public static JsonObject Title(string text) => Words(text, size: "Large", isBold: true);

    public static IEnumerable<JsonNode> Bullets(IEnumerable<string> items) => items.Select(item => Words("• " + item));

    public static JsonObject Container(IEnumerable<JsonNode> items, string? style = null)
    {
        var container = new JsonObject { ["type"] = "Container", ["items"] = new JsonArray([.. items]) };
        if (style is not null)
            container["style"] = style;
        return container;
    }

    public static JsonObject Actions(IEnumerable<JsonNode> actions) =>
        new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    /// <summary>A button that sends its data, with the inputs of the card or without.</summary>
    public static JsonObject Submit(string title, JsonObject data, bool withInputs = false) =>
        new()
        {
            ["type"] = "Action.Submit",
            ["title"] = title,
            ["data"] = data,
            ["associatedInputs"] = withInputs ? "auto" : "none",
        };

    public static JsonObject OpenUrl(string title, string url) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = title,
            ["url"] = url,
        };

    /// <summary>A card as an attachment of an activity.</summary>
    public static JsonObject Attachment(IEnumerable<JsonNode> body, string fallback) =>
        new()
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.5",
                ["fallbackText"] = fallback,
                ["body"] = new JsonArray([.. body]),
            },
        };
}
