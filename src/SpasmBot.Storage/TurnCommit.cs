using SpasmBot.Contracts;

namespace SpasmBot.Storage;

/// <summary>All that one turn changed; it is stored whole or not at all.</summary>
public sealed record TurnCommit
{
    public required ConversationKey Key { get; init; }

    /// <summary>The version the turn ran on; 0 starts the conversation.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>Given with the first turn, and only with it.</summary>
    public StartConversation? Start { get; init; }

    /// <summary>The dialog state after the turn.</summary>
    public required string StateJson { get; init; }

    /// <summary>Version of the protocol the turn ran with; null leaves what is stored.</summary>
    public string? ProtocolVersion { get; init; }

    /// <summary>What the person said; null when nobody did, as in the greeting.</summary>
    public TurnActivity? UserActivity { get; init; }

    /// <summary>What the bot said to it, in order.</summary>
    public IReadOnlyList<TurnActivity> Replies { get; init; } = [];

    public IReadOnlyList<Enquiry> Enquiries { get; init; } = [];

    public IReadOnlyList<BookingRequest> Bookings { get; init; } = [];

    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    public IReadOnlyList<AssessmentMade> Assessments { get; init; } = [];

    /// <summary>True when the conversation came to its end with this turn; a later turn opens it again.</summary>
    public bool ClosesConversation { get; init; }
}

/// <summary>An activity as it goes into the transcript.</summary>
/// <param name="ClientActivityId">The client's own id; a second turn with the same one is refused as a duplicate.</param>
public sealed record TurnActivity(string ActivityId, string Json, string? ClientActivityId = null);

/// <summary>What became of a <see cref="TurnCommit"/>. Unless it is <see cref="Committed"/>, nothing was stored.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>It is on the disk.</summary>
    /// <param name="Version">To be expected by the next turn.</param>
    /// <param name="Watermark">Sequence of the turn's last activity.</param>
    public sealed record Committed(long Version, long Watermark) : CommitResult;

    /// <summary>The turn ran on another state than the stored one: load again, run again.</summary>
    /// <param name="ActualVersion">0 when the conversation is not there (any more).</param>
    public sealed record VersionConflict(long ActualVersion) : CommitResult;

    /// <summary>The activity was stored by an earlier turn.</summary>
    /// <param name="ActivityId">The id it got then.</param>
    /// <param name="Watermark">Of the conversation now.</param>
    public sealed record Duplicate(string ActivityId, long Watermark) : CommitResult;

    /// <summary>The person has deleted this conversation.</summary>
    public sealed record Forgotten : CommitResult;

    /// <summary>The reference of a booking is taken: run the turn again with another.</summary>
    public sealed record ReferenceTaken(string Reference) : CommitResult;

    /// <summary>The store refused the turn for a reason of its own; running it again unchanged will not help.</summary>
    public sealed record Rejected(string Reason) : CommitResult;

    /// <summary>
    /// The store cannot take writes (disk full, locked, stopping). Nothing is retried: load the conversation again before
    /// the next turn.
    /// </summary>
    public sealed record NotSaved(string Reason) : CommitResult;
}
