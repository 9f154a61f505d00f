using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpasmBot.Runtime.Json;

/// <summary>Values of declared type object in state: the common kinds plainly, the others with their type.</summary>
internal sealed class TypedValueConverter : JsonConverter<object>
{
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadValue(ref reader, options);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        WriteValue(writer, value, options);

    private static object ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.StartObject when TypedValue.Starts(reader) => TypedValue.Read(
                ref reader,
                typeof(object),
                options
            ),
            JsonTokenType.StartObject => ReadDictionary(ref reader, options),
            _ => JsonElement.ParseValue(ref reader),
        };

    private static void WriteValue(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case StateBag.Unread unread:
                writer.WriteRawValue(unread.Json.Span, skipInputValidation: true);
                break;
            case StateBag bag when bag.IsSealed || !bag.Keys.Any(TypedValue.IsReserved):
                bag.WriteTo(writer, options);
                break;
            case Dictionary<string, object> map when !map.Keys.Any(TypedValue.IsReserved):
                WriteDictionary(writer, map, options);
                break;
            case JsonElement { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } element:
                element.WriteTo(writer);
                break;
            case StateBag bag:
                TypedValue.Write(
                    writer,
                    new Dictionary<string, object>(bag),
                    typeof(Dictionary<string, object>),
                    options
                );
                break;
            default:
                var type = value.GetType();
                if (type == typeof(object))
                {
                    writer.WriteStartObject();
                    writer.WriteEndObject();
                }
                else
                {
                    TypedValue.Write(writer, value, type, options);
                }

                break;
        }
    }

    internal static void WriteDictionary(
        Utf8JsonWriter writer,
        Dictionary<string, object> map,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                WriteValue(writer, value, options);
            }
        }

        writer.WriteEndObject();
    }

    internal static Dictionary<string, object> ReadDictionary(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString() ?? "";
            reader.Read();
            map[key] = reader.TokenType == JsonTokenType.Null ? null : ReadValue(ref reader, options);
        }

        return map;
    }
}

/// <summary>What a dialog remembers.</summary>
internal sealed class StateEntriesConverter : JsonConverter<IDictionary<string, object>>
{
    public override IDictionary<string, object> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => TypedValueConverter.ReadDictionary(ref reader, options);

    public override void Write(Utf8JsonWriter writer, IDictionary<string, object> value, JsonSerializerOptions options)
    {
        if (value is StateBag bag)
        {
            bag.WriteTo(writer, options);
        }
        else
        {
            TypedValueConverter.WriteDictionary(writer, value as Dictionary<string, object> ?? new(value), options);
        }
    }
}
