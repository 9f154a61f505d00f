using System.Text.Json;
using System.Text.Json.Serialization;
using SpasmBot.Contracts;

namespace SpasmBot.Dialogs;

/// <summary>
/// The one place that reads and writes <c>Value</c> and <c>ChannelData</c>. What it writes are plain dictionaries, lists
/// and values, and what it reads it reads as JSON text, so that it does not matter which JSON library the bot SDK uses.
/// </summary>
public static class Wire
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The channel data of an activity of the bot.</summary>
    public static object ChannelData(SpasmBotData data)
    {
        // The assessment keeps its nulls (bookWithinDays is part of its contract); the rest leaves them out.
        var assessment = data.Assessment;
        var plain =
            (Dictionary<string, object?>)
                ToPlain(JsonSerializer.SerializeToElement(data with { Assessment = null }, WithoutNulls))!;
        if (assessment is not null)
        {
            plain["assessment"] = Value(assessment);
        }

        return new Dictionary<string, object?>(StringComparer.Ordinal) { ["spasmbot"] = plain };
    }

    /// <summary>A value that any serialiser writes as the same JSON.</summary>
    public static object? Value<T>(T value)
        where T : notnull => ToPlain(JsonSerializer.SerializeToElement(value, value.GetType(), Options));

    /// <summary>The JSON text of a record.</summary>
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Json"/> wrote.</summary>
    public static T FromJson<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The text is null.");

    /// <summary>What a client sent in <c>Value</c>; null when it is no JSON object.</summary>
    public static ClientValue? Read(object? value)
    {
        if (value is null)
        {
            return null;
        }

        try
        {
            var text = value is string or IDictionary<string, object?> ? AsText(value) : value.ToString();
            var element = JsonDocument.Parse(text ?? "null").RootElement;
            return element.ValueKind == JsonValueKind.Object ? new ClientValue(element) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string AsText(object value) => value as string ?? JsonSerializer.Serialize(value, Options);

    private static object? ToPlain(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .ToDictionary(property => property.Name, property => ToPlain(property.Value), StringComparer.Ordinal),
            JsonValueKind.Array => element.EnumerateArray().Select(ToPlain).ToList(),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
}

/// <summary>An answer or a command as a client sends it in <c>value</c> (wire contract).</summary>
public sealed class ClientValue(JsonElement json)
{
    /// <summary>The question that is answered, or that is to be changed.</summary>
    public string? Question => Text("question");

    public string? Command => Text("command");

    public bool IsNone => IsTrue("none");

    public bool IsSkip => IsTrue("skip");

    /// <summary>"Not sure" about everything on the screen.</summary>
    public bool IsUnsure => IsTrue("unsure");

    /// <summary>The options that are ticked; null when none were sent.</summary>
    public IReadOnlyList<string>? Selected => Texts("selected");

    /// <summary>The options marked "not sure"; null when none were sent.</summary>
    public IReadOnlyList<string>? Unsure => Texts("unsure");

    /// <summary>The value as text: a number, a word, true or false; null when there is none or it is an object.</summary>
    public string? Value =>
        json.TryGetProperty("value", out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            }
            : null;

    /// <summary>The fields of a form; null when the value is no form.</summary>
    public IReadOnlyDictionary<string, string>? Fields =>
        json.TryGetProperty("value", out var form) && form.ValueKind == JsonValueKind.Object
            ? form.EnumerateObject()
                .Where(entry => entry.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .GroupBy(entry => entry.Name, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.Ordinal)
            : null;

    private string? Text(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private bool IsTrue(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private IReadOnlyList<string>? Texts(string name) =>
        !json.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
        : null;
}
