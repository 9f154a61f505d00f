using System.Text.Json.Nodes;
using SpasmBot.Channels.Inbound;

namespace SpasmBot.Channels.DirectLine;

/// <summary>What is wrong with a body, by the path of the field (<c>channelData.clientActivityID</c>).</summary>
internal sealed record Fault(string Field, string Message);

/// <summary>Reads fields of a body by path and keeps the first fault, so that the reading goes straight on.</summary>
internal sealed class BodyFields(JsonObject body)
{
    public Fault? Fault { get; private set; }

    public void Reject(string field, string message) => Fault ??= new Fault(field, message);

    /// <summary>The text there; null when there is none, or when it is something else, which is a fault.</summary>
    public string? Text(string path)
    {
        switch (Value(path))
        {
            case null:
                return null;
            case JsonValue value when value.TryGetValue(out string? text):
                return text;
            default:
                Reject(path, "This must be a text.");
                return null;
        }
    }

    /// <summary>The text there, which must not be blank; empty after a fault.</summary>
    public string Required(string path, string message)
    {
        var text = Text(path);
        if (CleanText.Short(text, int.MaxValue) is not null)
            return text!;
        Reject(path, message);
        return "";
    }

    /// <summary>Whatever is there.</summary>
    public JsonNode? Value(string path)
    {
        JsonNode? node = body;
        var walked = 0;
        foreach (var name in path.Split('.'))
        {
            if (node is not JsonObject parent)
            {
                if (node is not null)
                    Reject(path[..(walked - 1)], "This must be an object.");
                return null;
            }

            node = parent[name];
            walked += name.Length + 1;
        }

        return node;
    }
}
