namespace SpasmBot.Storage;

/// <summary>
/// A write other than a turn: a desk action, an erasure. Runs alone on the committing connection; what it changes on
/// <paramref name="db"/> is saved after it returns, and rolled back when it throws.
/// </summary>
public delegate Task<T> StoreWrite<T>(SpasmDb db);

/// <summary>
/// The store cannot be used just now (disk full, locked, damaged, stopping): nothing was stored, nothing is retried. The
/// message is for whoever runs the server.
/// </summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The last time the store could not be written or read.</summary>
/// <param name="IsDamage">The database file is not whole: nothing is written to it before it has been checked again.</param>
public sealed record StoreFailure(DateTimeOffset At, string Reason, bool IsDamage);

/// <summary>A write that waits for its group to be durable.</summary>
internal abstract class PendingWrite
{
    /// <summary>Changes rows; throws when this write alone is to be refused.</summary>
    public abstract Task ApplyAsync(SpasmDb db);

    /// <summary>This write is rolled back and the rest of the group goes on. The caller hears of it with the others.</summary>
    public abstract void Refuse(Exception reason);

    /// <summary>The group is durable: the caller may go on.</summary>
    public abstract void Complete();

    /// <summary>The group was lost.</summary>
    public abstract void Fail(StoreUnavailableException reason);
}

internal sealed class PendingWrite<T>(StoreWrite<T> write) : PendingWrite
{
    // Callers go on elsewhere; the writer has the next group to see to.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _refusal;

    public Task<T> Done => _done.Task;

    public override async Task ApplyAsync(SpasmDb db) => _result = await write(db);

    public override void Refuse(Exception reason) => _refusal = reason;

    public override void Complete()
    {
        if (_refusal is null)
            _done.SetResult(_result);
        else
            _done.SetException(_refusal);
    }

    public override void Fail(StoreUnavailableException reason) => _done.SetException(reason);
}
