using System.Net;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class RateLimitTests
{
    [Fact]
    public async Task Generate_TooOften_Is429AndSaysWhenToComeBack()
    {
        await using var server = await DirectLineServer.StartAsync(("RateLimits:ConversationsPerMinute", "2"));

        await server.PostAsync("tokens/generate");
        await server.PostAsync("tokens/generate");
        var third = await server.PostAsync("tokens/generate");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.True(third.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Generate_OneClinicBusy_LeavesTheOtherFree()
    {
        await using var server = await DirectLineServer.StartAsync(
            ("RateLimits:ConversationsPerMinute", "1"),
            ("DirectLine:Clinics:0", "hillside"),
            ("DirectLine:Clinics:1", "bay")
        );

        await server.PostAsync("tokens/generate", body: new { clinic = "hillside" });
        var busy = await server.PostAsync("tokens/generate", body: new { clinic = "hillside" });
        var free = await server.PostAsync("tokens/generate", body: new { clinic = "bay" });

        Assert.Equal(HttpStatusCode.TooManyRequests, busy.Status);
        Assert.Equal(HttpStatusCode.OK, free.Status);
    }

    [Fact]
    public async Task Generate_ByAServer_IsNotCountedByAddress()
    {
        await using var server = await DirectLineServer.StartAsync(("RateLimits:ConversationsPerMinute", "1"));

        for (var i = 0; i < 3; i++)
        {
            var reply = await server.PostAsync("tokens/generate", DirectLineServer.Secret);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
        }
    }

    [Fact]
    public async Task Resume_GuessingKeys_IsLimited()
    {
        await using var server = await DirectLineServer.StartAsync(("RateLimits:ConversationsPerMinute", "1"));
        var guess = new { conversationId = "c", resumeKey = "k" };

        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync("tokens/resume", body: guess)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await server.PostAsync("tokens/resume", body: guess)).Status);
    }

    [Fact]
    public async Task Post_TooOften_Is429ForThatConversationAlone()
    {
        await using var server = await DirectLineServer.StartAsync(("RateLimits:ActivitiesPerMinute", "1"));
        var (busy, quiet) = (await server.OpenChatAsync(), await server.OpenChatAsync());

        await busy.SayAsync("one");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await busy.SayAsync("two")).Status);
        Assert.Equal(HttpStatusCode.OK, (await quiet.SayAsync("one")).Status);
    }

    [Fact]
    public async Task Read_FasterThanAnyPoller_Is429()
    {
        await using var server = await DirectLineServer.StartAsync(("RateLimits:ReadsPerMinute", "60"));
        var chat = await server.OpenChatAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 70).Select(_ => chat.ReadAsync()));

        Assert.Contains(replies, r => r.Status == HttpStatusCode.TooManyRequests);
        Assert.InRange(replies.Count(r => r.Status == HttpStatusCode.OK), 60, 69);
    }

    [Fact]
    public async Task Off_NothingIsLimited()
    {
        await using var server = await DirectLineServer.StartAsync(
            ("RateLimits:Enabled", "false"),
            ("RateLimits:ConversationsPerMinute", "1")
        );

        await server.PostAsync("tokens/generate");
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("tokens/generate")).Status);
    }
}
