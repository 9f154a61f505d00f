using System.Runtime.InteropServices;
using System.Text.Json;
using SpasmBot.Runtime.Dialogs;

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
        && reader.ValueTextEquals(TypeKey.EncodedUtf8Bytes)
        && reader.Read()
        && reader.TokenType == JsonTokenType.String
        && reader.Read()
        && reader.TokenType == JsonTokenType.PropertyName
        && reader.ValueTextEquals(ValueKey.EncodedUtf8Bytes);

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

    /// <summary>
    /// Reads JSON, typed or plain, as a <typeparamref name="T"/>. Dialog stacks and dictionaries go on reading from the
    /// memory when their entries are asked for.
    /// </summary>
    public static T Read<T>(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RuntimeJson.StateReader);
        reader.Read();
        var isTyped = reader.TokenType == JsonTokenType.StartObject && Starts(reader);
        if (typeof(T) == typeof(DialogState) && reader.TokenType == JsonTokenType.StartObject)
        {
            return (T)(object)DialogStateReader.Read(isTyped ? ValueOf(json) : json);
        }

        if (typeof(T) == typeof(IDictionary<string, object>) && !isTyped)
        {
            return (T)(object)new StateBag(json);
        }

        // A class derived from it has properties of its own.
        if (
            typeof(T) == typeof(PromptOptions)
            && reader.TokenType == JsonTokenType.StartObject
            && (!isTyped || StoredTypeOf(json) == typeof(PromptOptions))
        )
        {
            return (T)(object)PromptOptionsReader.Read(isTyped ? ValueOf(json) : json);
        }

        return isTyped
            ? (T)Read(ref reader, typeof(T), RuntimeJson.StateOptions)
            : JsonSerializer.Deserialize<T>(json.Span, RuntimeJson.StateOptions);
    }

    public static T Read<T>(JsonElement element) => Read<T>(JsonMarshal.GetRawUtf8Value(element).ToArray());

    private static Type StoredTypeOf(ReadOnlyMemory<byte> typed)
    {
        var reader = new Utf8JsonReader(typed.Span, RuntimeJson.StateReader);
        reader.Read();
        reader.Read();
        reader.Read();
        return StoredTypes.Find(reader.GetString());
    }

    // The memory of what stands after $type and $value.
    private static ReadOnlyMemory<byte> ValueOf(ReadOnlyMemory<byte> typed)
    {
        var reader = new Utf8JsonReader(typed.Span, RuntimeJson.StateReader);
        for (var tokens = 0; tokens < 5; tokens++)
        {
            reader.Read();
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return typed[start..(int)reader.BytesConsumed];
    }
}
