using Microsoft.EntityFrameworkCore;

namespace SpasmBot.Storage.Rows;

/// <summary>The one row that the readiness check writes to find out whether the store takes writes again.</summary>
public sealed class HeartbeatRow
{
    public required int Id { get; init; }

    public required long At { get; set; }

    /// <summary>Always changes the row, whatever the clock says, so that there is something to commit.</summary>
    internal static async Task<long> BeatAsync(SpasmDb db, long now)
    {
        if (await db.Heartbeats.SingleOrDefaultAsync() is { } heartbeat)
            heartbeat.At = heartbeat.At == now ? now + 1 : now;
        else
            db.Heartbeats.Add(new() { Id = 1, At = now });
        return now;
    }
}
