using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;
using SpasmBot.Contracts;
using SpasmBot.TestKit;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>A conversation leaves memory in the middle, and whoever comes back notices nothing.</summary>
public sealed class LeavingMemoryTests
{
    [Fact]
    public async Task Check_ThatLeavesMemoryAfterEveryTurn_LosesNothingAndAsksNothingAgain()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data);
        var conversation = server.Conversation("a");
        await conversation.StartAsync(Talk.Start());
        var vignette = Vignette.All.Single(one => one.Id == "d031");
        var patient = new ScriptedPatient(vignette, AnswerStyle.Values);
        var (asked, said, disposition) = (new List<string>(), new List<string>(), (string?)null);

        while (disposition is null)
        {
            var bot = await LastWordsAsync(conversation);
            asked.Add(bot.GetProperty("question").GetString()!);
            var answer = patient.Answer(bot);
            said.Add(answer.ToJsonString());
            var id = $"tap-{asked.Count}";
            var posted = await PostAsync(conversation, answer, id);
            Assert.Equal(PostOutcome.Accepted, posted.Outcome);
            await LeaveAsync(server, conversation);
            Assert.Equal(posted with { Outcome = PostOutcome.Duplicate }, await PostAsync(conversation, answer, id));
            disposition = await DispositionAsync(conversation);
        }

        Assert.Equal(vignette.ProtocolDisposition, disposition);
        Assert.Equal(asked.Distinct(StringComparer.Ordinal), asked);
        var page = (await conversation.ReadAsync(0))!;
        Assert.Equal(Enumerable.Range(1, page.Activities.Count), page.Activities.Select(a => (int)a.Sequence));
        Assert.Equal(said.Count, page.Activities.Count(IsFromPerson));
    }

    [Fact]
    public async Task Conversation_NobodyUsesForTenMinutes_LeavesMemoryAndGoesOnWhereItWas()
    {
        using var data = new TemporaryFolder();
        var clock = new WoundClock();
        await using var server = await TestServer.StartAsync(
            data,
            adapt: builder =>
            {
                ScriptedBot.Install(builder);
                builder.Services.AddSingleton<TimeProvider>(clock);
            }
        );
        var conversation = server.Conversation("a");
        await conversation.StartAsync(Talk.Start());
        await conversation.SayAsync("hello", "first");

        Assert.True(await IsInMemoryAsync(server, conversation));
        // The first ten minutes were used, the next were not.
        await HasLeftAsync(server, conversation, meanwhile: () => clock.Ring(TimeSpan.FromMinutes(10)));

        Assert.Equal(["bot: welcome", "user: hello", "bot: turn 1"], await conversation.ReadLinesAsync());
        Assert.Equal(PostOutcome.Duplicate, (await conversation.SayAsync("hello", "first")).Outcome);
        Assert.Equal(new PostResult(PostOutcome.Accepted, "a|0000004", 5), await conversation.SayAsync("again"));
        Assert.Equal(["user: again", "bot: turn 2"], await conversation.ReadLinesAsync(after: 3));
    }

    private static async Task LeaveAsync(TestServer server, IConversationGrain conversation)
    {
        await conversation.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        await HasLeftAsync(server, conversation);
    }

    private static async Task HasLeftAsync(TestServer server, IConversationGrain conversation, Action? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await IsInMemoryAsync(server, conversation))
        {
            limit.Token.ThrowIfCancellationRequested();
            meanwhile?.Invoke();
        }
    }

    private static async Task<bool> IsInMemoryAsync(TestServer server, IConversationGrain conversation) =>
        (await server.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics()).Any(grain =>
            grain.GrainId == conversation.GetGrainId()
        );

    private static Task<PostResult> PostAsync(IConversationGrain conversation, JsonObject answer, string id)
    {
        var message = answer.DeepClone().AsObject();
        message["type"] = "message";
        message["from"] = new JsonObject { ["id"] = "dl_somebody", ["role"] = "user" };
        return conversation.PostAsync(new() { ActivityJson = message.ToJsonString(), ClientActivityId = id });
    }

    /// <summary>The last question, as a client sees it.</summary>
    private static async Task<JsonElement> LastWordsAsync(IConversationGrain conversation) =>
        await SpokenAsync(conversation, "question") ?? throw new InvalidOperationException("Nothing was asked.");

    private static async Task<string?> DispositionAsync(IConversationGrain conversation) =>
        (await SpokenAsync(conversation, "assessment"))
            ?.GetProperty("assessment")
            .GetProperty("disposition")
            .GetString();

    private static async Task<JsonElement?> SpokenAsync(IConversationGrain conversation, string field)
    {
        foreach (var activity in (await conversation.ReadAsync(0))!.Activities.Reverse())
        {
            var root = JsonDocument.Parse(activity.ActivityJson).RootElement;
            if (
                root.TryGetProperty("channelData", out var data)
                && data.TryGetProperty("spasmbot", out var bot)
                && bot.TryGetProperty(field, out _)
            )
                return bot;
        }

        return null;
    }

    private static bool IsFromPerson(SequencedActivity activity)
    {
        using var json = JsonDocument.Parse(activity.ActivityJson);
        return json.RootElement.GetProperty("from").GetProperty("role").GetString() == "user";
    }

    /// <summary>The clock of the machine, whose timers can be rung before their time.</summary>
    private sealed class WoundClock : TimeProvider
    {
        private readonly ConcurrentBag<Wound> _timers = [];

        /// <summary>Rings every timer that is set for a time so far away.</summary>
        public void Ring(TimeSpan due)
        {
            foreach (var timer in _timers.Where(timer => timer.Due == due))
                timer.Ring();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Wound(base.CreateTimer(callback, state, dueTime, period), () => callback(state), dueTime);
            _timers.Add(timer);
            return timer;
        }

        private sealed class Wound(ITimer timer, Action ring, TimeSpan due) : ITimer
        {
            public TimeSpan Due { get; private set; } = due;

            public void Ring() => ring();

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Due = dueTime;
                return timer.Change(dueTime, period);
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
