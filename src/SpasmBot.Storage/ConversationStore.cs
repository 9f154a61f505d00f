using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;

namespace SpasmBot.Storage;

/// <summary>Where a conversation stands.</summary>
public sealed record ConversationSnapshot
{
    public required ConversationKey Key { get; init; }

    public required string UserId { get; init; }

    public required string ChannelId { get; init; }

    public string? Locale { get; init; }

    public string? ResumeKeyHash { get; init; }

    /// <summary>To be expected by the next turn.</summary>
    public required long Version { get; init; }

    /// <summary>Sequence of the last activity.</summary>
    public required long Watermark { get; init; }

    public required string StateJson { get; init; }

    public string? ProtocolVersion { get; init; }

    /// <summary>Time of the last turn.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True when the person has deleted it; then the rest is empty.</summary>
    public required bool IsForgotten { get; init; }
}

/// <summary>An activity found again by the client's own id.</summary>
public sealed record KnownActivity(string ActivityId, long Sequence);

/// <summary>Reads what turns have committed. What cannot be read is a <see cref="StoreUnavailableException"/>.</summary>
public sealed class ConversationStore(StoreReader reader)
{
    /// <summary>Null when there is no such conversation; see <see cref="ConversationSnapshot.IsForgotten"/>.</summary>
    public async Task<ConversationSnapshot?> LoadAsync(ConversationKey key, CancellationToken cancel = default)
    {
        var row = await reader.ReadAsync(
            db =>
                db.Conversations.AsNoTracking()
                    .SingleOrDefaultAsync(
                        c => c.ClinicId == key.Clinic && c.ConversationId == key.ConversationId,
                        cancel
                    ),
            cancel
        );
        return row is null
            ? null
            : new()
            {
                Key = key,
                UserId = row.UserId,
                ChannelId = row.ChannelId,
                Locale = row.Locale,
                ResumeKeyHash = row.ResumeKeyHash,
                Version = row.Version,
                Watermark = row.Watermark,
                StateJson = row.StateJson,
                ProtocolVersion = row.ProtocolVersion,
                UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt),
                IsForgotten = row.ForgottenAt is not null,
            };
    }

    /// <summary>
    /// What was said after a watermark, oldest first; an empty page with the same watermark when that is nothing, or the
    /// conversation is not there.
    /// </summary>
    public async Task<ActivityPage> ReadActivitiesAsync(
        ConversationKey key,
        long afterWatermark,
        CancellationToken cancel = default
    )
    {
        var activities = await reader.ReadAsync(
            db =>
                db.Activities.Where(a =>
                        a.ClinicId == key.Clinic
                        && a.ConversationId == key.ConversationId
                        && a.Sequence > afterWatermark
                    )
                    .OrderBy(a => a.Sequence)
                    .Select(a => new SequencedActivity(a.Sequence, a.Json))
                    .ToListAsync(cancel),
            cancel
        );
        return new(activities, activities.Count == 0 ? afterWatermark : activities[^1].Sequence);
    }

    /// <summary>The activity that was stored under the client's own id; null when none was.</summary>
    public Task<KnownActivity?> FindByClientIdAsync(
        ConversationKey key,
        string clientActivityId,
        CancellationToken cancel = default
    ) =>
        reader.ReadAsync(
            db =>
                db.Activities.Where(a =>
                        a.ClinicId == key.Clinic
                        && a.ConversationId == key.ConversationId
                        && a.ClientActivityId == clientActivityId
                    )
                    .Select(a => new KnownActivity(a.ActivityId, a.Sequence))
                    .SingleOrDefaultAsync(cancel),
            cancel
        );
}
