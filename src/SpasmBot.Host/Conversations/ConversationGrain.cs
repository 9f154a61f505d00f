using Orleans.Utilities;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Conversations;

/// <summary>Where a <see cref="Conversation"/> lives. Orleans runs one call at a time, so nothing in it races.</summary>
/// <remarks>
/// It leaves memory by a timer of its own. Orleans would collect it by the wall clock, and after that was set back it
/// refuses to activate any grain until the clock has caught up: nobody could begin a conversation for that long.
/// </remarks>
[KeepAlive]
[GrainType("conversation")]
internal sealed class ConversationGrain(ConversationFactory open, TimeProvider time, ILogger<ConversationGrain> log)
    : Grain,
        IConversationGrain
{
    private static readonly TimeSpan SubscriptionLife = TimeSpan.FromSeconds(90);

    // A conversation is loaded again in a few milliseconds; a person who went for a coffee need not stay in memory.
    private static readonly TimeSpan KeptHot = TimeSpan.FromMinutes(10);

    private ObserverManager<IConversationObserver>? _observers;
    private Conversation? _conversation;
    private bool _isUsed;

    private ConversationKey Key => field ??= ConversationKey.FromGrainKey(this.GetPrimaryKeyString());

    private Conversation Conversation
    {
        get
        {
            _isUsed = true;
            return _conversation ??= Open();
        }
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(LeaveWhenUnusedAsync, new() { DueTime = KeptHot, Period = KeptHot });
        return Task.CompletedTask;
    }

    public async Task<StartResult> StartAsync(StartConversation start)
    {
        using var scope = BeginScope();
        return await Conversation.StartAsync(start);
    }

    public Task<ResumedConversation?> ResumeAsync(string resumeKeyHash) => Conversation.ResumeAsync(resumeKeyHash);

    public async Task<PostResult> PostAsync(PostActivity post)
    {
        using var scope = BeginScope();
        return await Conversation.PostAsync(post);
    }

    public Task<ActivityPage?> ReadAsync(long afterWatermark) => Conversation.ReadAsync(afterWatermark);

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
        return await Conversation.ForgetAsync();
    }

    private Task LeaveWhenUnusedAsync(CancellationToken cancellationToken)
    {
        if (!_isUsed)
            DeactivateOnIdle();
        _isUsed = false;
        return Task.CompletedTask;
    }

    private Conversation Open()
    {
        var conversation = open(Key);
        conversation.Changed = watermark => _observers?.Notify(observer => observer.Changed(watermark));
        return conversation;
    }

    private IDisposable? BeginScope() => log.BeginScope(ConversationScope.Of(Key));
}
