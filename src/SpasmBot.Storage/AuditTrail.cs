using SpasmBot.Contracts;

namespace SpasmBot.Storage;

/// <summary>Writes lines of the audit beside the rows that they tell of.</summary>
internal static class AuditTrail
{
    /// <summary>Notes who did what, to be saved with the change itself.</summary>
    /// <returns>The time of the line.</returns>
    public static long Note(
        this SpasmDb db,
        TimeProvider time,
        ClinicId clinic,
        string actor,
        string action,
        string subject
    )
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        db.Audit.Add(
            new()
            {
                ClinicId = clinic,
                At = now,
                Actor = actor,
                Action = action,
                Subject = subject,
            }
        );
        return now;
    }
}
