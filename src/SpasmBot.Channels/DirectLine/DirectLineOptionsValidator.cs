using Microsoft.Extensions.Options;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Lists everything that is wrong with the settings, each message naming its setting and what is expected.</summary>
internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    private const int SecretLength = 32;
    private static readonly TimeSpan ShortestToken = TimeSpan.FromMinutes(16);
    private static readonly TimeSpan LongestToken = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DirectLineOptions options)
    {
        foreach (var (index, clinic) in options.Clinics.Index())
        {
            if (!ClinicId.TryParse(clinic, out _))
                yield return NotAClinic($"DirectLine:Clinics:{index}");
        }

        foreach (var (index, secret) in options.Secrets.Index())
        {
            if (!ClinicId.TryParse(secret.Clinic, out _))
                yield return NotAClinic($"DirectLine:Secrets:{index}:Clinic");
            if (secret.Secret is not { Length: >= SecretLength })
                yield return $"DirectLine:Secrets:{index}:Secret must have {SecretLength} characters or more.";
        }

        if (options.TokenLifetime < ShortestToken || options.TokenLifetime > LongestToken)
            yield return $"DirectLine:TokenLifetime must be from {ShortestToken} to {LongestToken}.";
        if (options.SigningKey is not null && SigningKey.Decode(options.SigningKey) is null)
            yield return $"DirectLine:SigningKey must be the base64 of {SigningKey.Length} bytes or more.";
        foreach (var (index, origin) in options.AllowedOrigins.Index())
        {
            if (!IsOrigin(origin))
                yield return $"DirectLine:AllowedOrigins:{index} must be '*' or scheme and host alone, like https://www.example.com.";
        }

        if (options.MaxActivityBytes is < 1024 or > 1024 * 1024)
            yield return "DirectLine:MaxActivityBytes must be from 1024 to 1048576.";
        if (options.MaxStreamsPerConversation is < 1 or > 100)
            yield return "DirectLine:MaxStreamsPerConversation must be from 1 to 100.";
    }

    private static string NotAClinic(string setting) =>
        $"{setting} must be a clinic id: 1 to 40 characters of a-z, 0-9 and '-'.";

    private static bool IsOrigin(string origin) =>
        origin == "*"
        || (
            Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.GetLeftPart(UriPartial.Authority) == origin
        );
}
