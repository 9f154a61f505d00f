namespace SpasmBot.Contracts;

/// <summary>
/// One conversation; its key is <see cref="ConversationKey.GrainKey"/>. Runs one turn at a time, and whatever it
/// acknowledges is durable. Activities cross as JSON text, because nobody here knows the Activity type.
/// </summary>
[Alias("SpasmBot.IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the conversation and greets, as a turn of its own (a <c>conversationUpdate</c>). Calling it again changes
    /// nothing and answers <see cref="StartOutcome.AlreadyStarted"/>.
    /// </summary>
    [Alias("Start")]
    Task<StartResult> StartAsync(StartConversation start);

    /// <summary>
    /// Checks the resume key of a person who comes back after the token has died; null when the conversation does not
    /// exist, was forgotten, or the key is not its own.
    /// </summary>
    /// <param name="resumeKeyHash">Hash of the key, made as for <see cref="StartConversation.ResumeKeyHash"/>.</param>
    [Alias("Resume")]
    Task<ResumedConversation?> ResumeAsync(string resumeKeyHash);

    /// <summary>
    /// Runs a turn with an activity of the person's. It and the replies can be read once this returns
    /// <see cref="PostOutcome.Accepted"/>.
    /// </summary>
    [Alias("Post")]
    Task<PostResult> PostAsync(PostActivity post);

    /// <summary>
    /// What was said after a watermark, oldest first; 0 reads from the start. Null when the conversation does not exist or
    /// was forgotten.
    /// </summary>
    [Alias("Read")]
    Task<ActivityPage?> ReadAsync(long afterWatermark);

    /// <summary>
    /// Asks for a nudge after every turn. Subscriptions lapse: renew within a minute, and read on a timer as well, for a
    /// nudge may be lost.
    /// </summary>
    [Alias("Subscribe")]
    Task SubscribeAsync(IConversationObserver observer);

    [Alias("Unsubscribe")]
    Task UnsubscribeAsync(IConversationObserver observer);

    /// <summary>
    /// Deletes the conversation, its transcript and its resume key. An open enquiry keeps contact and disposition until it
    /// is closed.
    /// </summary>
    [Alias("Forget")]
    Task<ForgetOutcome> ForgetAsync();
}

/// <summary>Is told that a conversation has something new: a nudge only, the news is read with <c>ReadAsync</c>.</summary>
[Alias("SpasmBot.IConversationObserver")]
public interface IConversationObserver : IGrainObserver
{
    [Alias("Changed")]
    void Changed(long watermark);
}
