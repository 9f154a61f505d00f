using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary><c>/conversations/{id}/stream</c>: the WebSocket. Its credential is in the address, as clients expect.</summary>
internal sealed class StreamEndpoint(
    ConversationTokens tokens,
    OpenStreams open,
    IGrainFactory grains,
    ActivityFrames frames,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<ActivityStream> logger
)
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Connect];

    public static void Map(RouteGroupBuilder group) =>
        // HTTP/2 opens a socket with CONNECT.
        group.MapMethods(
            "/conversations/{conversationId}/stream",
            Methods,
            (StreamEndpoint it, HttpContext http) => it.OpenAsync(http)
        );

    private async Task<IResult> OpenAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return Problem.BadField("Upgrade", "This address is for a WebSocket.");
        if (!Watermark.TryRead(http.Request, out var watermark))
            return Watermark.Refusal;
        var token = await tokens.CheckAsync(http.Request.Query["t"], TokenUse.Listen);
        if (token is null || token.Key.ConversationId != http.Request.RouteValues["conversationId"] as string)
            return Problem.BadCredential("t");
        var grain = grains.Conversation(token.Key);
        if (await grain.ReadAsync(watermark ?? 0) is null)
            return Problem.NoConversation();
        using var place = open.TryEnter(token.Key);
        if (place is null)
            return Problem.TooMany(TimeSpan.FromSeconds(5));

        using var socket = await http.WebSockets.AcceptWebSocketAsync(Acceptance());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            lifetime.ApplicationStopping,
            http.RequestAborted
        );
        await new ActivityStream(socket, grain, grains, frames, clock, logger).RunAsync(watermark ?? 0, stop.Token);
        return Results.Empty;
    }

    // Compression saves a phone most of the traffic. Guessing secrets by compressed sizes needs a secret and the
    // attacker's text in one frame: no frame carries a credential, and each is compressed on its own.
    private static WebSocketAcceptContext Acceptance() =>
        new()
        {
            DangerousEnableCompression = true,
            DisableServerContextTakeover = true,
            KeepAliveInterval = TimeSpan.FromSeconds(20),
            KeepAliveTimeout = TimeSpan.FromSeconds(30),
        };
}
