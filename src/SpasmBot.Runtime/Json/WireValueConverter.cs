using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpasmBot.Runtime.Json;

/// <summary>A value inside an activity: plain JSON by its runtime type; off the wire a string, number or boolean as itself, else a JSON element.</summary>
internal sealed class WireValueConverter : JsonConverter<object>
{
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
            JsonTokenType.Number => reader.GetDouble(),
            _ => JsonElement.ParseValue(ref reader),
        };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType(), RuntimeJson.WireOptions);
    }
}

/// <summary>Entities: read as <see cref="Schema.Entity"/> with all they carry, written by their runtime type.</summary>
internal sealed class EntityConverter : JsonConverter<Schema.Entity>
{
    public override Schema.Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var properties = JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonObject>(ref reader, options) ?? [];
        var entity = new Schema.Entity();
        if (properties.Remove("type", out var type))
        {
            entity.Type =
                type is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var name)
                    ? name
                    : type?.ToJsonString();
        }

        entity.Properties = properties;
        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Schema.Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Schema.Entity))
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
        {
            writer.WriteString("type", value.Type);
        }

        foreach (var (name, node) in value.Properties)
        {
            writer.WritePropertyName(name);
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer, options);
            }
        }

        writer.WriteEndObject();
    }
}
