using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage;

/// <summary>
/// Booking requests as the person who made them sees, changes and withdraws them. Whether it is that person is the
/// caller's to find out. Each change leaves a line in the audit, and the desk reads it from the same rows at once.
/// </summary>
public sealed class BookingRequests(StoreReader reader, CommitQueue queue, TimeProvider time)
{
    private const string Actor = "person";

    /// <summary>The request of a reference; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public Task<BookingRow?> FindAsync(ClinicId clinic, string reference, CancellationToken cancel = default) =>
        reader.ReadAsync(
            db =>
                db.Bookings.AsNoTracking()
                    .SingleOrDefaultAsync(b => b.ClinicId == clinic && b.Reference == reference, cancel),
            cancel
        );

    /// <summary>Changes a request that reception has not dealt with; false when there is no such one.</summary>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    public Task<bool> ChangeAsync(
        ClinicId clinic,
        string reference,
        BookingChange change,
        CancellationToken cancel = default
    ) =>
        WriteAsync(
            clinic,
            reference,
            "booking.changed",
            (booking, _) =>
            {
                booking.PreferredTimes = [.. change.PreferredTimes];
                (booking.Phone, booking.Email) = (change.Phone, change.Email);
            },
            cancel
        );

    /// <summary>Withdraws a request that reception has not dealt with; false when there is no such one.</summary>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    public Task<bool> CancelAsync(ClinicId clinic, string reference, CancellationToken cancel = default) =>
        WriteAsync(
            clinic,
            reference,
            "booking.cancelled",
            (booking, now) =>
            {
                (booking.Status, booking.ClosedAt) = (WorkStatus.Cancelled, now);
                booking.WipeIfAlone();
            },
            cancel
        );

    private Task<bool> WriteAsync(
        ClinicId clinic,
        string reference,
        string action,
        Action<BookingRow, long> change,
        CancellationToken cancel
    ) =>
        queue.WriteAsync(
            async db =>
            {
                var booking = await db.Bookings.SingleOrDefaultAsync(b =>
                    b.ClinicId == clinic && b.Reference == reference && b.Status == WorkStatus.Open
                );
                if (booking is null)
                    return false;
                change(booking, db.Note(time, clinic, Actor, action, reference));
                return true;
            },
            cancel
        );
}

/// <summary>What a person may change of a booking request.</summary>
/// <param name="PreferredTimes">Days and times, best first.</param>
/// <param name="Phone">In international form, <c>+27…</c>. Phone or e-mail is there.</param>
public sealed record BookingChange(IReadOnlyList<string> PreferredTimes, string? Phone, string? Email);
