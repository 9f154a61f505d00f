using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>A conversation and its state. Times here and in every row are Unix milliseconds UTC.</summary>
public sealed class ConversationRow
{
    public required ClinicId ClinicId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; set; }

    public required string ChannelId { get; init; }

    public string? Locale { get; set; }

    public required long CreatedAt { get; init; }

    /// <summary>Time of the last turn, or of forgetting; retention counts from here.</summary>
    public required long UpdatedAt { get; set; }

    /// <summary>Number of turns committed; a turn that ran on another version is refused.</summary>
    public required long Version { get; set; }

    /// <summary>Sequence of the last activity; 0 when nothing was said.</summary>
    public required long Watermark { get; set; }

    public required string StateJson { get; set; }

    public string? ResumeKeyHash { get; set; }

    /// <summary>Version of the protocol the last turn ran with.</summary>
    public string? ProtocolVersion { get; set; }

    /// <summary>When the conversation came to its end; null while it is open.</summary>
    public long? ClosedAt { get; set; }

    /// <summary>Set on a tombstone: everything about the person is gone and the row only refuses what still comes.</summary>
    public long? ForgottenAt { get; set; }
}
