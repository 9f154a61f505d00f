using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SpasmBot.Channels.Inbound;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Enquiries;

/// <summary>Counts how often a request has been asked for, so that nobody can try numbers until one fits.</summary>
internal sealed class SecondFactTries(IOptions<RequestLimitOptions> options) : IDisposable
{
    /// <summary>Tries from one address within <see cref="Window"/>.</summary>
    public const int MostOfAddress = 5;

    /// <summary>Tries for one reference, from whatever address, within <see cref="Window"/>.</summary>
    public const int MostForReference = 15;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> _addresses = Counted(MostOfAddress);
    private readonly PartitionedRateLimiter<string> _references = Counted(MostForReference);

    /// <summary>Takes one of the tries; false when none is left.</summary>
    public bool TryOne(HttpContext http, string reference) =>
        !options.Value.Enabled || (IsLeft(_addresses, ClientNetwork.Of(http)) && IsLeft(_references, reference));

    public void Dispose()
    {
        _addresses.Dispose();
        _references.Dispose();
    }

    private static bool IsLeft(PartitionedRateLimiter<string> tries, string of)
    {
        using var lease = tries.AttemptAcquire(of);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Counted(int most) =>
        PartitionedRateLimiter.Create<string, string>(of =>
            RateLimitPartition.GetSlidingWindowLimiter(
                of,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = most,
                    Window = Window,
                    SegmentsPerWindow = 5,
                }
            )
        );
}
