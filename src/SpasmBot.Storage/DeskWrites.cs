using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage;

/// <summary>What reception does to the records; each leaves a line in the audit.</summary>
public sealed class DeskWrites(CommitQueue queue, TimeProvider time)
{
    /// <summary>
    /// Closes an enquiry; false when there is no such open one. When its conversation is gone, the contact goes with it.
    /// </summary>
    /// <param name="actor">The member of staff, for the audit.</param>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    public Task<bool> CloseEnquiryAsync(ClinicId clinic, long id, string actor, CancellationToken cancel = default) =>
        queue.WriteAsync(db => CloseEnquiryAsync(db, clinic, id, actor), cancel);

    /// <summary>As <see cref="CloseEnquiryAsync(ClinicId, long, string, CancellationToken)"/>, for a booking.</summary>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    public Task<bool> CloseBookingAsync(
        ClinicId clinic,
        string reference,
        string actor,
        CancellationToken cancel = default
    ) => queue.WriteAsync(db => CloseBookingAsync(db, clinic, reference, actor), cancel);

    private async Task<bool> CloseEnquiryAsync(SpasmDb db, ClinicId clinic, long id, string actor)
    {
        var enquiry = await db.Enquiries.SingleOrDefaultAsync(e =>
            e.ClinicId == clinic && e.Id == id && e.Status == WorkStatus.Open
        );
        if (enquiry is null)
            return false;
        enquiry.Status = WorkStatus.Closed;
        enquiry.ClosedAt = db.Note(time, clinic, actor, "enquiry.closed", $"{id}");
        if (enquiry.ConversationId is null)
            enquiry.Name = enquiry.Phone = enquiry.Email = enquiry.WhenToCall = null;
        return true;
    }

    private async Task<bool> CloseBookingAsync(SpasmDb db, ClinicId clinic, string reference, string actor)
    {
        var booking = await db.Bookings.SingleOrDefaultAsync(b =>
            b.ClinicId == clinic && b.Reference == reference && b.Status == WorkStatus.Open
        );
        if (booking is null)
            return false;
        booking.Status = WorkStatus.Closed;
        booking.ClosedAt = db.Note(time, clinic, actor, "booking.closed", reference);
        booking.WipeIfAlone();
        return true;
    }
}
