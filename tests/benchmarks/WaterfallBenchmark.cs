using BenchmarkDotNet.Attributes;
using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Benchmarks;

/// <summary>The eleven turns of <see cref="WaterfallBot"/>; figures are a turn's.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class WaterfallBenchmark
{
    private readonly WaterfallBot _bot = new(new MemoryStorage());

    /// <summary>Every prompt understood every answer; otherwise another conversation is measured than is meant.</summary>
    [GlobalSetup]
    public async Task CheckAsync()
    {
        var last = await ConversationAsync();
        if (last != "Thank you.")
        {
            throw new InvalidOperationException($"The script ended with: {last}");
        }
    }

    [Benchmark(OperationsPerInvoke = 11)]
    public async Task<string> ConversationAsync()
    {
        var last = "";
        foreach (var text in WaterfallBot.Script)
        {
            var activity = new Activity(ActivityTypes.Message)
            {
                Id = "1",
                Text = text,
                ChannelId = "test",
                Locale = "en-ZA",
                From = new ChannelAccount("person"),
                Recipient = new ChannelAccount("bot"),
                Conversation = new ConversationAccount(id: "one"),
            };
            var adapter = new ReplyingAdapter();
            using var turn = new TurnContext(adapter, activity);
            await adapter.RunAsync(turn, _bot);
            last = adapter.Replies[^1].Text;
        }

        return last;
    }
}
