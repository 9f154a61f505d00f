using System.Text.Json.Nodes;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.Tests.Testing;

/// <summary>A conversation in memory: greets, stores what is posted and says it back.</summary>
public sealed class FakeConversation : IConversationGrain
{
    private readonly Lock _lock = new();
    private readonly List<SequencedActivity> _activities = [];
    private readonly Dictionary<string, string> _posted = new(StringComparer.Ordinal);
    private readonly List<IConversationObserver> _observers = [];

    public StartConversation? Started { get; private set; }

    public bool IsForgotten { get; private set; }

    /// <summary>What the next calls throw, as when the store or the cluster is away.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Nothing can be saved.</summary>
    public bool IsFull { get; set; }

    public int Observers
    {
        get
        {
            lock (_lock)
                return _observers.Count;
        }
    }

    public IReadOnlyList<JsonObject> Activities
    {
        get
        {
            lock (_lock)
                return [.. _activities.Select(a => JsonNode.Parse(a.ActivityJson)!.AsObject())];
        }
    }

    private bool IsThere => Started is not null && !IsForgotten;

    public Task<StartResult> StartAsync(StartConversation start) =>
        Answer(() =>
        {
            if (IsForgotten)
                return new StartResult(StartOutcome.Forgotten, 0);
            if (IsFull)
                return new StartResult(StartOutcome.NotSaved, 0);
            if (Started is not null)
                return new StartResult(StartOutcome.AlreadyStarted, _activities.Count);
            Started = start;
            Add(new JsonObject { ["type"] = "message", ["text"] = "Hello." });
            return new StartResult(StartOutcome.Started, _activities.Count);
        });

    public Task<ResumedConversation?> ResumeAsync(string resumeKeyHash) =>
        Answer(() =>
            IsThere && Started!.ResumeKeyHash == resumeKeyHash
                ? new ResumedConversation(Started.UserId, Started.Locale, _activities.Count)
                : null
        );

    public Task<PostResult> PostAsync(PostActivity post) =>
        Answer(() =>
        {
            if (!IsThere)
                return new PostResult(IsForgotten ? PostOutcome.Forgotten : PostOutcome.NotFound, null, 0);
            if (IsFull)
                return new PostResult(PostOutcome.NotSaved, null, 0);
            if (post.ClientActivityId is { } known && _posted.TryGetValue(known, out var before))
                return new PostResult(PostOutcome.Duplicate, before, _activities.Count);
            var activity = JsonNode.Parse(post.ActivityJson)!.AsObject();
            var id = Add(activity);
            if (post.ClientActivityId is { } client)
                _posted[client] = id;
            Add(new JsonObject { ["type"] = "message", ["text"] = $"You said {activity["text"]}." });
            return new PostResult(PostOutcome.Accepted, id, _activities.Count);
        });

    public Task<ActivityPage?> ReadAsync(long afterWatermark) =>
        Answer(() =>
            IsThere
                ? new ActivityPage([.. _activities.Where(a => a.Sequence > afterWatermark)], _activities.Count)
                : null
        );

    public Task SubscribeAsync(IConversationObserver observer) =>
        Answer(() =>
        {
            if (!_observers.Contains(observer))
                _observers.Add(observer);
            return true;
        });

    public Task UnsubscribeAsync(IConversationObserver observer) => Answer(() => _observers.Remove(observer));

    public Task<ForgetOutcome> ForgetAsync() =>
        Answer(() =>
        {
            if (!IsThere)
                return ForgetOutcome.NotFound;
            IsForgotten = true;
            Nudge();
            return ForgetOutcome.Forgotten;
        });

    /// <summary>The bot says something by itself.</summary>
    public void Say(JsonObject activity, bool nudge = true)
    {
        lock (_lock)
        {
            Add(activity, nudge);
        }
    }

    private string Add(JsonObject activity, bool nudge = true)
    {
        var sequence = _activities.Count + 1;
        var id = $"a{sequence}";
        activity["id"] = id;
        _activities.Add(new SequencedActivity(sequence, activity.ToJsonString()));
        if (nudge)
            Nudge();
        return id;
    }

    private void Nudge() => _observers.ForEach(o => o.Changed(_activities.Count));

    private Task<T> Answer<T>(Func<T> turn)
    {
        lock (_lock)
            return Failure is { } failure ? Task.FromException<T>(failure) : Task.FromResult(turn());
    }
}
