using Microsoft.Extensions.Options;

namespace SpasmBot.Channels.DirectLine;

/// <summary>How much one address or one conversation may ask for (<c>RateLimits:*</c>), checked at start.</summary>
public sealed record RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Off only where something in front limits already, or in tests.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// Tokens, starts and resumes a minute for one address and clinic, 1 to 100,000. A visit takes two; many phones share
    /// the address of one mobile network.
    /// </summary>
    public int ConversationsPerMinute { get; init; } = 120;

    /// <summary>Activities a minute for one conversation, 1 to 100,000.</summary>
    public int ActivitiesPerMinute { get; init; } = 120;

    /// <summary>Reads a minute for one conversation, 60 to 100,000. Too few end a polling client, which gives up at 429.</summary>
    public int ReadsPerMinute { get; init; } = 1200;
}

internal sealed class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>
{
    private const int Most = 100_000;

    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        string?[] faults =
        [
            Fault(nameof(options.ConversationsPerMinute), options.ConversationsPerMinute, 1),
            Fault(nameof(options.ActivitiesPerMinute), options.ActivitiesPerMinute, 1),
            Fault(nameof(options.ReadsPerMinute), options.ReadsPerMinute, 60),
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Fault(string setting, int value, int least) =>
        value < least || value > Most ? $"RateLimits:{setting} must be from {least} to {Most}." : null;
}
