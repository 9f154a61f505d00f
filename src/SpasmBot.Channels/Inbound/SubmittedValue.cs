using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpasmBot.Channels.Inbound;

/// <summary>
/// A client's <c>value</c> as the dialogs expect it, whatever control it came from: strings cleaned, and what Adaptive
/// Cards say their own way put right (ticks as <c>"a,b"</c>, numbers and toggles as text, the inputs beside the
/// action's data).
/// </summary>
public static class SubmittedValue
{
    /// <summary>Data of a card's action that says its <c>value</c> is a number; it goes no further.</summary>
    public const string NumberMark = "number";

    /// <summary>Name of the ticked options; a card with several lists numbers them: <c>selected.0</c>, <c>selected.1</c>.</summary>
    public const string Ticks = "selected";

    /// <summary>Before the name of a form's field on a card; the fields then go under <c>value</c> together.</summary>
    public const string FieldPrefix = "value.";

    private static readonly string[] Lists = [Ticks, "unsure"];
    private static readonly string[] Toggles = ["none", "unsure", "skip"];

    /// <summary>A cleaned copy of the value. A number too large to count with comes back as the text it was.</summary>
    public static JsonNode? From(JsonNode? value)
    {
        var clean = Clean(value);
        if (clean is JsonObject answer)
            Normalise(answer);
        return clean;
    }

    private static JsonNode? Clean(JsonNode? node) =>
        node switch
        {
            JsonObject inner => CleanObject(inner),
            JsonArray list => new JsonArray([.. list.Select(Clean)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => CleanText.Of(value.GetValue<string>()),
            JsonValue value
                when value.GetValueKind() == JsonValueKind.Number && !double.IsFinite(value.GetValue<double>()) =>
                value.ToJsonString(),
            _ => node?.DeepClone(),
        };

    // Names that begin with $ mean types to some readers of JSON; no question has one.
    private static JsonObject CleanObject(JsonObject source)
    {
        var clean = new JsonObject();
        foreach (var (name, inner) in source)
        {
            if (!name.StartsWith('$'))
                clean[CleanText.Of(name)] = Clean(inner);
        }

        return clean;
    }

    private static void Normalise(JsonObject answer)
    {
        foreach (var name in Toggles)
        {
            if (bool.TryParse(Text(answer[name]), out var on))
                answer[name] = on;
        }

        foreach (var name in Lists)
        {
            if (Text(answer[name]) is { } ticks)
                answer[name] = Split(ticks);
        }

        JoinLists(answer);
        JoinFields(answer);
        if (answer.Remove(NumberMark) && Text(answer["value"]) is { } number)
            answer["value"] = Number(number);
    }

    private static void JoinLists(JsonObject answer)
    {
        foreach (var name in NamesAfter(answer, Ticks + "."))
        {
            answer[Ticks] ??= new JsonArray();
            if (answer[Ticks] is JsonArray all && Text(answer[name]) is { } ticks)
                Split(ticks).ToList().ForEach(id => all.Add(id!.DeepClone()));
            answer.Remove(name);
        }
    }

    private static void JoinFields(JsonObject answer)
    {
        foreach (var name in NamesAfter(answer, FieldPrefix))
        {
            answer["value"] ??= new JsonObject();
            if (answer["value"] is JsonObject form)
                form[name[FieldPrefix.Length..]] = answer[name]?.DeepClone();
            answer.Remove(name);
        }
    }

    private static List<string> NamesAfter(JsonObject answer, string prefix) =>
        [.. answer.Select(field => field.Key).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];

    private static JsonArray Split(string ticks) =>
        new([
            .. ticks
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(id => (JsonNode)id),
        ]);

    // What is no number stays as it was typed: the dialog says what it expects.
    private static JsonNode Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : text;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
