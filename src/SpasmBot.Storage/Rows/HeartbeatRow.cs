using Microsoft.EntityFrameworkCore;

namespace SpasmBot.Storage.Rows;

/// <summary>The one row that the readiness check writes to find out whether the store takes writes again.</summary>
public sealed class HeartbeatRow
{
    public required int Id { get; init; }

    public required long At { get; set; }

    internal static async Task<long> BeatAsync(SpasmDb db, long now)
    {
        if (await db.Heartbeats.SingleOrDefaultAsync() is { } heartbeat)
            heartbeat.At = now;
        else
            db.Heartbeats.Add(new() { Id = 1, At = now });
        return now;
    }
}
