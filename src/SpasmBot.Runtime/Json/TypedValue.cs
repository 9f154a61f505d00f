using System.Text.Json;

namespace SpasmBot.Runtime.Json;

/// <summary>The form <c>{ "$type": …, "$value": … }</c> in which a value of declared type object keeps its type.</summary>
internal static class TypedValue
{
    private static readonly JsonEncodedText TypeKey = JsonEncodedText.Encode("$type");
    private static readonly JsonEncodedText ValueKey = JsonEncodedText.Encode("$value");

    /// <summary>True when the reader, at the start of an object, looks at a typed value. The reader is a copy.</summary>
    public static bool Starts(Utf8JsonReader reader) =>
        reader.Read()
        && reader.TokenType == JsonTokenType.PropertyName
        && reader.ValueTextEquals(TypeKey.EncodedUtf8Bytes);

    public static bool IsReserved(string key) => key == "$type";

    public static void Write(Utf8JsonWriter writer, object value, Type type, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(TypeKey, StoredTypes.NameOf(type));
        writer.WritePropertyName(ValueKey);
        JsonSerializer.Serialize(writer, value, type, options);
        writer.WriteEndObject();
    }

    /// <summary>Reads the typed value that the reader stands at, as the stored type if that is known and fits, otherwise as <paramref name="expected"/>.</summary>
    public static object Read(ref Utf8JsonReader reader, Type expected, JsonSerializerOptions options)
    {
        reader.Read();
        reader.Read();
        var stored = StoredTypes.Find(reader.GetString());
        reader.Read();
        if (!reader.ValueTextEquals(ValueKey.EncodedUtf8Bytes))
        {
            throw new JsonException("A typed value has its $value after its $type.");
        }

        reader.Read();
        var type = stored is not null && expected.IsAssignableFrom(stored) ? stored : expected;
        // A type that is gone (renamed, removed) leaves its data, to be read by whoever knows better.
        var value = JsonSerializer.Deserialize(
            ref reader,
            type == typeof(object) ? typeof(JsonElement) : type,
            options
        );
        reader.Read();
        return value;
    }

    /// <summary>Reads JSON, typed or plain, as a <typeparamref name="T"/>.</summary>
    public static T Read<T>(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject && Starts(reader)
            ? (T)Read(ref reader, typeof(T), RuntimeJson.Options)
            : JsonSerializer.Deserialize<T>(json, RuntimeJson.Options);
    }

    public static T Read<T>(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(TypeKey.EncodedUtf8Bytes, out _)
            ? Read<T>(System.Text.Encoding.UTF8.GetBytes(element.GetRawText()))
            : element.Deserialize<T>(RuntimeJson.Options);
}
