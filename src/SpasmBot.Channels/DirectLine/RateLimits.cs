using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using SpasmBot.Channels.Inbound;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Who is counted, and for what.</summary>
internal sealed class RateLimits(RateLimitOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _starts = Bucket(options.ConversationsPerMinute);
    private readonly PartitionedRateLimiter<string> _activities = Bucket(options.ActivitiesPerMinute);
    private readonly PartitionedRateLimiter<string> _reads = Bucket(options.ReadsPerMinute);

    /// <summary>Null when a token, a start or a resume is allowed; otherwise the answer to give.</summary>
    public IResult? RefuseStart(HttpContext context, ClinicId clinic) =>
        Refuse(_starts, $"{clinic}/{ClientNetwork.Of(context)}");

    public IResult? RefuseActivity(ConversationKey conversation) => Refuse(_activities, conversation.GrainKey);

    public IResult? RefuseRead(ConversationKey conversation) => Refuse(_reads, conversation.GrainKey);

    public void Dispose()
    {
        _starts.Dispose();
        _activities.Dispose();
        _reads.Dispose();
    }

    private IResult? Refuse(PartitionedRateLimiter<string> limiter, string partition)
    {
        if (!options.Enabled)
            return null;
        using var lease = limiter.AttemptAcquire(partition);
        if (lease.IsAcquired)
            return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        return Problem.TooMany(wait);
    }

    // A minute's worth may come at once (a page with several tabs), after that it drips.
    private static PartitionedRateLimiter<string> Bucket(int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(partition =>
            RateLimitPartition.GetTokenBucketLimiter(
                partition,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perMinute,
                    TokensPerPeriod = Math.Max(1, perMinute / 60),
                    ReplenishmentPeriod = TimeSpan.FromMinutes(Math.Max(1, perMinute / 60) / (double)perMinute),
                    QueueLimit = 0,
                    AutoReplenishment = true,
                }
            )
        );
}
