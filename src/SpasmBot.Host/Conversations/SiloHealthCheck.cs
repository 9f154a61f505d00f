using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace SpasmBot.Host.Conversations;

/// <summary>Readiness: does the silo run conversations?</summary>
internal sealed class SiloHealthCheck(ISiloStatusOracle silo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            silo.CurrentStatus == SiloStatus.Active
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The silo is {silo.CurrentStatus}.")
        );
}
