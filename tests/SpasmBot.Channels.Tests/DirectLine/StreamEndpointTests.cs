using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class StreamEndpointTests
{
    [Fact]
    public async Task Stream_ReplaysWhatWasSaid_ThenSendsWhatComes()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);

        var (greeting, first) = await socket.ReadActivitiesAsync(1);
        await chat.SayAsync("hello");
        var (turn, second) = await socket.ReadActivitiesAsync(2);

        Assert.Equal("Hello.", greeting[0]["text"]!.GetValue<string>());
        Assert.Equal(["hello", "You said hello."], turn.Select(a => a["text"]!.GetValue<string>()));
        Assert.Equal(("1", "3"), (first, second));
    }

    [Fact]
    public async Task Stream_TwoSocketsOnOneAddress_BothHearEverything()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var first = await server.ConnectAsync(chat.StreamUrl);
        using var second = await server.ConnectAsync(chat.StreamUrl);

        await chat.SayAsync("hello");

        Assert.Equal("3", (await first.ReadActivitiesAsync(3)).Watermark);
        Assert.Equal("3", (await second.ReadActivitiesAsync(3)).Watermark);
    }

    [Fact]
    public async Task Stream_AfterALoss_GoesOnFromTheWatermark()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using (var lost = await server.ConnectAsync(chat.StreamUrl))
        {
            await lost.ReadActivitiesAsync(1);
            lost.Abort();
        }

        await chat.SayAsync("while away");
        var reconnected = await chat.ReconnectAsync("1");
        using var socket = await server.ConnectAsync(reconnected.Text("streamUrl"));

        var (missed, _) = await socket.ReadActivitiesAsync(2);
        Assert.Equal("while away", missed[0]["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stream_EmptyFrame_IsAnsweredWithAnEmptyFrame()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);
        await socket.ReadActivitiesAsync(1);

        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, Deadline.Token());

        Assert.Null(await socket.ReadAsync());
    }

    [Fact]
    public async Task Stream_WhateverAClientSends_IsSwallowed()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);
        await socket.ReadActivitiesAsync(1);

        await socket.SendAsync(new byte[100_000], WebSocketMessageType.Binary, true, Deadline.Token());
        await chat.SayAsync("still here");

        Assert.Equal("3", (await socket.ReadActivitiesAsync(2)).Watermark);
    }

    [Fact]
    public async Task Stream_LostNudge_IsMadeUpForSecondsLater()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);
        await socket.ReadActivitiesAsync(1);

        chat.Conversation.Say(new JsonObject { ["type"] = "message", ["text"] = "unheard" }, nudge: false);
        server.Clock.Advance(ActivityStream.LookAgain);

        var (late, _) = await socket.ReadActivitiesAsync(1);
        Assert.Equal("unheard", late[0]["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stream_StoreAwayForAWhile_LosesNothing()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);
        await socket.ReadActivitiesAsync(1);

        chat.Conversation.Failure = new TimeoutException();
        chat.Conversation.Say(new JsonObject { ["type"] = "message", ["text"] = "meanwhile" });
        chat.Conversation.Failure = null;
        server.Clock.Advance(ActivityStream.LookAgain);

        Assert.Equal("2", (await socket.ReadActivitiesAsync(1)).Watermark);
    }

    [Fact]
    public async Task Stream_LongTranscript_ComesInFramesThatEachSayHowFar()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        for (var i = 2; i <= 50; i++)
            chat.Conversation.Say(new JsonObject { ["type"] = "message", ["text"] = $"{i}" });
        using var socket = await server.ConnectAsync(chat.StreamUrl);

        var first = await socket.ReadAsync();
        var (rest, watermark) = await socket.ReadActivitiesAsync(30);

        Assert.Equal(20, first!["activities"]!.AsArray().Count);
        Assert.Equal("20", first["watermark"]!.GetValue<string>());
        Assert.Equal((30, "50"), (rest.Count, watermark));
    }

    [Fact]
    public async Task Stream_ConversationForgotten_Closes()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);
        await socket.ReadActivitiesAsync(1);

        await chat.Conversation.ForgetAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await socket.ReadCloseAsync());
    }

    [Fact]
    public async Task Stream_ServerStops_ClosesSoThatTheClientComesBack()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var socket = await server.ConnectAsync(chat.StreamUrl);
        await socket.ReadActivitiesAsync(1);

        var stopping = server.StopAsync();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await socket.ReadCloseAsync());
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Deadline.Token());
        await stopping.WaitAsync(Deadline.Span);
    }

    [Fact]
    public async Task Stream_ClientLeaves_NothingIsLeftBehind()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using (var socket = await server.ConnectAsync(chat.StreamUrl))
        {
            await socket.ReadActivitiesAsync(1);
            Assert.Equal(1, chat.Conversation.Observers);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Deadline.Token());
            Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        }

        await Deadline.UntilAsync(() => chat.Conversation.Observers == 0);
    }

    [Fact]
    public async Task Stream_MoreSocketsThanAllowed_AreRefused_UntilOneLeaves()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:MaxStreamsPerConversation", "1"));
        var chat = await server.OpenChatAsync();
        using var first = await server.ConnectAsync(chat.StreamUrl);
        await first.ReadActivitiesAsync(1);

        Assert.Equal(HttpStatusCode.TooManyRequests, await RefusalAsync(chat.StreamUrl));
        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Deadline.Token());
        await Deadline.UntilAsync(() => chat.Conversation.Observers == 0);

        using var second = await server.ConnectAsync(chat.StreamUrl);
        await second.ReadActivitiesAsync(1);
    }

    [Fact]
    public async Task Stream_ExpiredForeignOrMissingToken_Is403()
    {
        await using var server = await DirectLineServer.StartAsync();
        var (mine, theirs) = (await server.OpenChatAsync(), await server.OpenChatAsync());
        var foreign = mine.StreamUrl.Replace(mine.Id, theirs.Id, StringComparison.Ordinal);
        var speaking = mine.StreamUrl[..mine.StreamUrl.IndexOf('?', StringComparison.Ordinal)] + "?t=" + mine.Token;

        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync(foreign));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync(speaking));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync(mine.StreamUrl.Split('?')[0]));
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync(mine.StreamUrl));
    }

    [Fact]
    public async Task Stream_ForgottenConversation_Is404_AndAPlainGetIs400()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        var plain = await server.GetAsync(new Uri(chat.StreamUrl).PathAndQuery);
        await chat.Conversation.ForgetAsync();

        Assert.Equal(HttpStatusCode.BadRequest, plain.Status);
        Assert.Equal(HttpStatusCode.NotFound, await RefusalAsync(chat.StreamUrl));
        Assert.Equal(HttpStatusCode.BadRequest, await RefusalAsync(chat.StreamUrl + "&watermark=x"));
    }

    private static async Task<HttpStatusCode> RefusalAsync(string streamUrl)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(streamUrl), Deadline.Token()));
        return socket.HttpStatusCode;
    }
}
