using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Benchmarks;

/// <summary>Keeps what the bot says in one turn.</summary>
internal sealed class ReplyingAdapter : BotAdapter
{
    private readonly List<Activity> _replies = new(capacity: 1);

    public IReadOnlyList<Activity> Replies => _replies;

    public Task RunAsync(ITurnContext turn, IBot bot) => RunPipelineAsync(turn, bot.OnTurnAsync, default);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        _replies.AddRange(activities);
        return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("1")));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();
}
