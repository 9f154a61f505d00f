using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>Something reception had to see at once. When the conversation is forgotten, kind and time alone remain.</summary>
public sealed class AlertRow
{
    public long Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public string? ConversationId { get; set; }

    public required AlertKind Kind { get; init; }

    public string? Disposition { get; set; }

    public required IReadOnlyList<string> Summary { get; set; }

    public required long RaisedAt { get; init; }
}
