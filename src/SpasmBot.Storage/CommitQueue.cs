using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage;

/// <summary>
/// Every write to the store goes through here, so that many conversations share one trip to the disk: waiting writes are
/// committed in groups, a savepoint each. A write that the store refuses is rolled back alone; when the group itself is
/// lost, everybody in it is told so and nothing is tried again behind their backs.
/// </summary>
public sealed partial class CommitQueue(
    IDbContextFactory<SpasmDb> databases,
    TimeProvider time,
    ILogger<CommitQueue> log
) : IAsyncDisposable
{
    private const int MostWaiting = 1024;
    private const int MostInGroup = 100;
    private const string Savepoint = "one_write";

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    private Task? _writing;
    private SpasmDb? _db;
    private volatile StoreFailure? _lastFailure;
    private volatile bool _mustReopen;
    private volatile bool _holdsUnsynced;
    private long _groupStarted;

    /// <summary>Where the queue runs; tests choose the order of its steps.</summary>
    internal TaskScheduler Scheduler { get; set; } = TaskScheduler.Default;

    /// <summary>Why the store could not be written or read; null when a group was committed since.</summary>
    public StoreFailure? LastFailure => _lastFailure;

    /// <summary>True between start and stop.</summary>
    public bool IsRunning => _writing is { IsCompleted: false };

    /// <summary>
    /// True when turns may be read that are not on the disk: a commit whose sync failed stands in the log all the same.
    /// The next group that is committed covers it.
    /// </summary>
    internal bool HoldsUnsynced => _holdsUnsynced;

    /// <summary>How long the group under way has taken; zero when there is none.</summary>
    public TimeSpan BusyFor =>
        Interlocked.Read(ref _groupStarted) is var started and not 0 ? time.GetElapsedTime(started) : TimeSpan.Zero;

    /// <summary>Stores a turn. Completes when it is durable or when it is certain that nothing was stored.</summary>
    /// <param name="cancel">Gives up waiting for room in the queue; a turn that is in it is not taken back.</param>
    public async Task<CommitResult> CommitAsync(TurnCommit turn, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        try
        {
            return await WriteAsync(
                db => TurnWriter.ApplyAsync(db, turn, time.GetUtcNow().ToUnixTimeMilliseconds()),
                cancel
            );
        }
        catch (StoreUnavailableException e)
        {
            return new CommitResult.NotSaved(e.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new CommitResult.VersionConflict(turn.ExpectedVersion + 1);
        }
        catch (Exception e) when (DatabaseErrorIn(e) is not null)
        {
            LogRefused(e);
            return new CommitResult.Rejected(e.GetBaseException().Message);
        }
    }

    /// <summary>Runs another kind of write, alone within its group, and returns what it returned once that is durable.</summary>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    public async Task<T> WriteAsync<T>(StoreWrite<T> write, CancellationToken cancel = default)
    {
        ThrowIfNotOpened();
        var pending = new PendingWrite<T>(write);
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancel);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreUnavailableException("The store is stopping.", e);
        }
        return await pending.Done;
    }

    /// <summary>Writes a row that means nothing, to find out whether the store takes writes.</summary>
    /// <exception cref="StoreUnavailableException">It does not.</exception>
    public Task BeatAsync(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return WriteAsync(db => HeartbeatRow.BeatAsync(db, now), cancel);
    }

    /// <summary>
    /// Takes note that the store could not be opened or read: it counts as failed until a group is committed on a new
    /// connection.
    /// </summary>
    /// <returns>The exception for the caller's own caller.</returns>
    public StoreUnavailableException Report(Exception error)
    {
        var reason = SqliteStore.ReasonOf(error);
        var isDamage = SqliteStore.IsDamage(error) || _lastFailure is { IsDamage: true };
        // In this order: a group that knows of the failure reopens.
        _mustReopen = true;
        _lastFailure = new StoreFailure(time.GetUtcNow(), reason, isDamage);
        LogFailed(error, reason);
        return new StoreUnavailableException(reason, error);
    }

    // What was queued before the first try to open is kept; after a failed one nobody is left waiting.
    internal void ThrowIfNotOpened()
    {
        if (_writing is null && _lastFailure is { } failure)
            throw new StoreUnavailableException(failure.Reason);
    }

    /// <summary>Starts writing; the schema must be up to date. What was queued before is written now.</summary>
    /// <param name="holdsUnsynced">Another process ended without closing the database: its log may not be synced.</param>
    public void Start(bool holdsUnsynced = false)
    {
        _holdsUnsynced |= holdsUnsynced;
        _writing ??= Task
            .Factory.StartNew(WriteGroupsAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler)
            .Unwrap();
    }

    /// <summary>Takes no more writes and completes when those waiting are done.</summary>
    public async Task StopAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writing is not null)
            await _writing;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task WriteGroupsAsync()
    {
        var group = new List<PendingWrite>(MostInGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < MostInGroup && _waiting.Reader.TryRead(out var write))
                group.Add(write);
            Interlocked.Exchange(ref _groupStarted, time.GetTimestamp());
            await CommitGroupAsync(group);
            Interlocked.Exchange(ref _groupStarted, 0);
            group.Clear();
        }
        await CloseAsync();
    }

    private async Task CommitGroupAsync(List<PendingWrite> group)
    {
        var before = _lastFailure;
        try
        {
            if (_mustReopen)
                await CloseForGoodAsync();
            var db = _db ??= await OpenAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var write in group)
                await ApplyAloneAsync(db, transaction, write);
            if (before is not null || _holdsUnsynced)
                await CoverLeftoversAsync(db);
            await transaction.CommitAsync();
            _holdsUnsynced = false;
        }
        catch (Exception e)
        {
            await GiveUpAsync(group, e);
            return;
        }
        // A failure that was reported meanwhile stands: this group says nothing about it.
        Interlocked.CompareExchange(ref _lastFailure, null, before);
        group.ForEach(write => write.Complete());
    }

    // A lost group can stand in the log all the same, written but never synced. Whoever is answered from there (the retry
    // of a turn is a duplicate and writes nothing) must not hear of it before a commit of ours has synced the log.
    private async Task CoverLeftoversAsync(SpasmDb db)
    {
        await HeartbeatRow.BeatAsync(db, time.GetUtcNow().ToUnixTimeMilliseconds());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static async Task ApplyAloneAsync(SpasmDb db, IDbContextTransaction transaction, PendingWrite write)
    {
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            await write.ApplyAsync(db);
            await db.SaveChangesAsync();
        }
        catch (Exception e) when (ConcernsOneWrite(e))
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            write.Refuse(e);
        }
        await transaction.ReleaseSavepointAsync(Savepoint);
        db.ChangeTracker.Clear();
    }

    // Anything the database says that is not about a row (disk full, I/O, lost lock) may have ended the transaction.
    private static bool ConcernsOneWrite(Exception error) =>
        DatabaseErrorIn(error) is not { } fault || SqliteStore.IsConstraintViolation(fault);

    private static DbException? DatabaseErrorIn(Exception? error)
    {
        while (error is not null and not DbException)
            error = error.InnerException;
        return error as DbException;
    }

    private async Task<SpasmDb> OpenAsync()
    {
        var db = await databases.CreateDbContextAsync();
        try
        {
            // Each write has its savepoint already.
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.OpenConnectionAsync();
            await SqliteStore.AssertDurableAsync(db.Database.GetDbConnection());
            // What is written to a damaged file may be lost when it is mended.
            if (_lastFailure is { IsDamage: true })
                await SqliteStore.AssertWholeAsync(db.Database.GetDbConnection());
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private async Task GiveUpAsync(List<PendingWrite> group, Exception error)
    {
        LogLost(group.Count);
        // Before anything is closed: whoever opens the file next takes over all that the log holds.
        _holdsUnsynced |= SqliteStore.IsUnsynced(error);
        var failure = Report(error);
        try
        {
            await CloseForGoodAsync();
        }
        catch (Exception e)
        {
            LogCloseFailed(e);
        }
        group.ForEach(write => write.Fail(new StoreUnavailableException(failure.Message, error)));
    }

    // Not back into the pool: who comes next gets a connection that knows nothing of the failure, nor of a file that has
    // been replaced since.
    private async Task CloseForGoodAsync()
    {
        _mustReopen = false;
        await using (var db = await databases.CreateDbContextAsync())
            SqliteStore.Release(db);
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        var db = _db;
        _db = null;
        if (db is not null)
            await db.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Error, "A group of {Count} writes could not be committed")]
    private partial void LogLost(int count);

    [LoggerMessage(LogLevel.Error, "The store failed: {Reason}")]
    private partial void LogFailed(Exception error, string reason);

    [LoggerMessage(LogLevel.Error, "The store refused a turn")]
    private partial void LogRefused(Exception error);

    [LoggerMessage(LogLevel.Warning, "The failed connection could not be closed")]
    private partial void LogCloseFailed(Exception error);
}
