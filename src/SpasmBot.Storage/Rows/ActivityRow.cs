using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>One line of the transcript.</summary>
public sealed class ActivityRow
{
    public required ClinicId ClinicId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>Place in the conversation, from 1 without gaps; the watermark of a reader who has seen it.</summary>
    public required long Sequence { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The client's own id, unique in the conversation; null on replies.</summary>
    public string? ClientActivityId { get; init; }

    public required bool FromBot { get; init; }

    public required string Json { get; init; }

    public required long At { get; init; }
}
