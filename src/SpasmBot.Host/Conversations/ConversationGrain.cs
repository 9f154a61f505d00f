using System.Security.Cryptography;
using System.Text;
using Orleans.Utilities;
using SpasmBot.Contracts;
using SpasmBot.Runtime.Schema;
using SpasmBot.Storage;

namespace SpasmBot.Host.Conversations;

/// <summary>One conversation. Orleans runs one call at a time, so nothing here races.</summary>
/// <remarks>
/// It leaves memory by a timer of its own. Orleans would collect it by the wall clock, and after that was set back it
/// refuses to activate any grain until the clock has caught up: nobody could begin a conversation for that long.
/// </remarks>
[KeepAlive]
[GrainType("conversation")]
internal sealed partial class ConversationGrain(
    ConversationStore store,
    CommitQueue queue,
    ConversationErasure erasure,
    TurnRunner runner,
    BotIdentity bot,
    TimeProvider time,
    ILogger<ConversationGrain> log
) : Grain, IConversationGrain
{
    // The second try is for a conversation that was changed elsewhere, the others for booking references that are taken.
    private const int MostTries = 5;
    private static readonly TimeSpan SubscriptionLife = TimeSpan.FromSeconds(90);

    // A conversation is loaded again in a few milliseconds; a person who went for a coffee need not stay in memory.
    private static readonly TimeSpan KeptHot = TimeSpan.FromMinutes(10);

    private ObserverManager<IConversationObserver>? _observers;
    private HotConversation? _hot;
    private bool _isForgotten;
    private Farewell? _farewell;
    private bool _isUsed;

    private ConversationKey Key => field ??= ConversationKey.FromGrainKey(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(LeaveWhenUnusedAsync, new() { DueTime = KeptHot, Period = KeptHot });
        return Task.CompletedTask;
    }

    public async Task<StartResult> StartAsync(StartConversation start)
    {
        using var scope = BeginScope();
        if (!await CanBeReadAsync())
            return new StartResult(StartOutcome.NotSaved, 0);
        if (await FindAsync() is { } existing)
            return new StartResult(StartOutcome.AlreadyStarted, existing.Watermark);
        if (_isForgotten)
            return new StartResult(StartOutcome.Forgotten, 0);

        var conversation = new HotConversation(Key, start);
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
        using var scope = BeginScope();
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

    public Task SubscribeAsync(IConversationObserver observer)
    {
        _observers ??= new(SubscriptionLife, log) { GetDateTime = () => time.GetUtcNow().UtcDateTime };
        _observers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    public Task UnsubscribeAsync(IConversationObserver observer)
    {
        _observers?.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public async Task<ForgetOutcome> ForgetAsync()
    {
        using var scope = BeginScope();
        var outcome = await erasure.ForgetAsync(Key);
        if (outcome == ForgetOutcome.Forgotten)
        {
            (_hot, _isForgotten) = (null, true);
            Nudge(0);
        }
        return outcome;
    }

    private Task LeaveWhenUnusedAsync(CancellationToken cancellationToken)
    {
        if (!_isUsed)
            DeactivateOnIdle();
        _isUsed = false;
        return Task.CompletedTask;
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
        if (await erasure.ForgetAsync(Key) == ForgetOutcome.NotSaved)
            return NotSaved;
        (_hot, _isForgotten) = (null, true);
        _farewell = new Farewell(conversation.Watermark, said, time);
        Nudge(_farewell.Watermark);
        return new PostResult(PostOutcome.Accepted, activity.Id, _farewell.Watermark);
    }

    private TurnCommit CommitOf(HotConversation conversation, TurnOutcome outcome)
    {
        return new TurnCommit
        {
            Key = Key,
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
    }

    private async Task<CommitResult> CommitAsync(TurnCommit turn)
    {
        try
        {
            var result = await queue.CommitAsync(turn);
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
        _isUsed = true;
        try
        {
            if (_hot is null && !_isForgotten && await store.LoadAsync(Key) is { } stored)
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
            return await store.ReadActivitiesAsync(Key, afterWatermark);
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

    private void Nudge(long watermark) => _observers?.Notify(observer => observer.Changed(watermark));

    private IDisposable? BeginScope() => log.BeginScope(ConversationScope.Of(Key));

    private static bool IsSame(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));

    [LoggerMessage(LogLevel.Warning, "A turn was not saved: {Outcome}")]
    private partial void LogNotSaved(string outcome);

    [LoggerMessage(LogLevel.Warning, "The conversation was changed elsewhere; it is loaded again")]
    private partial void LogChangedElsewhere();

    [LoggerMessage(LogLevel.Error, "A turn was given up after {Tries} tries")]
    private partial void LogGivenUp(int tries);
}
