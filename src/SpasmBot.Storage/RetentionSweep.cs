using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SpasmBot.Storage;

/// <summary>
/// Deletes conversations that have outlived <c>Storage:RetentionDays</c>: a minute after the start, when nobody waits for
/// a first answer, and every six hours.
/// </summary>
public sealed partial class RetentionSweep(
    ConversationErasure erasure,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<RetentionSweep> log
) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    private readonly PeriodicTimer _timer = new(First, time);

    /// <summary>One sweep; returns how many conversations went.</summary>
    /// <exception cref="StoreUnavailableException">The store takes no writes.</exception>
    public Task<int> SweepAsync(CancellationToken cancel = default) =>
        erasure.DeleteOlderThanAsync(time.GetUtcNow().AddDays(-options.Value.RetentionDays), cancel);

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            _timer.Period = Every;
            try
            {
                LogSwept(await SweepAsync(stoppingToken));
            }
            catch (StoreUnavailableException e)
            {
                LogPutOff(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Count} conversations that had run out their time")]
    private partial void LogSwept(int count);

    [LoggerMessage(LogLevel.Warning, "The store takes no writes; old conversations are deleted next time")]
    private partial void LogPutOff(Exception error);
}
