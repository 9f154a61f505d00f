using System.Diagnostics.CodeAnalysis;

namespace SpasmBot.Contracts;

/// <summary>
/// Names one conversation: its clinic and its id within it. The id is 1 to <see cref="MaxIdLength"/> characters without
/// control characters (channels choose their own: Direct Line's are ours, those of Teams hold colons and more).
/// </summary>
[GenerateSerializer, Immutable, Alias("SpasmBot.ConversationKey")]
public sealed record ConversationKey
{
    /// <summary>Longest conversation id, in characters.</summary>
    public const int MaxIdLength = 400;

    /// <summary>A key from parts known to be good.</summary>
    /// <exception cref="ArgumentException">The id is not one; see <see cref="TryCreate"/> for input.</exception>
    public ConversationKey(ClinicId clinic, string conversationId)
    {
        if (!IsConversationId(conversationId))
            throw new ArgumentException("Not a conversation id.", nameof(conversationId));
        Clinic = clinic;
        ConversationId = conversationId;
    }

    [Id(0)]
    public ClinicId Clinic { get; }

    [Id(1)]
    public string ConversationId { get; }

    /// <summary>The key of the grain: <c>clinic/conversation</c>. A clinic id holds no slash, a conversation id may.</summary>
    public string GrainKey => $"{Clinic.Value}/{ConversationId}";

    /// <summary>Makes a key from an id that came from outside; false when it cannot be one.</summary>
    public static bool TryCreate(
        ClinicId clinic,
        [NotNullWhen(true)] string? conversationId,
        [NotNullWhen(true)] out ConversationKey? key
    )
    {
        key = IsConversationId(conversationId) ? new ConversationKey(clinic, conversationId) : null;
        return key is not null;
    }

    /// <summary>Reads <see cref="GrainKey"/> back.</summary>
    /// <exception cref="FormatException">It is not the key of a conversation.</exception>
    public static ConversationKey FromGrainKey(string grainKey)
    {
        ArgumentNullException.ThrowIfNull(grainKey);
        var slash = grainKey.IndexOf('/', StringComparison.Ordinal);
        return
            slash > 0
            && ClinicId.TryParse(grainKey[..slash], out var clinic)
            && TryCreate(clinic, grainKey[(slash + 1)..], out var key)
            ? key
            : throw new FormatException("The key of a conversation is clinic/conversation.");
    }

    public override string ToString() => GrainKey;

    private static bool IsConversationId([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && !id.Any(char.IsControl);
}
