using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage;

/// <summary>
/// Deletes conversations with all that hangs on them. An open enquiry or booking keeps contact and disposition, cut off
/// from its conversation, until reception closes it.
/// </summary>
public sealed class ConversationErasure(CommitQueue queue, TimeProvider time)
{
    private const int MostAtOnce = 50;

    /// <summary>Deletes a conversation because the person asked for it; a tombstone refuses what still comes.</summary>
    public async Task<ForgetOutcome> ForgetAsync(ConversationKey key, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            return await queue.WriteAsync(db => ForgetAsync(db, key), cancel);
        }
        catch (StoreUnavailableException)
        {
            return ForgetOutcome.NotSaved;
        }
    }

    /// <summary>
    /// Deletes what was not updated since <paramref name="cutoff"/>: conversations, tombstones, closed enquiries and
    /// bookings, alerts.
    /// </summary>
    /// <returns>How many conversations went.</returns>
    /// <exception cref="StoreUnavailableException">Not all of it could be deleted; the rest is still there.</exception>
    public async Task<int> DeleteOlderThanAsync(DateTimeOffset cutoff, CancellationToken cancel = default)
    {
        var before = cutoff.ToUnixTimeMilliseconds();
        var (deleted, batch) = (0, 0);
        do
        {
            // In small groups, so that turns are not kept waiting.
            batch = await queue.WriteAsync(db => DeleteSomeAsync(db, before), cancel);
            deleted += batch;
        } while (batch == MostAtOnce);
        await queue.WriteAsync(db => DeleteLooseAsync(db, before), cancel);
        return deleted;
    }

    private async Task<ForgetOutcome> ForgetAsync(SpasmDb db, ConversationKey key)
    {
        var row = await db.Conversations.SingleOrDefaultAsync(c =>
            c.ClinicId == key.Clinic && c.ConversationId == key.ConversationId
        );
        if (row is null or { ForgottenAt: not null })
            return ForgetOutcome.NotFound;

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await EraseAroundAsync(db, key.Clinic, key.ConversationId);
        row.UserId = "";
        row.Locale = null;
        row.StateJson = "";
        row.ResumeKeyHash = null;
        row.ProtocolVersion = null;
        row.Watermark = 0;
        // A turn under way ran on the version before.
        row.Version++;
        row.UpdatedAt = now;
        row.ForgottenAt = now;
        db.Audit.Add(
            new()
            {
                ClinicId = key.Clinic,
                At = now,
                Actor = "person",
                Action = "conversation.forgotten",
            }
        );
        return ForgetOutcome.Forgotten;
    }

    private static async Task<int> DeleteSomeAsync(SpasmDb db, long before)
    {
        var old = await db
            .Conversations.Where(c => c.UpdatedAt < before)
            .OrderBy(c => c.UpdatedAt)
            .Take(MostAtOnce)
            .ToListAsync();
        foreach (var conversation in old)
            await EraseAroundAsync(db, conversation.ClinicId, conversation.ConversationId);
        db.Conversations.RemoveRange(old);
        return old.Count;
    }

    private static async Task EraseAroundAsync(SpasmDb db, ClinicId clinic, string id)
    {
        await db.Activities.Where(a => a.ClinicId == clinic && a.ConversationId == id).ExecuteDeleteAsync();
        await db.Assessments.Where(a => a.ClinicId == clinic && a.ConversationId == id).ExecuteDeleteAsync();
        foreach (var alert in await db.Alerts.Where(a => a.ClinicId == clinic && a.ConversationId == id).ToListAsync())
            (alert.ConversationId, alert.Disposition, alert.Summary) = (null, null, []);

        var enquiries = db.Enquiries.Where(e => e.ClinicId == clinic && e.ConversationId == id);
        await enquiries.Where(e => e.Status != WorkStatus.Open).ExecuteDeleteAsync();
        await enquiries.ExecuteUpdateAsync(set => set.SetProperty(e => e.ConversationId, (string?)null));
        var bookings = db.Bookings.Where(b => b.ClinicId == clinic && b.ConversationId == id);
        await bookings.Where(b => b.Status != WorkStatus.Open).ExecuteDeleteAsync();
        await bookings.ExecuteUpdateAsync(set => set.SetProperty(b => b.ConversationId, (string?)null));
    }

    private static async Task<int> DeleteLooseAsync(SpasmDb db, long before) =>
        await db.Enquiries.Where(e => e.ClosedAt < before).ExecuteDeleteAsync()
        + await db.Bookings.Where(b => b.ClosedAt < before).ExecuteDeleteAsync()
        + await db.Alerts.Where(a => a.RaisedAt < before).ExecuteDeleteAsync();
}
