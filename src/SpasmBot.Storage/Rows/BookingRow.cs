using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>A request for an appointment.</summary>
public sealed class BookingRow
{
    public long Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    /// <summary>As <see cref="EnquiryRow.ConversationId"/>.</summary>
    public string? ConversationId { get; set; }

    /// <summary>What the person quotes; unique in the clinic.</summary>
    public required string Reference { get; init; }

    public required WorkStatus Status { get; set; }

    /// <summary>See <see cref="UrgencyRank"/>; the greatest first.</summary>
    public required int Urgency { get; init; }

    public string? Disposition { get; init; }

    /// <summary>Best first, as the person put them.</summary>
    public required IReadOnlyList<string> PreferredTimes { get; set; }

    /// <summary>Null once wiped.</summary>
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public required long ConsentedAt { get; init; }

    public required long CreatedAt { get; init; }

    public long? ClosedAt { get; set; }

    /// <summary>Nothing is left to be done: when the conversation is gone, the contact goes too.</summary>
    internal void WipeIfAlone()
    {
        if (ConversationId is not null)
            return;
        Name = Phone = Email = null;
        PreferredTimes = [];
    }
}
