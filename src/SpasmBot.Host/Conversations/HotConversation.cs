using System.Collections.Immutable;
using SpasmBot.Contracts;
using SpasmBot.Storage;

namespace SpasmBot.Host.Conversations;

/// <summary>A conversation as its grain keeps it between turns: what is stored of it, and its last activities.</summary>
internal sealed class HotConversation
{
    private const int TailLength = 100;

    private readonly Queue<SequencedActivity> _tail = new();
    private readonly Dictionary<string, PostResult> _posted = new(StringComparer.Ordinal);

    /// <summary>A conversation that is about to start.</summary>
    public HotConversation(ConversationKey key, StartConversation start)
    {
        (Key, UserId, ChannelId, Locale) = (key, start.UserId, start.ChannelId, start.Locale);
        (ResumeKeyHash, State) = (start.ResumeKeyHash, TurnStorage.Empty);
    }

    /// <summary>A conversation as it is stored.</summary>
    public HotConversation(ConversationSnapshot stored)
    {
        (Key, UserId, ChannelId, Locale) = (stored.Key, stored.UserId, stored.ChannelId, stored.Locale);
        (ResumeKeyHash, Version, Watermark) = (stored.ResumeKeyHash, stored.Version, stored.Watermark);
        State = TurnStorage.FromJson(stored.StateJson);
    }

    public ConversationKey Key { get; }

    public string UserId { get; }

    public string ChannelId { get; }

    public string? Locale { get; }

    public string? ResumeKeyHash { get; }

    /// <summary>Number of turns committed.</summary>
    public long Version { get; private set; }

    /// <summary>Sequence of the last activity.</summary>
    public long Watermark { get; private set; }

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> State { get; private set; }

    /// <summary>The id of the activity that will be the nth from now.</summary>
    public string ActivityId(int nth) => $"{Key.ConversationId}|{Watermark + nth:D7}";

    /// <summary>The answer to a recent post with this client id; null when there was none, or long ago.</summary>
    public PostResult? FindPosted(string? clientActivityId) =>
        clientActivityId is not null && _posted.TryGetValue(clientActivityId, out var result)
            ? result with
            {
                Outcome = PostOutcome.Duplicate,
                Watermark = Watermark,
            }
            : null;

    /// <summary>What was said after a watermark; null when that is further back than is kept here.</summary>
    public ActivityPage? ReadTail(long afterWatermark)
    {
        if (afterWatermark >= Watermark)
            return new ActivityPage([], Watermark);
        return afterWatermark >= Watermark - _tail.Count
            ? new ActivityPage([.. _tail.Where(activity => activity.Sequence > afterWatermark)], Watermark)
            : null;
    }

    /// <summary>Takes over a turn that is durable.</summary>
    public void Advance(
        TurnCommit turn,
        CommitResult.Committed committed,
        ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> state
    )
    {
        (Version, State) = (committed.Version, state);
        foreach (var activity in (TurnActivity?[])[turn.UserActivity, .. turn.Replies])
        {
            if (activity is not null)
                Append(activity.Json);
        }
        if (turn.UserActivity is { ClientActivityId: { } clientId, ActivityId: var id })
        {
            // Ids too old to be retried soon are the store's to know.
            if (_posted.Count >= TailLength)
                _posted.Clear();
            _posted[clientId] = new PostResult(PostOutcome.Accepted, id, Watermark);
        }
    }

    private void Append(string json)
    {
        _tail.Enqueue(new SequencedActivity(++Watermark, json));
        if (_tail.Count > TailLength)
            _tail.Dequeue();
    }
}
