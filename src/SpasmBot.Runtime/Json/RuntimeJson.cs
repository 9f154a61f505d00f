using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpasmBot.Runtime;

/// <summary>The one place that says how activities and state become JSON. Hosts and storages use it too.</summary>
public static class RuntimeJson
{
    private const int StateDepth = 256;

    /// <summary>
    /// For activities (camel case, no nulls, unknown properties kept) and for state. A value of declared type
    /// <see cref="object"/> keeps its type: a string, boolean, integer or dictionary is written plainly, anything else as
    /// <c>{ "$type": …, "$value": … }</c>. What is inside an activity (<c>value</c>, <c>channelData</c>, a card) is always plain.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create(typedObjects: true);

    /// <summary>The same for stored state, in which dialogs inside dialogs go deeper than a message may.</summary>
    internal static JsonSerializerOptions StateOptions { get; } = new(Options) { MaxDepth = StateDepth };

    /// <summary>How stored state is read by hand.</summary>
    internal static JsonReaderOptions StateReader { get; } = new() { MaxDepth = StateDepth };

    /// <summary>The same without types: for what goes over the wire inside an activity.</summary>
    internal static JsonSerializerOptions WireOptions { get; } = Create(typedObjects: false);

    /// <summary>A stored item as UTF-8 JSON. The state of a <see cref="BotState"/> is not serialised a second time.</summary>
    public static ReadOnlyMemory<byte> SerializeItem(object item) =>
        item switch
        {
            Json.StateBag { IsSealed: true } state => state.Sealed,
            _ => JsonSerializer.SerializeToUtf8Bytes(item, StateOptions),
        };

    /// <summary>
    /// The item that <see cref="SerializeItem"/> wrote. A plain JSON object becomes a dictionary that reads its
    /// entries when they are asked for; the memory is kept, so it must not change.
    /// </summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static object DeserializeItem(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, StateReader);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject && !Json.TypedValue.Starts(reader)
            ? new Json.StateBag(json)
            : JsonSerializer.Deserialize<object>(json.Span, StateOptions);
    }

    /// <summary>A value read as a <typeparamref name="T"/>, whatever form a store gave it back in.</summary>
    /// <exception cref="JsonException">It cannot be read so.</exception>
    public static T ConvertTo<T>(object value) =>
        value switch
        {
            null => default,
            T same => same,
            JsonElement element => Json.TypedValue.Read<T>(element),
            _ => FromAnother<T>(value),
        };

    /// <summary>As <see cref="ConvertTo{T}"/>; false instead of an exception.</summary>
    public static bool TryConvertTo<T>(object value, out T result)
    {
        try
        {
            result = ConvertTo<T>(value);
            return true;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            result = default;
            return false;
        }
    }

    private static T FromAnother<T>(object value)
    {
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (value is IConvertible number && value is not string && target.IsPrimitive)
        {
            return (T)Convert.ChangeType(number, target, System.Globalization.CultureInfo.InvariantCulture);
        }

        return JsonSerializer.SerializeToElement(value, value.GetType(), StateOptions).Deserialize<T>(StateOptions);
    }

    private static JsonSerializerOptions Create(bool typedObjects)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling =
                JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
            IncludeFields = true,
            // The JSON is never pasted into a page; escaping every quote and accent would only make it longer.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        if (typedObjects)
        {
            options.Converters.Add(new Json.StateBagConverter());
            options.Converters.Add(new Json.TypedValueConverter());
            options.Converters.Add(new Json.OpenTypeConverterFactory());
        }

        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
