using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SpasmBot.Channels.Inbound;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Bodies as JSON objects, or what is wrong with them.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>How activities are written: never pasted into a page, so quotes and accents stay readable.</summary>
    public static JsonSerializerOptions Written { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads one object; an empty body is an empty object.</summary>
    public static bool TryRead(
        Span<byte> body,
        [NotNullWhen(true)] out JsonObject? json,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        (json, fault) = (null, null);
        if (body.IsEmpty)
        {
            json = [];
            return true;
        }

        if (!Utf8.IsValid(body))
        {
            fault = new Fault("body", "Send the JSON as UTF-8.");
            return false;
        }

        try
        {
            JsonSurrogates.Mend(body);
            json = JsonNode.Parse(body, documentOptions: Strict) as JsonObject;
            fault = json is null ? new Fault("body", "Send a JSON object.") : null;
        }
        catch (JsonException e)
        {
            fault = new Fault("body", Where(e));
        }

        return fault is null;
    }

    private static string Where(JsonException e) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"This is not the JSON expected (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."
        );
}
