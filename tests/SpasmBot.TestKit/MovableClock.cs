namespace SpasmBot.TestKit;

/// <summary>The clock of the machine, until somebody sets it.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _moved;

    /// <summary>Sets it forward, as if the time had passed, or back, as a person does it: no time passes then.</summary>
    public void Move(TimeSpan by) => _moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _moved;

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(Math.Max(0, _moved.TotalSeconds) * TimestampFrequency);
}
