using System.Security.Cryptography;
using System.Text;
using SpasmBot.Contracts;
using SpasmBot.Runtime.Schema;
using SpasmBot.Storage;

namespace SpasmBot.Host.Conversations;

/// <summary>Makes the one in memory for a conversation that may be stored.</summary>
internal delegate Conversation ConversationFactory(ConversationKey key);

/// <summary>
/// One conversation and its turns: what is acknowledged, read or nudged is stored. Calls must come one at a time; the
/// grain sees to it. A second one in memory for the same conversation is only slower: the store tells them apart.
/// </summary>
internal sealed partial class Conversation(
    ConversationKey key,
    ConversationStore store,
    CommitQueue queue,
    ConversationErasure erasure,
    TurnRunner runner,
    BotIdentity bot,
    TimeProvider time,
    ILogger<Conversation> log
)
{
    // The second try is for a conversation that was changed elsewhere, the others for booking references that are taken.
    private const int MostTries = 5;

    /// <summary>
    /// How long a person is kept waiting for the disk. After that they are told that it was not saved; sent again, it is
    /// one turn, whatever became of the first.
    /// </summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private HotConversation? _hot;
    private bool _isForgotten;
    private Farewell? _farewell;

    /// <summary>Is told the watermark when there is something new to read.</summary>
    public Action<long>? Changed { get; set; }

    public async Task<StartResult> StartAsync(StartConversation start)
    {
        if (!await CanBeReadAsync())
            return new StartResult(StartOutcome.NotSaved, 0);
        if (await FindAsync() is { } existing)
            return new StartResult(StartOutcome.AlreadyStarted, existing.Watermark);
        if (_isForgotten)
            return new StartResult(StartOutcome.Forgotten, 0);

        var conversation = new HotConversation(key, start);
        var outcome = await runner.RunAsync(conversation, runner.Arrival(conversation), said: 0);
        var turn = CommitOf(conversation, outcome) with { Start = start };
        switch (await CommitAsync(turn))
        {
            case CommitResult.Committed committed:
                conversation.Advance(turn, committed, outcome.State);
                _hot = conversation;
                return new StartResult(StartOutcome.Started, conversation.Watermark);
            case CommitResult.VersionConflict when await FindAsync() is { } other:
                return new StartResult(StartOutcome.AlreadyStarted, other.Watermark);
            case CommitResult.Forgotten:
                _isForgotten = true;
                return new StartResult(StartOutcome.Forgotten, 0);
            default:
                return new StartResult(StartOutcome.NotSaved, 0);
        }
    }

    public async Task<ResumedConversation?> ResumeAsync(string resumeKeyHash) =>
        await FindAsync() is { ResumeKeyHash: { } own } conversation && IsSame(own, resumeKeyHash)
            ? new ResumedConversation(conversation.UserId, conversation.Locale, conversation.Watermark)
            : null;

    public async Task<PostResult> PostAsync(PostActivity post)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (!await CanBeReadAsync())
                return NotSaved;
            if (await FindAsync() is not { } conversation)
                return new PostResult(_isForgotten ? PostOutcome.Forgotten : PostOutcome.NotFound, null, 0);
            if (conversation.FindPosted(post.ClientActivityId) is { } before)
                return before;
            if (await TryTurnAsync(conversation, post) is { } result)
                return result;
        }
        LogGivenUp(MostTries);
        return NotSaved;
    }

    public async Task<ActivityPage?> ReadAsync(long afterWatermark)
    {
        if (await FindAsync() is not { } conversation)
            return _farewell?.Read(afterWatermark);
        return conversation.ReadTail(afterWatermark) ?? await ReadStoredAsync(Math.Max(0, afterWatermark));
    }

    public async Task<ForgetOutcome> ForgetAsync()
    {
        var outcome = await erasure.ForgetAsync(key);
        if (outcome == ForgetOutcome.Forgotten)
        {
            (_hot, _isForgotten) = (null, true);
            Nudge(0);
        }
        return outcome;
    }

    private static PostResult NotSaved => new(PostOutcome.NotSaved, null, 0);

    /// <summary>Runs a turn and stores it; null when it must run again on what is stored now.</summary>
    private async Task<PostResult?> TryTurnAsync(HotConversation conversation, PostActivity post)
    {
        var (activity, json) = runner.Receive(conversation, post.ActivityJson);
        var outcome = await runner.RunAsync(conversation, activity, said: 1);
        if (outcome.IsForgetRequested)
            return await ForgetWithTurnAsync(
                conversation,
                activity,
                [json, .. outcome.Replies.Select(reply => reply.Json)]
            );

        var turn = CommitOf(conversation, outcome) with
        {
            UserActivity = new TurnActivity(activity.Id, json, post.ClientActivityId),
        };
        switch (await CommitAsync(turn))
        {
            case CommitResult.Committed committed:
                conversation.Advance(turn, committed, outcome.State);
                Nudge(conversation.Watermark);
                return new PostResult(PostOutcome.Accepted, activity.Id, conversation.Watermark);
            case CommitResult.Duplicate duplicate:
                // It was stored while it was in memory elsewhere: whoever hears of it must be able to read it here.
                _hot = null;
                return new PostResult(PostOutcome.Duplicate, duplicate.ActivityId, duplicate.Watermark);
            case CommitResult.VersionConflict:
                LogChangedElsewhere();
                _hot = null;
                return null;
            case CommitResult.ReferenceTaken:
                return null;
            case CommitResult.Forgotten:
                (_hot, _isForgotten) = (null, true);
                return new PostResult(PostOutcome.Forgotten, null, 0);
            default:
                // Whether it was stored is certain only when it is read again.
                _hot = null;
                return NotSaved;
        }
    }

    /// <summary>A turn that asks to be forgotten is not stored: it would be deleted with the rest.</summary>
    private async Task<PostResult> ForgetWithTurnAsync(
        HotConversation conversation,
        Activity activity,
        IReadOnlyList<string> said
    )
    {
        if (await erasure.ForgetAsync(key) == ForgetOutcome.NotSaved)
            return NotSaved;
        (_hot, _isForgotten) = (null, true);
        _farewell = new Farewell(conversation.Watermark, said, time);
        Nudge(_farewell.Watermark);
        return new PostResult(PostOutcome.Accepted, activity.Id, _farewell.Watermark);
    }

    private TurnCommit CommitOf(HotConversation conversation, TurnOutcome outcome) =>
        new()
        {
            Key = key,
            ExpectedVersion = conversation.Version,
            StateJson = TurnStorage.ToJson(outcome.State),
            ProtocolVersion = bot.ProtocolVersion,
            Replies = outcome.Replies,
            Enquiries = outcome.Enquiries,
            Bookings = outcome.Bookings,
            Alerts = outcome.Alerts,
            Assessments = outcome.Assessments,
            ClosesConversation = outcome.IsEnded,
        };

    private async Task<CommitResult> CommitAsync(TurnCommit turn)
    {
        try
        {
            var result = await queue.CommitAsync(turn).WaitAsync(Patience, time);
            if (result is CommitResult.Rejected or CommitResult.NotSaved)
                LogNotSaved(result.GetType().Name);
            return result;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotSaved(e.GetType().Name);
            return new CommitResult.NotSaved(e.GetType().Name);
        }
    }

    /// <summary>The conversation, loaded when it is not hot; null when it does not exist or was forgotten.</summary>
    /// <exception cref="NotNowException">It could not be read.</exception>
    private async Task<HotConversation?> FindAsync()
    {
        try
        {
            if (_hot is null && !_isForgotten && await store.LoadAsync(key) is { } stored)
            {
                _isForgotten = stored.IsForgotten;
                _hot = _isForgotten ? null : new HotConversation(stored);
            }
            return _hot;
        }
        catch (StoreUnavailableException e)
        {
            throw new NotNowException(e.Message);
        }
    }

    private async Task<ActivityPage> ReadStoredAsync(long afterWatermark)
    {
        try
        {
            return await store.ReadActivitiesAsync(key, afterWatermark);
        }
        catch (StoreUnavailableException e)
        {
            throw new NotNowException(e.Message);
        }
    }

    /// <summary>False when nobody can tell where the conversation stands, so that no turn can be run on it.</summary>
    private async Task<bool> CanBeReadAsync()
    {
        try
        {
            await FindAsync();
            return true;
        }
        catch (NotNowException)
        {
            return false;
        }
    }

    private void Nudge(long watermark) => Changed?.Invoke(watermark);

    private static bool IsSame(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));

    [LoggerMessage(LogLevel.Warning, "A turn was not saved: {Outcome}")]
    private partial void LogNotSaved(string outcome);

    [LoggerMessage(LogLevel.Warning, "The conversation was changed elsewhere; it is loaded again")]
    private partial void LogChangedElsewhere();

    [LoggerMessage(LogLevel.Error, "A turn was given up after {Tries} tries")]
    private partial void LogGivenUp(int tries);
}
