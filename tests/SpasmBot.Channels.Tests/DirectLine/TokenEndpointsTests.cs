using System.Net;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class TokenEndpointsTests
{
    [Fact]
    public async Task Generate_ByAPage_GivesAShortLivedTokenForANewConversation()
    {
        await using var server = await DirectLineServer.StartAsync();

        var first = await server.PostAsync("tokens/generate");
        var second = await server.PostAsync("tokens/generate", body: new { });

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(1800, first.Json["expires_in"]!.GetValue<int>());
        Assert.NotEqual(first.Text("conversationId"), second.Text("conversationId"));
        Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Generate_ByAPage_IgnoresTheUserItClaimsToBe()
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync("tokens/generate", body: new { user = new { id = "dl_somebody" } });

        await server.PostAsync("conversations", generated.Text("token"));

        var user = server.Conversations["default/" + generated.Text("conversationId")].Started!.UserId;
        Assert.StartsWith("dl_", user, StringComparison.Ordinal);
        Assert.NotEqual("dl_somebody", user);
    }

    [Fact]
    public async Task Generate_ByAServer_BindsTheUserItNames()
    {
        await using var server = await DirectLineServer.StartAsync();
        var generated = await server.PostAsync(
            "tokens/generate",
            DirectLineServer.Secret,
            new { user = new { id = "dl_patient7" } }
        );

        await server.PostAsync("conversations", generated.Text("token"));

        var started = server.Conversations["default/" + generated.Text("conversationId")].Started;
        Assert.Equal("dl_patient7", started!.UserId);
    }

    [Fact]
    public async Task Generate_WithAWrongSecret_IsRefused()
    {
        await using var server = await DirectLineServer.StartAsync();

        var reply = await server.PostAsync("tokens/generate", "not the secret of anybody at all here");

        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Equal("Authorization", reply.BlamedField);
    }

    [Fact]
    public async Task Generate_PublicTokensOff_NeedsASecret()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:PublicTokens", "false"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("tokens/generate")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("tokens/generate", DirectLineServer.Secret)).Status);
    }

    [Fact]
    public async Task Generate_ForAClinic_StartsTheConversationThere()
    {
        await using var server = await DirectLineServer.StartAsync(
            ("DirectLine:Clinics:0", "hillside"),
            ("DirectLine:Clinics:1", "bay")
        );
        var generated = await server.PostAsync("tokens/generate", body: new { clinic = "bay" });

        await server.PostAsync("conversations", generated.Text("token"));

        Assert.NotNull(server.Conversations["bay/" + generated.Text("conversationId")].Started);
    }

    [Fact]
    public async Task Generate_NamingNoClinic_IsForTheInstallationsOwn()
    {
        await using var server = await DirectLineServer.StartAsync(("Clinic:Id", "hillside"));
        var generated = await server.PostAsync("tokens/generate");

        await server.PostAsync("conversations", generated.Text("token"));

        Assert.NotNull(server.Conversations["hillside/" + generated.Text("conversationId")].Started);
    }

    [Theory]
    [InlineData("""{"clinic":"elsewhere"}""", "clinic")]
    [InlineData("""{"clinic":7}""", "clinic")]
    [InlineData("""{"clinic":""", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    public async Task Generate_BadBody_NamesTheField(string body, string field)
    {
        await using var server = await DirectLineServer.StartAsync();

        var reply = await server.PostAsync("tokens/generate", body: body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(field, reply.BlamedField);
    }

    [Fact]
    public async Task Generate_HugeBody_IsTooLarge()
    {
        await using var server = await DirectLineServer.StartAsync();

        var reply = await server.PostAsync("tokens/generate", body: new { clinic = new string('x', 20_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
    }

    [Fact]
    public async Task Refresh_GoodToken_LastsFromNow()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        server.Clock.Advance(TimeSpan.FromMinutes(15));
        var refreshed = await server.PostAsync("tokens/refresh", chat.Token);
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        var read = await server.GetAsync($"conversations/{chat.Id}/activities", refreshed.Text("token"));

        Assert.Equal(chat.Id, refreshed.Text("conversationId"));
        Assert.Equal(HttpStatusCode.OK, read.Status);
    }

    [Fact]
    public async Task Refresh_ExpiredToken_Is403_WhichClientsTakeForExpired()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        server.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Forbidden, (await server.PostAsync("tokens/refresh", chat.Token)).Status);
    }

    [Fact]
    public async Task Refresh_WithNoCredential_Is401()
    {
        await using var server = await DirectLineServer.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("tokens/refresh")).Status);
    }

    [Fact]
    public async Task Refresh_WithASecret_SaysThatSecretsStay()
    {
        await using var server = await DirectLineServer.StartAsync();

        var reply = await server.PostAsync("tokens/refresh", DirectLineServer.Secret);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }

    [Fact]
    public async Task Resume_AfterTheTokenDied_OpensTheSameConversationAgain()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        server.Clock.Advance(TimeSpan.FromDays(3));

        var resumed = await server.PostAsync(
            "tokens/resume",
            body: new { conversationId = chat.Id, resumeKey = chat.Started.Text("resumeKey") }
        );
        var said = await server.PostAsync(
            $"conversations/{chat.Id}/activities",
            resumed.Text("token"),
            new { type = "message", text = "back again" }
        );

        Assert.Equal(HttpStatusCode.OK, said.Status);
        Assert.Equal(
            chat.Conversation.Started!.UserId,
            chat.Conversation.Activities[1]["from"]!["id"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task Resume_TheStoreNeverSeesTheKey()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        Assert.NotEqual(chat.Started.Text("resumeKey"), chat.Conversation.Started!.ResumeKeyHash);
    }

    [Fact]
    public async Task Resume_WrongKeyOrUnknownConversation_Is404()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();

        var wrongKey = await server.PostAsync(
            "tokens/resume",
            body: new { conversationId = chat.Id, resumeKey = "no" }
        );
        var unknown = await server.PostAsync("tokens/resume", body: new { conversationId = "no", resumeKey = "no" });

        Assert.Equal(HttpStatusCode.NotFound, wrongKey.Status);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
    }

    [Fact]
    public async Task Resume_ForgottenConversation_Is404()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.OpenChatAsync();
        await chat.Conversation.ForgetAsync();

        var reply = await server.PostAsync(
            "tokens/resume",
            body: new { conversationId = chat.Id, resumeKey = chat.Started.Text("resumeKey") }
        );

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
    }

    [Theory]
    [InlineData("{}", "conversationId")]
    [InlineData("""{"conversationId":"c"}""", "resumeKey")]
    [InlineData("""{"conversationId":null,"resumeKey":"k"}""", "conversationId")]
    [InlineData("""{"conversationId":"c","resumeKey":[]}""", "resumeKey")]
    [InlineData("""{"conversationId":"c","resumeKey":"k","clinic":"?"}""", "clinic")]
    public async Task Resume_BadBody_NamesTheField(string body, string field)
    {
        await using var server = await DirectLineServer.StartAsync();

        var reply = await server.PostAsync("tokens/resume", body: body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(field, reply.BlamedField);
    }
}
