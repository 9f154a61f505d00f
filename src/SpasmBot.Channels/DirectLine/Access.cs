using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Who is calling: a person's page with a token, or another server with a secret.</summary>
/// <param name="Token">Null for a server, which may speak in every conversation of its clinic.</param>
internal sealed record Caller(ClinicId Clinic, ConversationToken? Token)
{
    /// <summary>The caller that <see cref="CallerFilter"/> let through.</summary>
    public static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}

/// <summary>Knows the secrets and the clinics, and reads the Authorization header.</summary>
internal sealed class Access
{
    private const string Scheme = "Bearer ";

    private readonly ConversationTokens _tokens;
    private readonly List<(byte[] Hash, ClinicId Clinic)> _secrets;
    private readonly List<ClinicId> _clinics;

    /// <summary>Reads the settings, which are known to be good.</summary>
    /// <param name="ownClinic">The clinic a page talks to when the settings name none.</param>
    public Access(DirectLineOptions options, ConversationTokens tokens, ClinicId ownClinic)
    {
        _tokens = tokens;
        _secrets = [.. options.Secrets.Select(s => (Hash(s.Secret), new ClinicId(s.Clinic)))];
        _clinics = options.Clinics.Count == 0 ? [ownClinic] : [.. options.Clinics.Select(c => new ClinicId(c))];
    }

    /// <summary>The clinic a page asked for, or the first one when it asked for none; null when it is not served.</summary>
    public ClinicId? ClinicOf(string? asked)
    {
        if (asked is null)
            return _clinics[0];
        return ClinicId.TryParse(asked, out var clinic) && _clinics.Contains(clinic) ? clinic : null;
    }

    /// <summary>The credential of a request; null when it carries none.</summary>
    public static string? CredentialOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <summary>The clinic whose secret this is; null when it is nobody's.</summary>
    public ClinicId? ServerOf(string credential)
    {
        var hash = Hash(credential);
        ClinicId? found = null;
        foreach (var (secret, clinic) in _secrets)
        {
            if (CryptographicOperations.FixedTimeEquals(secret, hash))
                found = clinic;
        }

        return found;
    }

    /// <summary>Whoever the credential speaks for; null when it is expired or unknown.</summary>
    public async Task<Caller?> CallerOfAsync(string credential) =>
        ServerOf(credential) is { } clinic ? new Caller(clinic, null)
        : await _tokens.CheckAsync(credential, TokenUse.Converse) is { } token ? new Caller(token.Key.Clinic, token)
        : null;

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
