namespace SpasmBot.Runtime.Tests;

/// <summary>A channel that remembers what it was asked to do, and gives each activity its own id back.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public static Activity Incoming(string text = "hi") =>
        new(ActivityTypes.Message)
        {
            Id = "in-1",
            Text = text,
            Locale = "en-GB",
            ChannelId = "test",
            ServiceUrl = "https://test",
            From = new ChannelAccount("user", "Ann"),
            Recipient = new ChannelAccount("bot", "Bot"),
            Conversation = new ConversationAccount(id: "c1"),
        };

    public Task Run(ITurnContext turn, BotCallbackHandler? bot) => RunPipelineAsync(turn, bot, CancellationToken.None);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select(a => new ResourceResponse($"sent-{a.Text}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }
}
