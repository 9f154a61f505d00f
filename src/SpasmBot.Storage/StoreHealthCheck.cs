using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpasmBot.Storage;

/// <summary>Readiness: can the store commit? After a failure it tries, or a server that gets no traffic would never recover.</summary>
internal sealed class StoreHealthCheck(CommitQueue queue, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (!queue.IsRunning)
            return HealthCheckResult.Unhealthy(queue.LastFailure?.Reason ?? "The store is not running.");
        if (queue.BusyFor > TooLong)
            return HealthCheckResult.Unhealthy($"A commit has taken {queue.BusyFor.TotalSeconds:0} s so far.");
        if (queue.LastFailure is null)
            return HealthCheckResult.Healthy();
        try
        {
            await queue.BeatAsync(cancellationToken).WaitAsync(TooLong, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException e)
        {
            return HealthCheckResult.Unhealthy(e.Message, e);
        }
        catch (TimeoutException e)
        {
            return HealthCheckResult.Unhealthy("The disk does not answer.", e);
        }
    }
}
