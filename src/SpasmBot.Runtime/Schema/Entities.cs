using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Schema;

/// <summary>Metadata about an activity. An entity of a type that is not known keeps its data in <see cref="Properties"/>.</summary>
[JsonConverter(typeof(EntityConverter))]
public class Entity
{
    private UnknownProperties _unknown;

    public Entity() { }

    public Entity(string type = null) => Type = type;

    public string Type { get; set; }

    /// <summary>Everything but the type.</summary>
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

    /// <summary>This entity read as a <typeparamref name="T"/>.</summary>
    public T GetAs<T>() => this is T same ? same : RuntimeJson.ConvertTo<T>(this);

    /// <summary>Takes over the data of <paramref name="obj"/>, its type included.</summary>
    public void SetAs<T>(T obj)
    {
        var copy =
            JsonSerializer
                .SerializeToElement(obj, obj.GetType(), RuntimeJson.Options)
                .Deserialize<Entity>(RuntimeJson.Options)
            ?? new Entity();
        Type = copy.Type;
        Properties = copy.Properties;
    }
}

/// <summary>Someone was named in a message.</summary>
public class Mention : Entity
{
    public Mention()
        : base("mention") { }

    public Mention(ChannelAccount mentioned = null, string text = null, string type = null)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    public ChannelAccount Mentioned { get; set; }

    public string Text { get; set; }
}

/// <summary>A part of the text that is to be pointed out.</summary>
public class TextHighlight
{
    public TextHighlight() { }

    public TextHighlight(string text = null, int? occurrence = null)
    {
        Text = text;
        Occurrence = occurrence;
    }

    public string Text { get; set; }

    public int? Occurrence { get; set; }
}

/// <summary>An action that a client may run beside showing the message.</summary>
public class SemanticAction
{
    public SemanticAction() { }

    public SemanticAction(string id = null, IDictionary<string, Entity> entities = null, string state = null)
    {
        Id = id;
        Entities = entities;
        State = state;
    }

    public string Id { get; set; }

    public string State { get; set; }

    public IDictionary<string, Entity> Entities { get; set; }
}
