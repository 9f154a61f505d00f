using System.Text.Json;
using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Host.Conversations;

/// <summary>Runs the bot on one activity of a conversation. Changes nothing but what it returns.</summary>
internal sealed partial class TurnRunner(
    BotFactory createBot,
    BotIdentity bot,
    TimeProvider time,
    ILogger<TurnRunner> log
)
{
    /// <summary>
    /// Runs the bot. If it fails, the person gets one calm sentence and the state stays as it was.
    /// </summary>
    /// <param name="conversation">Where the conversation stands.</param>
    /// <param name="activity">What happened; its id and addresses are set already.</param>
    /// <param name="said">How many activities the transcript gets before the replies.</param>
    public async Task<TurnOutcome> RunAsync(HotConversation conversation, Activity activity, int said)
    {
        try
        {
            var state = new TurnStorage(conversation.State);
            return await NewAdapter().RunAsync(createBot(new ConversationState(state)), activity, state);
        }
        catch (Exception e)
        {
            // No message of an exception: it may quote what the person wrote.
            LogFailed(e.GetType().FullName, e.StackTrace);
            var state = new TurnStorage(conversation.State);
            return await NewAdapter().RunAsync(new Apology(bot.TurnFailed), activity, state);
        }

        TurnAdapter NewAdapter() => new(reply => conversation.ActivityId(said + reply + 1), time.GetUtcNow());
    }

    /// <summary>An activity of the person's, with the id and time that it is stored under.</summary>
    public (Activity Activity, string Json) Receive(HotConversation conversation, string activityJson)
    {
        var activity =
            JsonSerializer.Deserialize<Activity>(activityJson, RuntimeJson.Options)
            ?? throw new JsonException("An activity is an object.");
        activity.Id = conversation.ActivityId(1);
        Address(activity, conversation);
        return (activity, JsonSerializer.Serialize(activity, RuntimeJson.Options));
    }

    /// <summary>The activity that tells the bot that somebody came in.</summary>
    public Activity Arrival(HotConversation conversation)
    {
        var activity = new Activity(ActivityTypes.ConversationUpdate)
        {
            From = new ChannelAccount(conversation.UserId) { Role = "user" },
            MembersAdded = [new ChannelAccount(conversation.UserId), new ChannelAccount(bot.Id, bot.Name)],
        };
        Address(activity, conversation);
        return activity;
    }

    private void Address(Activity activity, HotConversation conversation)
    {
        activity.Timestamp = time.GetUtcNow();
        activity.ChannelId = conversation.ChannelId;
        activity.Conversation ??= new ConversationAccount(id: conversation.Key.ConversationId);
        activity.Recipient ??= new ChannelAccount(bot.Id, bot.Name) { Role = "bot" };
        activity.Locale ??= conversation.Locale;
    }

    [LoggerMessage(LogLevel.Error, "The bot failed with {Exception}; the turn was answered with an apology{Stack}")]
    private partial void LogFailed(string? exception, string? stack);

    private sealed class Apology(string sentence) : ActivityHandler
    {
        public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync(sentence, cancellationToken: cancellationToken);
    }
}
