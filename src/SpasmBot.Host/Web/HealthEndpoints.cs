using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpasmBot.Host.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take messages.</summary>
internal static class HealthEndpoints
{
    public const string ReadyTag = Storage.StorageSetup.ReadyTag;

    public static void MapHealth(this WebApplication app)
    {
        Map("/health/live", _ => false);
        Map("/health/ready", check => check.Tags.Contains(ReadyTag));

        void Map(string path, Func<HealthCheckRegistration, bool> checks) =>
            app.MapHealthChecks(path, new HealthCheckOptions { Predicate = checks, ResponseWriter = WriteAsync })
                .DisableRateLimiting();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new HealthResponse(
                Name(report.Status),
                [.. report.Entries.Select(e => new HealthLine(e.Key, Name(e.Value.Status), e.Value.Description))]
            ),
            http.RequestAborted
        );

    private static string Name(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "healthy",
            HealthStatus.Degraded => "degraded",
            _ => "unhealthy",
        };

    private sealed record HealthResponse(string Status, IReadOnlyList<HealthLine> Checks);

    /// <summary>What one check found.</summary>
    /// <param name="Name">What was checked.</param>
    /// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
    /// <param name="Reason">What is wrong, or what was found; null when there is nothing to say.</param>
    private sealed record HealthLine(string Name, string Status, string? Reason);
}
