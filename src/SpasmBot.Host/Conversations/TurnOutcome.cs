using System.Collections.Immutable;
using SpasmBot.Contracts;
using SpasmBot.Storage;

namespace SpasmBot.Host.Conversations;

/// <summary>What the bot made of a turn; nothing of it is stored yet.</summary>
internal sealed record TurnOutcome
{
    /// <summary>The activities to deliver, in order, as JSON.</summary>
    public required IReadOnlyList<TurnActivity> Replies { get; init; }

    public required ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> State { get; init; }

    public IReadOnlyList<Enquiry> Enquiries { get; init; } = [];

    public IReadOnlyList<BookingRequest> Bookings { get; init; } = [];

    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    public IReadOnlyList<AssessmentMade> Assessments { get; init; } = [];

    /// <summary>The person asked for the conversation to be deleted.</summary>
    public bool IsForgetRequested { get; init; }

    /// <summary>The bot said that the conversation is over.</summary>
    public bool IsEnded { get; init; }
}
