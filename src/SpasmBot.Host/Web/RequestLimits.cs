using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Web;

/// <summary>Keeps one address from taking the whole server.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int Segments = 6;

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.OnRejected = RefuseAsync);
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<RequestLimitOptions>>(
                (limiter, options) =>
                {
                    if (options.Value.Enabled)
                        limiter.GlobalLimiter = LimiterOf(options.Value.RequestsPerMinute);
                }
            );
    }

    private static PartitionedRateLimiter<HttpContext> LimiterOf(int requestsPerMinute) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = requestsPerMinute,
                    Window = Window,
                    SegmentsPerWindow = Segments,
                }
            )
        );

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancel)
    {
        var response = context.HttpContext.Response;
        response.Headers.RetryAfter = (Window / Segments).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        await Results
            .Problem(
                statusCode: StatusCodes.Status429TooManyRequests,
                title: "Too many requests",
                detail: "Please wait a moment and try again."
            )
            .ExecuteAsync(context.HttpContext);
    }
}
