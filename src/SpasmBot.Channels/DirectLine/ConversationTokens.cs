using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>What a token vouches for.</summary>
/// <param name="Key">The one conversation it opens.</param>
/// <param name="UserId">Who speaks in it.</param>
internal sealed record ConversationToken(ConversationKey Key, string UserId);

/// <summary>What a token is good for: a stream address is seen by proxies and logs, so its token can only listen.</summary>
internal enum TokenUse
{
    Converse,
    Listen,
}

/// <summary>Signs and checks the short-lived tokens of conversations.</summary>
internal sealed class ConversationTokens(byte[] signingKey, TimeSpan lifetime, TimeProvider clock)
{
    private const string Issuer = "spasmbot";
    private const string ClinicClaim = "clinic";
    private const string ConversationClaim = "conv";

    // botframework-directlinejs looks for this name, to know that the token decides who the person is.
    private const string UserClaim = "user";

    private readonly JsonWebTokenHandler _handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
        MapInboundClaims = false,
    };
    private readonly SymmetricSecurityKey _key = new(signingKey);

    public TimeSpan Lifetime => lifetime;

    public string Issue(ConversationToken token, TokenUse use)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience(use),
                IssuedAt = now,
                Expires = now + lifetime,
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
                Subject = new ClaimsIdentity([
                    new(ClinicClaim, token.Key.Clinic.Value),
                    new(ConversationClaim, token.Key.ConversationId),
                    new(UserClaim, token.UserId),
                ]),
            }
        );
    }

    /// <summary>The token's content; null when it is expired, forged, made for another use, or no token at all.</summary>
    public async Task<ConversationToken?> CheckAsync(string? token, TokenUse use)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var result = await _handler.ValidateTokenAsync(token, Rules(use));
        return result.IsValid && TryRead((JsonWebToken)result.SecurityToken, out var read) ? read : null;
    }

    private TokenValidationParameters Rules(TokenUse use) =>
        new()
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience(use),
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.Zero,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        };

    private static bool TryRead(JsonWebToken jwt, [NotNullWhen(true)] out ConversationToken? token)
    {
        token =
            jwt.TryGetClaim(ClinicClaim, out var clinicClaim)
            && ClinicId.TryParse(clinicClaim.Value, out var clinic)
            && jwt.TryGetClaim(ConversationClaim, out var conversation)
            && ConversationKey.TryCreate(clinic, conversation.Value, out var key)
            && jwt.TryGetClaim(UserClaim, out var user)
                ? new ConversationToken(key, user.Value)
                : null;
        return token is not null;
    }

    private static string Audience(TokenUse use) => use == TokenUse.Listen ? "directline-stream" : "directline";
}
