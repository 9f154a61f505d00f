using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace SpasmBot.Storage;

/// <summary>
/// Brings the schema up to date and starts the queue before any other hosted service starts, and stops the queue after all
/// of them have stopped, in whatever order they were registered.
/// </summary>
internal sealed class StoreLifetime(
    DataFolder folder,
    IDbContextFactory<SpasmDb> databases,
    CommitQueue queue,
    TimeProvider time
) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            await SqliteStore.MigrateAsync(db, folder, time, cancellationToken);
        queue.Start();
        // Not waited for: it tells readiness where the store stands, and the first person need not wait for first uses.
        _ = FirstBeatAsync();
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await queue.StopAsync().WaitAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        SqliteStore.Release(db);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
