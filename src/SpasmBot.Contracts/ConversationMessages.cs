namespace SpasmBot.Contracts;

/// <summary>How a conversation begins.</summary>
[GenerateSerializer, Immutable, Alias("SpasmBot.StartConversation")]
public sealed record StartConversation
{
    /// <summary>The person's id on the channel, as bound in the token.</summary>
    [Id(0)]
    public required string UserId { get; init; }

    /// <summary>The channel's id, for example <c>directline</c>.</summary>
    [Id(1)]
    public required string ChannelId { get; init; }

    /// <summary>BCP 47 tag, as the client gave it.</summary>
    [Id(2)]
    public string? Locale { get; init; }

    /// <summary>Hash of the key that resumes the conversation; null when it cannot be resumed.</summary>
    [Id(3)]
    public string? ResumeKeyHash { get; init; }
}

/// <summary>What became of a start.</summary>
public enum StartOutcome
{
    Started,
    AlreadyStarted,

    /// <summary>The person has deleted this conversation.</summary>
    Forgotten,

    /// <summary>The store could not save it; nothing was started.</summary>
    NotSaved,
}

/// <summary>The answer to a start.</summary>
/// <param name="Watermark">Of the last activity; 0 when nothing was said.</param>
[GenerateSerializer, Immutable, Alias("SpasmBot.StartResult")]
public sealed record StartResult([property: Id(0)] StartOutcome Outcome, [property: Id(1)] long Watermark);

/// <summary>Whose conversation was resumed, for a new token.</summary>
[GenerateSerializer, Immutable, Alias("SpasmBot.ResumedConversation")]
public sealed record ResumedConversation(
    [property: Id(0)] string UserId,
    [property: Id(1)] string? Locale,
    [property: Id(2)] long Watermark
);

/// <summary>An activity of the person's.</summary>
[GenerateSerializer, Immutable, Alias("SpasmBot.PostActivity")]
public sealed record PostActivity
{
    /// <summary>The activity as JSON; <c>from.id</c> is the one the channel vouches for. Its id is given by the grain.</summary>
    [Id(0)]
    public required string ActivityJson { get; init; }

    /// <summary>The client's own id of it; a second post with the same one is answered with the first one's id.</summary>
    [Id(1)]
    public string? ClientActivityId { get; init; }
}

/// <summary>What became of a post.</summary>
public enum PostOutcome
{
    Accepted,

    /// <summary>Posted before under the same client id; nothing ran.</summary>
    Duplicate,

    /// <summary>No such conversation.</summary>
    NotFound,

    /// <summary>The person has deleted this conversation.</summary>
    Forgotten,

    /// <summary>The store could not save the turn; nothing was said and the person may try again.</summary>
    NotSaved,
}

/// <summary>The answer to a post.</summary>
/// <param name="ActivityId">Id of the stored activity; null when it was refused.</param>
/// <param name="Watermark">Of the last activity of the conversation; 0 when refused.</param>
[GenerateSerializer, Immutable, Alias("SpasmBot.PostResult")]
public sealed record PostResult(
    [property: Id(0)] PostOutcome Outcome,
    [property: Id(1)] string? ActivityId,
    [property: Id(2)] long Watermark
);

/// <summary>What became of a request to forget.</summary>
public enum ForgetOutcome
{
    Forgotten,

    /// <summary>No such conversation, or forgotten before.</summary>
    NotFound,

    /// <summary>The store could not delete it; everything is still there.</summary>
    NotSaved,
}

/// <summary>An activity and its place.</summary>
/// <param name="Sequence">Place in the conversation, from 1 without gaps; reading after it leaves this one out.</param>
[GenerateSerializer, Immutable, Alias("SpasmBot.SequencedActivity")]
public sealed record SequencedActivity([property: Id(0)] long Sequence, [property: Id(1)] string ActivityJson);

/// <summary>What was said after a watermark.</summary>
/// <param name="Watermark">Where to read on.</param>
[GenerateSerializer, Immutable, Alias("SpasmBot.ActivityPage")]
public sealed record ActivityPage(
    [property: Id(0)] IReadOnlyList<SequencedActivity> Activities,
    [property: Id(1)] long Watermark
);
