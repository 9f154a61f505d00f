namespace SpasmBot.Channels.Tests.Testing;

/// <summary>How long a test waits for what should be there at once.</summary>
public static class Deadline
{
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(20);

    public static CancellationToken Token() => new CancellationTokenSource(Span).Token;

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        var late = Token();
        while (!holds())
        {
            late.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
