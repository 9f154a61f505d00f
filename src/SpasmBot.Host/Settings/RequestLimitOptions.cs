using Microsoft.Extensions.Options;

namespace SpasmBot.Host.Settings;

/// <summary>How much one address may ask of the whole server (<c>RateLimits:*</c>); the channels have limits of their own beside it.</summary>
public sealed record RequestLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Off only where something in front limits already, or in tests.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// Requests a minute from one address, 60 to 1,000,000. All phones of a mobile network may share one, and each polling
    /// client asks once a second.
    /// </summary>
    public int RequestsPerMinute { get; init; } = 6000;
}

internal sealed class RequestLimitOptionsValidator : IValidateOptions<RequestLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, RequestLimitOptions options) =>
        options.RequestsPerMinute is >= 60 and <= 1_000_000
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("RateLimits:RequestsPerMinute must be from 60 to 1000000.");
}
