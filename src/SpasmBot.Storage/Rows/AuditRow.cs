using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>Who did what to the records. Holds no health data and no contact, and is not swept.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required long At { get; init; }

    /// <summary>A member of staff, <c>person</c> or <c>retention</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>For example <c>enquiry.closed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, for example the id of the enquiry.</summary>
    public string? Subject { get; init; }
}
