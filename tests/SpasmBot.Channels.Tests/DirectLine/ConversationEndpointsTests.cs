using System.Net;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class ConversationEndpointsTests
{
    [Fact]
    public async Task Start_GivesTokenStreamAndResumeKeyOnce()
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync("tokens/generate");

        var first = await server.PostAsync("conversations", generated.Text("token"), new { locale = "en-ZA" });
        var again = await server.PostAsync("conversations", generated.Text("token"), new { locale = "en-ZA" });

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.StartsWith("ws://127.0.0.1:", first.Text("streamUrl"), StringComparison.Ordinal);
        Assert.NotEmpty(first.Text("resumeKey"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(first.Text("conversationId"), again.Text("conversationId"));
        Assert.Null(again.Json["resumeKey"]);
        Assert.Equal("en-ZA", server.Conversations["default/" + first.Text("conversationId")].Started!.Locale);
    }

    [Fact]
    public async Task Start_OddLocale_IsLeftOut()
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync("tokens/generate");

        var started = await server.PostAsync("conversations", generated.Text("token"), new { locale = "<b>" });

        Assert.Null(server.Conversations["default/" + started.Text("conversationId")].Started!.Locale);
    }

    [Fact]
    public async Task Start_WithASecret_OpensANewConversationEachTime()
    {
        await using var server = await DirectLineServer.StartAsync();

        var first = await server.PostAsync("conversations", DirectLineServer.Secret, new { user = new { id = "p1" } });
        var second = await server.PostAsync("conversations", DirectLineServer.Secret);

        Assert.NotEqual(first.Text("conversationId"), second.Text("conversationId"));
        Assert.Equal("p1", server.Conversations["default/" + first.Text("conversationId")].Started!.UserId);
    }

    [Fact]
    public async Task Start_NoCredential_Is401_AndRubbishIs403()
    {
        await using var server = await DirectLineServer.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("conversations")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.PostAsync("conversations", "rubbish")).Status);
    }

    [Fact]
    public async Task Start_ForgottenConversation_Is404()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        await chat.Conversation.ForgetAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync("conversations", chat.Token)).Status);
    }

    [Fact]
    public async Task Start_StoreIsFull_Is503WithTimeToTryAgain()
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync("tokens/generate");
        server.Conversations["default/" + generated.Text("conversationId")].IsFull = true;

        var reply = await server.PostAsync("conversations", generated.Text("token"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.NotNull(reply.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("\"x\"", "body")]
    [InlineData("""{"locale":{}}""", "locale")]
    public async Task Start_BadBody_NamesTheField(string body, string field)
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync("tokens/generate");

        var reply = await server.PostAsync("conversations", generated.Text("token"), body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(field, reply.BlamedField);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("99999")]
    public async Task Reconnect_AnyWatermark_GivesANewStream(string watermark)
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var reply = await chat.ReconnectAsync(watermark);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(chat.Id, reply.Text("conversationId"));
        Assert.NotEmpty(reply.Text("token"));
        Assert.NotEmpty(reply.Text("streamUrl"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task Reconnect_NoWatermarkOfOurs_Is400(string watermark)
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var reply = await chat.ReconnectAsync(watermark);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("watermark", reply.BlamedField);
    }

    [Fact]
    public async Task Reconnect_NeverStarted_Is404()
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync("tokens/generate");

        var reply = await server.GetAsync(
            $"conversations/{generated.Text("conversationId")}?watermark=",
            generated.Text("token")
        );

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
    }

    [Fact]
    public async Task Reconnect_SomebodyElsesConversation_Is403()
    {
        await using var server = await DirectLineServer.StartAsync();
        var (mine, theirs) = (await server.OpenChatAsync(), await server.OpenChatAsync());

        var reply = await server.GetAsync($"conversations/{theirs.Id}", mine.Token);

        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Equal("conversationId", reply.BlamedField);
    }

    [Fact]
    public async Task Reconnect_WithASecret_ReadsItsOwnClinicsConversationsOnly()
    {
        await using var server = await DirectLineServer.StartAsync(
            ("DirectLine:Secrets:1:Clinic", "bay"),
            ("DirectLine:Secrets:1:Secret", "another secret that is long enough for it")
        );
        var chat = await server.OpenChatAsync();

        var own = await server.GetAsync($"conversations/{chat.Id}", DirectLineServer.Secret);
        var other = await server.GetAsync($"conversations/{chat.Id}", "another secret that is long enough for it");

        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.NotEmpty(own.Text("streamUrl"));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Forget_DeletesTheConversation_AndEverythingAfterIs404()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var forgotten = await server.SendAsync(HttpMethod.Delete, $"conversations/{chat.Id}", chat.Token);
        var again = await server.SendAsync(HttpMethod.Delete, $"conversations/{chat.Id}", chat.Token);

        Assert.Equal(HttpStatusCode.NoContent, forgotten.Status);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.SayAsync("hello?")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.ReadAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.ReconnectAsync()).Status);
    }
}
