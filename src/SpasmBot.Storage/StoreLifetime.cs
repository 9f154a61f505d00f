using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using SpasmBot.Contracts;

namespace SpasmBot.Storage;

/// <summary>
/// Brings the schema up to date and starts the queue while the other hosted services start, and lets nothing start after
/// it before that is done: register it before whatever takes messages. Stops the queue after all of them have stopped. A
/// database that cannot be opened (locked, damaged, disk full) does not end the server, which can still say so: it is
/// tried again until it opens.
/// </summary>
internal sealed class StoreLifetime(
    DataFolder folder,
    IDbContextFactory<SpasmDb> databases,
    CommitQueue queue,
    ConversationStore store,
    TimeProvider time
) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);

    private static readonly ConversationKey Nobody = new(ClinicId.Default, "nobody");

    private readonly CancellationTokenSource _stopping = new();
    private Task _firstTry = Task.CompletedTask;
    private Task _opening = Task.CompletedTask;
    private Task _firstUses = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // On another thread, because SQLite blocks the one it is called on; a test that orders the steps keeps them.
        _firstTry = Task
            .Factory.StartNew(
                () => OpenAsync(cancellationToken),
                cancellationToken,
                TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Current
            )
            .Unwrap();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => _firstTry.WaitAsync(cancellationToken);

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _opening.WaitAsync(cancellationToken);
        await _firstUses.WaitAsync(cancellationToken);
        await queue.StopAsync().WaitAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        SqliteStore.Release(db);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task OpenAsync(CancellationToken cancel)
    {
        if (!await TryOpenAsync(cancel))
            _opening = KeepTryingAsync(_stopping.Token);
    }

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
        _firstUses = FirstUsesAsync();
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

    private async Task FirstUsesAsync()
    {
        try
        {
            await queue.BeatAsync(CancellationToken.None);
            await store.LoadAsync(Nobody);
        }
        catch (Exception e) when (e is StoreUnavailableException or DbException)
        {
            // The queue has logged it and LastFailure says so; a failed read comes again with the first person's.
        }
    }
}
