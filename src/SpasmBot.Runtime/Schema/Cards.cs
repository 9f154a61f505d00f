using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Schema;

/// <summary>Something attached to a message: a card, an image, a file.</summary>
public class Attachment
{
    private UnknownProperties _unknown;

    public Attachment() { }

    public Attachment(
        string contentType = null,
        string contentUrl = null,
        object content = null,
        string name = null,
        string thumbnailUrl = null
    )
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    public string ContentType { get; set; }

    public string ContentUrl { get; set; }

    [JsonConverter(typeof(WireValueConverter))]
    public object Content { get; set; }

    public string Name { get; set; }

    public string ThumbnailUrl { get; set; }

    /// <summary>What came beside the known properties.</summary>
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

/// <summary>Buttons under a message that go away once one was tapped.</summary>
public class SuggestedActions
{
    public SuggestedActions() { }

    public SuggestedActions(IList<string> to = null, IList<CardAction> actions = null)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to.ToArray(), actions.ToArray()) { }

    public IList<string> To { get; set; }

    public IList<CardAction> Actions { get; set; }
}

/// <summary>A button.</summary>
public class CardAction
{
    public CardAction() { }

    public CardAction(
        string type = null,
        string title = null,
        string image = null,
        string text = null,
        string displayText = null,
        object value = null,
        object channelData = null,
        string imageAltText = null
    )
    {
        Type = type;
        Title = title;
        Image = image;
        ImageAltText = imageAltText;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    public string Type { get; set; }

    public string Title { get; set; }

    public string Image { get; set; }

    public string ImageAltText { get; set; }

    public string Text { get; set; }

    public string DisplayText { get; set; }

    [JsonConverter(typeof(WireValueConverter))]
    public object Value { get; set; }

    [JsonConverter(typeof(WireValueConverter))]
    public object ChannelData { get; set; }

    /// <summary>An imBack button whose title is what it sends.</summary>
    public static implicit operator CardAction(string input) => new(title: input, value: input);

    /// <summary>As the implicit conversion from text.</summary>
    public static CardAction FromString(string text) => text;
}

/// <summary>A picture on a card.</summary>
public class CardImage
{
    public CardImage() { }

    public CardImage(string url = null, string alt = null, CardAction tap = null)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    public string Url { get; set; }

    public string Alt { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>A card with a title, a text, pictures and buttons.</summary>
public class HeroCard
{
    /// <summary>The attachment type of this card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public HeroCard() { }

    public HeroCard(
        string title = null,
        string subtitle = null,
        string text = null,
        IList<CardImage> images = null,
        IList<CardAction> buttons = null,
        CardAction tap = null
    )
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public IList<CardImage> Images { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>Cards as attachments.</summary>
public static class CardEx
{
    /// <summary>An attachment with the card as its content.</summary>
    public static Attachment ToAttachment(this HeroCard card) =>
        new() { Content = card, ContentType = HeroCard.ContentType };
}
