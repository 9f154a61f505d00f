namespace SpasmBot.Runtime.Tests;

/// <summary>A conversation with a dialog in which every turn starts from what the store has, as after a restart.</summary>
internal sealed class Conversation(Dialog dialog, IStorage? storage = null) : BotAdapter
{
    private readonly List<Activity> _sent = [];

    public IStorage Storage { get; } = storage ?? new MemoryStorage();

    /// <summary>The texts that the bot answers with.</summary>
    public Task<string[]> Say(string text) => Send(new Activity(ActivityTypes.Message) { Text = text });

    public async Task<string[]> Send(Activity activity)
    {
        _sent.Clear();
        activity.ChannelId = "test";
        activity.Conversation = new ConversationAccount(id: "c1");
        activity.From = new ChannelAccount("u1");
        activity.Recipient = new ChannelAccount("bot");
        var state = new ConversationState(Storage);
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(
            turn,
            async (context, token) =>
            {
                await dialog.RunAsync(context, state.CreateProperty<DialogState>("DialogState"), token);
                await state.SaveChangesAsync(context, cancellationToken: token);
            },
            CancellationToken.None
        );
        return [.. _sent.Select(a => a.Text)];
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        _sent.AddRange(activities);
        return Task.FromResult(activities.Select((_, i) => new ResourceResponse($"id{i}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    ) => Task.FromResult(new ResourceResponse(activity.Id));

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}
