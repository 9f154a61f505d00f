using System.Net;
using System.Security.Cryptography;
using System.Text;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Channels.Tests.Testing;
using SpasmBot.Contracts;
using SpasmBot.TestKit;

namespace SpasmBot.Channels.Tests.DirectLine;

/// <summary>Whatever a client sends is read or refused: never an exception, never a 500.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Activities =
    [
        """{"type":"message","text":"it hurts","from":{"id":"me","name":"Me"},"locale":"en-ZA","channelData":{"clientActivityID":"1"}}""",
        """{"type":"message","value":{"question":"where","selected":["a","b"],"none":true,"unsure":["c"],"value":7},"channelData":{"postBack":true}}""",
        """{"type":"event","name":"page.shown","value":{"path":"/"},"replyToId":"x"}""",
        """{"type":"typing"}""",
        "{\"type\":\"message\",\"text\":\"\\ud83d\\ude00 \\u0000 \\ud800\"}",
    ];

    [Fact]
    public void TryRead_AnyBody_IsAnActivityOrAFault()
    {
        var speaker = new Speaker("c1", "dl_me", DateTimeOffset.UnixEpoch);
        new Fuzz(1, Activities).Run(
            10_000,
            text =>
            {
                var read = InboundActivity.TryRead(
                    Encoding.UTF8.GetBytes(text),
                    speaker,
                    out var activity,
                    out var fault
                );
                Assert.Equal(read, activity is not null);
                Assert.Equal(!read, fault is not null);
            }
        );
    }

    [Fact]
    public void TryRead_AnyBytes_AreAnActivityOrAFault()
    {
        var speaker = new Speaker("c1", null, DateTimeOffset.UnixEpoch);
        var random = new Random(2);
        for (var round = 0; round < 10_000 * Fuzz.Multiplier; round++)
        {
            var body = Encoding.UTF8.GetBytes(Activities[round % Activities.Length]);
            for (var left = random.Next(1, 5); left > 0; left--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            Assert.NotEqual(InboundActivity.TryRead(body, speaker, out _, out var fault), fault is not null);
        }
    }

    [Fact]
    public async Task Check_AnyDamagedToken_IsNoToken()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var tokens = new ConversationTokens(key, TimeSpan.FromHours(1), TimeProvider.System);
        var mine = new ConversationToken(new ConversationKey(ClinicId.Default, "c1"), "dl_me");
        var good = tokens.Issue(mine, TokenUse.Converse);
        await new Fuzz(3, [good]).RunAsync(
            2000,
            async text =>
            {
                // The last letter of a signature carries bits that mean nothing.
                if (await tokens.CheckAsync(text, TokenUse.Converse) is { } read)
                    Assert.Equal(mine, read);
            }
        );
    }

    [Fact]
    public async Task Server_AnyRequest_IsAnsweredAndNeverWithA500()
    {
        await using var server = await DirectLineServer.StartAsync(("RateLimits:Enabled", "false"));
        var chat = await server.OpenChatAsync();
        var id = chat.Id;
        string[] good =
        [
            .. Activities,
            "0",
            "12",
            chat.Token,
            """{"conversationId":"x","resumeKey":"y"}""",
            """{"user":{"id":"dl_x"},"locale":"en"}""",
        ];
        var turn = 0;
        await new Fuzz(4, good).RunAsync(
            500,
            async text =>
            {
                var query = Uri.EscapeDataString(text.Length > 2000 ? text[..2000] : text);
                var reply = (turn++ % 9) switch
                {
                    0 => await server.PostAsync($"conversations/{id}/activities", chat.Token, text),
                    1 => await server.GetAsync($"conversations/{id}/activities?watermark={query}", chat.Token),
                    2 => await server.GetAsync($"conversations/{id}?watermark={query}", chat.Token),
                    3 => await server.PostAsync("tokens/generate", null, text),
                    4 => await server.PostAsync("tokens/resume", null, text),
                    5 => await server.PostAsync("conversations", chat.Token, text),
                    6 => await server.GetAsync($"conversations/{query}/activities", chat.Token),
                    7 => await server.GetAsync($"conversations/{id}/stream?t={query}&watermark={query}"),
                    _ => await server.PostAsync($"conversations/{id}/upload?userId={query}", chat.Token, text),
                };
                Assert.True((int)reply.Status < 500, $"{reply.Status}");
            }
        );
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"conversations/{id}/activities", chat.Token)).Status);
    }
}
