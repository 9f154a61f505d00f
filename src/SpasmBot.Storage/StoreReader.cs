using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SpasmBot.Storage;

/// <summary>Reads rows, and only what a power cut can no longer take.</summary>
public sealed class StoreReader(IDbContextFactory<SpasmDb> databases, CommitQueue queue)
{
    /// <summary>Runs a query.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public async Task<T> ReadAsync<T>(Func<SpasmDb, Task<T>> read, CancellationToken cancel = default)
    {
        queue.ThrowIfNotOpened();
        while (true)
        {
            if (queue.HoldsUnsynced)
                await queue.BeatAsync(cancel);
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancel);
                var result = await read(db);
                // A commit may have failed meanwhile.
                if (!queue.HoldsUnsynced)
                    return result;
            }
            catch (DbException e)
            {
                throw queue.Report(e);
            }
        }
    }
}
