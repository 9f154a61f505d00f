using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace SpasmBot.Storage;

/// <summary>
/// Brings the schema up to date and starts the queue before any other hosted service starts, and stops the queue after all
/// of them have stopped, in whatever order they were registered. A database that cannot be opened (locked, damaged, disk
/// full) does not end the server, which can still say so: it is tried again until it opens.
/// </summary>
internal sealed class StoreLifetime(
    DataFolder folder,
    IDbContextFactory<SpasmDb> databases,
    CommitQueue queue,
    TimeProvider time
) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private Task _opening = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!await TryOpenAsync(cancellationToken))
            _opening = KeepTryingAsync(_stopping.Token);
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _opening.WaitAsync(cancellationToken);
        await queue.StopAsync().WaitAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        SqliteStore.Release(db);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task<bool> TryOpenAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var hasLog = SqliteStore.HasLog(folder.DatabaseFile);
        try
        {
            await SqliteStore.MigrateAsync(db, folder, time, cancel);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            queue.Report(e);
            SqliteStore.Release(db);
            return false;
        }

        queue.Start(hasLog);
        // Not waited for: it tells readiness where the store stands, and the first person need not wait for first uses.
        _ = FirstBeatAsync();
        return true;
    }

    private async Task KeepTryingAsync(CancellationToken cancel)
    {
        using var pulse = new PeriodicTimer(TryAgainAfter, time);
        try
        {
            while (await pulse.WaitForNextTickAsync(cancel) && !await TryOpenAsync(cancel)) { }
        }
        catch (OperationCanceledException)
        {
            // The server stops before the database could be opened.
        }
    }

    private async Task FirstBeatAsync()
    {
        try
        {
            await queue.BeatAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The queue has logged it and LastFailure says so.
        }
    }
}
