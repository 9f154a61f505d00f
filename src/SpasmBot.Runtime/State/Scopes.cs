namespace SpasmBot.Runtime;

/// <summary>State of a conversation, whoever speaks in it.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    /// <summary>The key of this scope.</summary>
    /// <exception cref="InvalidOperationException">The activity names no channel or no conversation.</exception>
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var channel = turnContext.Activity.ChannelId ?? throw Missing("ChannelId");
        var conversation = turnContext.Activity.Conversation?.Id ?? throw Missing("Conversation.Id");
        return $"{channel}/conversations/{conversation}";
    }

    private static InvalidOperationException Missing(string what) => new($"invalid activity-missing {what}");
}

/// <summary>State of a user on a channel, across conversations.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    /// <summary>The key of this scope.</summary>
    /// <exception cref="InvalidOperationException">The activity names no channel or no sender.</exception>
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var channel = turnContext.Activity.ChannelId ?? throw Missing("ChannelId");
        var user = turnContext.Activity.From?.Id ?? throw Missing("From.Id");
        return $"{channel}/users/{user}";
    }

    private static InvalidOperationException Missing(string what) => new($"invalid activity-missing {what}");
}
