using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Previews;

/// <summary>As much of Direct Line as the chat needs on the preview. The form is in the address, so nothing is kept of it.</summary>
internal static class PreviewLine
{
    /// <summary>Where the chat of a form finds it.</summary>
    public static string AddressOf(PreviewForm form) =>
        $"/preview/line/{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(form.ToQuery().Value!))}";

    /// <summary>Maps it under the preview's own addresses.</summary>
    /// <param name="clinicOf">The clinic of a form, as its query; null when that is no good.</param>
    public static void Map(RouteGroupBuilder preview, PreviewTalks talks, Func<string, ClinicProfile?> clinicOf)
    {
        var line = preview.MapGroup("/line/{form}");
        line.MapPost("/tokens/{what}", () => Results.Json(new { token = "preview" }));
        line.MapPost(
            "/conversations",
            async (HttpRequest request, string form) =>
                clinicOf(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(form))) is { } clinic
                    ? Opened(request, await talks.BeginAsync(clinic), form)
                    : Results.NotFound()
        );
        line.MapGet(
            "/conversations/{id}",
            (HttpRequest request, string form, string id) =>
                talks.Find(id) is { } talk ? Opened(request, talk, form) : Results.NotFound()
        );
        line.MapGet(
            "/conversations/{id}/activities",
            async (HttpRequest request, string id) =>
                talks.Find(id) is { } talk
                    ? Results.Json(
                        FrameOf((await talk.ReadAsync(Watermark(request), request.HttpContext.RequestAborted)).Page)
                    )
                    : Results.NotFound()
        );
        line.MapPost(
            "/conversations/{id}/activities",
            async (string id, JsonObject said) =>
                talks.Find(id) is { } talk
                    ? Results.Json(new { id = await talk.SayAsync(said.ToJsonString()) })
                    : Results.NotFound()
        );
        line.MapGet("/conversations/{id}/stream", (HttpContext http, string id) => StreamAsync(http, talks.Find(id)));
    }

    private static IResult Opened(HttpRequest request, PreviewTalk talk, string form)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var path = $"{request.PathBase}/preview/line/{form}/conversations/{talk.Id}/stream";
        var streamUrl = $"{scheme}://{request.Host}{path}?watermark={Watermark(request)}";
        return Results.Json(
            new
            {
                conversationId = talk.Id,
                token = "preview",
                streamUrl,
            }
        );
    }

    private static long Watermark(HttpRequest request) =>
        long.TryParse(request.Query["watermark"], CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    private static JsonObject FrameOf(ActivityPage page) =>
        new()
        {
            ["activities"] = new JsonArray([.. page.Activities.Select(one => JsonNode.Parse(one.ActivityJson))]),
            ["watermark"] = page.Watermark.ToString(CultureInfo.InvariantCulture),
        };

    private static async Task StreamAsync(HttpContext http, PreviewTalk? talk)
    {
        if (talk is null || !http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var hearing = HearAsync(socket, left);
        try
        {
            for (var watermark = Watermark(http.Request); ; )
            {
                var (page, news) = await talk.ReadAsync(watermark, left.Token);
                if (page.Activities.Count > 0)
                {
                    var frame = Encoding.UTF8.GetBytes(FrameOf(page).ToJsonString());
                    await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, left.Token);
                }

                watermark = page.Watermark;
                await news.WaitAsync(left.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }

        await hearing;
    }

    /// <summary>The chat says nothing here; it only leaves.</summary>
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource left)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, left.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a word.
        }

        await left.CancelAsync();
    }
}
