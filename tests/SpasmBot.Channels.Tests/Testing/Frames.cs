using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace SpasmBot.Channels.Tests.Testing;

/// <summary>Reads sockets as a client does.</summary>
public static class Frames
{
    /// <summary>One whole message; null for an empty one.</summary>
    public static async Task<JsonObject?> ReadAsync(this ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer, Deadline.Token());
            if (got.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"Closed: {got.CloseStatus}");
            message.Write(buffer, 0, got.Count);
            if (got.EndOfMessage)
                break;
        }

        return message.Length == 0 ? null : JsonNode.Parse(message.ToArray())!.AsObject();
    }

    /// <summary>Reads on until so many activities have come, over as many frames as it takes.</summary>
    public static async Task<(IReadOnlyList<JsonObject> Activities, string Watermark)> ReadActivitiesAsync(
        this ClientWebSocket socket,
        int count
    )
    {
        var all = new List<JsonObject>();
        var watermark = "";
        while (all.Count < count)
        {
            if (await socket.ReadAsync() is not { } frame)
                continue;
            all.AddRange(frame["activities"]!.AsArray().Select(a => a!.AsObject()));
            watermark = frame["watermark"]!.GetValue<string>();
        }

        return (all, watermark);
    }

    /// <summary>The status with which the server closes.</summary>
    public static async Task<WebSocketCloseStatus?> ReadCloseAsync(this ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer, Deadline.Token()) is { MessageType: not WebSocketMessageType.Close })
        { }
        return socket.CloseStatus;
    }
}
