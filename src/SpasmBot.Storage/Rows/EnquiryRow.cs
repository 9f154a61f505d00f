using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>Whether reception still has to do something.</summary>
public enum WorkStatus
{
    Open,
    Closed,

    /// <summary>Withdrawn by the person before reception had dealt with it.</summary>
    Cancelled,
}

/// <summary>Somebody who wants to hear from the clinic.</summary>
public sealed class EnquiryRow
{
    public long Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    /// <summary>Null once the conversation was forgotten or has run out its time; then closing wipes the contact.</summary>
    public string? ConversationId { get; set; }

    public required EnquiryReason Reason { get; init; }

    public required WorkStatus Status { get; set; }

    /// <summary>See <see cref="UrgencyRank"/>; the greatest first.</summary>
    public required int Urgency { get; init; }

    public string? Disposition { get; init; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? WhenToCall { get; set; }

    public required long CreatedAt { get; init; }

    public long? ClosedAt { get; set; }
}
