namespace SpasmBot.Storage.Rows;

/// <summary>The one row that the readiness check writes to find out whether the store takes writes again.</summary>
public sealed class HeartbeatRow
{
    public required int Id { get; init; }

    public required long At { get; set; }
}
