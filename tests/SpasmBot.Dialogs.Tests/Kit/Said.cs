using System.Text.Json;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>One message of the bot, as a client sees it: its text, its buttons and <c>channelData.spasmbot</c>.</summary>
public sealed class Said(Activity activity)
{
    private readonly JsonElement? _data = Read(activity.ChannelData);

    /// <summary><c>channelData.spasmbot</c>; null when the message has none.</summary>
    public JsonElement? Data => _data;

    public string Words => activity.Text ?? "";

    /// <summary>The titles of the buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. (activity.SuggestedActions?.Actions ?? []).Select(a => a.Title)];

    public string Kind => Text("kind") ?? "";

    public IReadOnlyList<Option> Options =>
        [
            .. Items("options")
                .Select(option => new Option(
                    TextOf(option, "id")!,
                    TextOf(option, "title")!,
                    TextOf(option, "hint"),
                    TextOf(option, "group")
                )),
        ];

    public IReadOnlyList<string> OptionIds => [.. Options.Select(option => option.Id)];

    /// <summary>What is ticked already.</summary>
    public IReadOnlyList<string> Selected => [.. Items("selected").Select(item => item.GetString()!)];

    /// <summary>The fields of a form by id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields =>
        Items("fields").ToDictionary(one => TextOf(one, "id")!, StringComparer.Ordinal);

    /// <summary>The headings of the answer's sections by id, in order.</summary>
    public IReadOnlyList<string> Sections =>
        Find("answer") is { } answer
            ? [.. answer.GetProperty("sections").EnumerateArray().Select(section => TextOf(section, "id")!)]
            : [];

    public string TitleOf(string option) => Options.Single(one => one.Id == option).Title;

    /// <summary>A text of <c>channelData.spasmbot</c>.</summary>
    public string? Text(string name) => _data is { } data ? TextOf(data, name) : null;

    /// <summary>A number of <c>channelData.spasmbot</c>.</summary>
    public int? Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    /// <summary>Anything of <c>channelData.spasmbot</c>.</summary>
    public JsonElement? Find(string name) =>
        _data is { } data && data.TryGetProperty(name, out var found) ? found : null;

    public bool Is(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    private IEnumerable<JsonElement> Items(string name) => Find(name) is { } items ? items.EnumerateArray() : [];

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static JsonElement? Read(object? channelData) =>
        channelData is null
            ? null
            : JsonDocument.Parse(JsonSerializer.Serialize(channelData)).RootElement.GetProperty("spasmbot");
}

/// <summary>One option of a question.</summary>
public sealed record Option(string Id, string Title, string? Hint, string? Group);

/// <summary>An event by which the bot reports what must be stored.</summary>
public sealed record Reported(string Name, JsonElement Value)
{
    public static Reported From(Activity activity) =>
        new(activity.Name, JsonDocument.Parse(JsonSerializer.Serialize(activity.Value)).RootElement);

    public string? this[string property] =>
        Value.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;

    /// <summary>A record that was sent inside as JSON text.</summary>
    public JsonElement Json(string property) => JsonDocument.Parse(this[property]!).RootElement;
}
