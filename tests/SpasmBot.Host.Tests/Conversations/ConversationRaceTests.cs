using SpasmBot.Contracts;
using SpasmBot.Storage;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>The grain's turn, with many who post at once, repeat themselves, and somebody who writes elsewhere.</summary>
public sealed class ConversationRaceTests
{
    private const int Messages = 24;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Post_ManyAtOnceWithRepeatsAndAnotherWriter_RunsEachOnceOneAfterTheOther(int seed)
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data, adapt: ScriptedBot.Install);
        var conversation = server.Conversation("a");
        await conversation.StartAsync(Talk.Start());
        var ids = Enumerable.Range(0, Messages).SelectMany(i => new[] { $"m{i}", $"m{i / 2}" }).ToArray();
        new Random(seed).Shuffle(ids);

        var posts = ids.Select(id => Task.Run(() => InsistAsync(conversation, id))).ToList();
        var elsewhere = Task.Run(() => WriteElsewhereAsync(server, times: 6));
        var answers = await Task.WhenAll(posts);
        await elsewhere;

        // Whoever repeats a message is given the id that it was stored under.
        Assert.Equal(Messages, answers.Distinct().Count());
        var lines = (await conversation.ReadLinesAsync())!.Where(line => line != "bot: from elsewhere").ToList();
        Assert.Equal("bot: welcome", lines[0]);
        Assert.Equal(
            Enumerable.Range(1, Messages).Select(turn => $"bot: turn {turn}"),
            lines.Skip(2).Where((_, i) => i % 2 == 0)
        );
        Assert.Equal(
            Enumerable.Range(0, Messages).Select(i => $"user: m{i}").Order(StringComparer.Ordinal),
            lines.Skip(1).Where((_, i) => i % 2 == 0).Order(StringComparer.Ordinal)
        );
    }

    private static async Task<(string Id, string? ActivityId)> InsistAsync(IConversationGrain conversation, string id)
    {
        while (true)
        {
            var result = await conversation.SayAsync(id, id);
            if (result.Outcome is PostOutcome.Accepted or PostOutcome.Duplicate)
                return (id, result.ActivityId);
            // Others were quicker every time it ran.
            Assert.Equal(PostOutcome.NotSaved, result.Outcome);
        }
    }

    private static async Task WriteElsewhereAsync(TestServer server, int times)
    {
        while (times > 0)
        {
            var stored = await server.Get<ConversationStore>().LoadAsync(TestServer.KeyOf("a"));
            var turn = new TurnCommit
            {
                Key = stored!.Key,
                ExpectedVersion = stored.Version,
                StateJson = stored.StateJson,
                Replies =
                [
                    new TurnActivity(
                        "x",
                        """{ "type": "message", "from": { "role": "bot" }, "text": "from elsewhere" }"""
                    ),
                ],
            };
            if (await server.Get<CommitQueue>().CommitAsync(turn) is CommitResult.Committed)
                times--;
        }
    }
}
