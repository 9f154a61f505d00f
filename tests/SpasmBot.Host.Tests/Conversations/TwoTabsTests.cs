using System.Text.Json;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>One conversation in two places at once, with the bot as it is shipped.</summary>
public sealed class TwoTabsTests
{
    private const string Stale = "bot: That question is not open now.";

    [Fact]
    public async Task Post_TheSameAnswerFromTwoTabsAtOnce_CountsOnceAndIsAcknowledgedTwice()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data);
        var conversation = server.Conversation("a");
        await conversation.StartAsync(Talk.Start());

        var results = await Task.WhenAll(TapAsync(conversation, "tab-1"), TapAsync(conversation, "tab-2"));

        Assert.All(results, result => Assert.Equal(PostOutcome.Accepted, result.Outcome));
        var lines = await conversation.ReadLinesAsync();
        Assert.Single(lines!, line => line.StartsWith(Stale, StringComparison.Ordinal));
        Assert.StartsWith("bot: Who is this for?", lines![^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoAnswersToOneQuestionFromTwoTabs_TheFirstCounts()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data);
        var conversation = server.Conversation("a");
        await conversation.StartAsync(Talk.Start());
        await TapAsync(conversation, "menu");

        await TapAsync(conversation, "tab-1", "for-whom", "me");
        await TapAsync(conversation, "tab-2", "for-whom", "child");

        var lines = await conversation.ReadLinesAsync();
        Assert.Single(lines!, line => line.StartsWith(Stale, StringComparison.Ordinal));
        Assert.StartsWith("bot: How old are you?", lines![^1], StringComparison.Ordinal);
    }

    private static Task<PostResult> TapAsync(
        IConversationGrain conversation,
        string clientId,
        string question = "menu",
        string option = "check"
    ) =>
        conversation.PostAsync(
            new PostActivity
            {
                ActivityJson = JsonSerializer.Serialize(
                    new
                    {
                        type = "message",
                        value = new { question, selected = new[] { option } },
                        from = new { id = "dl_somebody", role = "user" },
                    }
                ),
                ClientActivityId = clientId,
            }
        );
}
