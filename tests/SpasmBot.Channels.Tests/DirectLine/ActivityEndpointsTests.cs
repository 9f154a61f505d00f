using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class ActivityEndpointsTests
{
    [Fact]
    public async Task Post_Message_IsEchoedWithTheClientsIdAndAnswered()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var posted = await chat.PostAsync(
            new
            {
                type = "message",
                text = "my back hurts",
                channelData = new { clientActivityID = "c-1" },
            }
        );
        var read = await chat.ReadAsync("1");

        var activities = read.Json["activities"]!.AsArray();
        Assert.Equal(2, activities.Count);
        Assert.Equal(posted.Text("id"), activities[0]!["id"]!.GetValue<string>());
        Assert.Equal("c-1", activities[0]!["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal("You said my back hurts.", activities[1]!["text"]!.GetValue<string>());
        Assert.Equal("3", read.Text("watermark"));
    }

    [Fact]
    public async Task Post_TwiceWithOneClientId_IsOneActivity()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        var activity = new
        {
            type = "message",
            text = "yes",
            channelData = new { clientActivityID = "c-1" },
        };

        var both = await Task.WhenAll(chat.PostAsync(activity), chat.PostAsync(activity));

        Assert.Equal(both[0].Text("id"), both[1].Text("id"));
        Assert.Single(chat.Conversation.Activities, a => a["text"]!.GetValue<string>() == "yes");
    }

    [Fact]
    public async Task Post_TellsTheServersStoryOfWhoSpeaksWhereAndWhen()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        await chat.PostAsync(
            new
            {
                type = "message",
                text = "hi",
                id = "mine",
                timestamp = "1999-01-01T00:00:00Z",
                conversation = new { id = "another" },
                from = new
                {
                    id = "somebody",
                    role = "bot",
                    name = "Thandi",
                },
            }
        );

        var stored = chat.Conversation.Activities[1];
        Assert.Equal(chat.Conversation.Started!.UserId, stored["from"]!["id"]!.GetValue<string>());
        Assert.Equal("user", stored["from"]!["role"]!.GetValue<string>());
        Assert.Equal("Thandi", stored["from"]!["name"]!.GetValue<string>());
        Assert.Equal(chat.Id, stored["conversation"]!["id"]!.GetValue<string>());
        Assert.Equal(
            server.Clock.GetUtcNow(),
            DateTimeOffset.Parse(
                stored["timestamp"]!.GetValue<string>(),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        Assert.NotEqual("mine", stored["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_WithASecret_SpeaksForThePersonItNames()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        var path = $"conversations/{chat.Id}/activities";

        var named = await server.PostAsync(
            path,
            DirectLineServer.Secret,
            new
            {
                type = "message",
                text = "hi",
                from = new { id = "p1" },
            }
        );
        var nameless = await server.PostAsync(path, DirectLineServer.Secret, new { type = "message", text = "hi" });

        Assert.Equal(HttpStatusCode.OK, named.Status);
        Assert.Equal("p1", chat.Conversation.Activities[1]["from"]!["id"]!.GetValue<string>());
        Assert.Equal("from.id", nameless.BlamedField);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("endOfConversation")]
    public async Task Post_WhatNeedsNoAnswer_IsAcknowledgedAndIgnored(string type)
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var reply = await chat.PostAsync(new { type });

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.NotEmpty(reply.Text("id"));
        Assert.Single(chat.Conversation.Activities);
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("", "type")]
    [InlineData("[]", "body")]
    [InlineData("7", "body")]
    [InlineData("""{"type":"message","type":"event","text":"x"}""", "body")]
    [InlineData("""{"text":"x"}""", "type")]
    [InlineData("""{"type":null,"text":"x"}""", "type")]
    [InlineData("""{"type":7,"text":"x"}""", "type")]
    [InlineData("""{"type":"massage","text":"x"}""", "type")]
    [InlineData("""{"type":"message"}""", "text")]
    [InlineData("""{"type":"message","text":7}""", "text")]
    [InlineData("""{"type":"message","text":["x"]}""", "text")]
    [InlineData("""{"type":"event"}""", "name")]
    [InlineData("""{"type":"event","name":"  "}""", "name")]
    [InlineData("""{"type":"message","text":"x","channelData":"y"}""", "channelData")]
    [InlineData(
        """{"type":"message","text":"x","channelData":{"clientActivityID":{}}}""",
        "channelData.clientActivityID"
    )]
    [InlineData("""{"type":"message","text":"x","from":"me"}""", "from")]
    [InlineData("""{"type":"message","text":"x","from":{"name":7}}""", "from.name")]
    [InlineData("""{"type":"message","text":"x","locale":7}""", "locale")]
    [InlineData("""{"type":"message","value":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}""", "body")]
    public async Task Post_BadActivity_Is400AndNamesTheField(string body, string field)
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var reply = await chat.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(field, reply.BlamedField);
        Assert.Single(chat.Conversation.Activities);
    }

    [Fact]
    public async Task Post_NotUtf8_Is400()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"conversations/{chat.Id}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", chat.Token);
        request.Content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Post_LongTextInALegalBody_ReachesTheBotWhole()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        var text = new string('a', 20_000);

        Assert.Equal(HttpStatusCode.OK, (await chat.SayAsync(text)).Status);
        Assert.Equal(text, chat.Conversation.Activities[1]["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_BodyOverTheLimit_Is413_WithOrWithoutADeclaredLength()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:MaxActivityBytes", "2000"));
        var chat = await server.OpenChatAsync();
        var body = new JsonObject { ["type"] = "message", ["text"] = new string('a', 2000) }.ToJsonString();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await chat.PostAsync(body)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostChunkedAsync(server, chat, body));
        Assert.Equal(HttpStatusCode.OK, await PostChunkedAsync(server, chat, """{"type":"message","text":"short"}"""));
    }

    [Fact]
    public async Task Post_ExpiredToken_Is403()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Forbidden, (await chat.SayAsync("late")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.ReadAsync()).Status);
    }

    [Fact]
    public async Task Post_StoreIsFullOrAway_Is503WithTimeToTryAgain()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        chat.Conversation.IsFull = true;
        var full = await chat.SayAsync("one");
        chat.Conversation.Failure = new TimeoutException();
        var away = await chat.SayAsync("two");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.NotNull(away.Headers.RetryAfter);
    }

    [Fact]
    public async Task Read_StoreIsAway_SaysNothingNew_SoThatThePollerGoesOn()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        chat.Conversation.Failure = new TimeoutException();

        var read = await chat.ReadAsync("1");

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Empty(read.Json["activities"]!.AsArray());
        Assert.Equal("1", read.Text("watermark"));
    }

    [Fact]
    public async Task Read_FromEachWatermark_GivesExactlyWhatCameAfter()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        await chat.SayAsync("one");
        await chat.SayAsync("two");

        for (var watermark = 0; watermark <= 5; watermark++)
        {
            var read = await chat.ReadAsync($"{watermark}");
            Assert.Equal(5 - watermark, read.Json["activities"]!.AsArray().Count);
            Assert.Equal("5", read.Text("watermark"));
        }
    }

    [Fact]
    public async Task Upload_IsRefusedInWords()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"conversations/{chat.Id}/upload?userId=me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", chat.Token);
        request.Content = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[100_000]), "file", "x-ray.png" },
        };

        using var response = await server.Http.SendAsync(request);
        var reply = await Reply.ReadAsync(response);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.Status);
        Assert.Equal("file", reply.BlamedField);
    }

    private static async Task<HttpStatusCode> PostChunkedAsync(DirectLineServer server, OpenChat chat, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"conversations/{chat.Id}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", chat.Token);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(body);
        using var response = await server.Http.SendAsync(request);
        return response.StatusCode;
    }
}
