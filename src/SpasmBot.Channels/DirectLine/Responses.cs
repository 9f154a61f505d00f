using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace SpasmBot.Channels.DirectLine;

/// <summary>A conversation and what opens it; what does not apply is left out.</summary>
internal sealed record ConversationResponse
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string ConversationId { get; init; }

    public string? Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int? ExpiresIn { get; init; }

    public string? StreamUrl { get; init; }

    /// <summary>Given once, when the conversation starts: with it a person comes back after the token has died.</summary>
    public string? ResumeKey { get; init; }

    public IResult ToResult(int status = StatusCodes.Status200OK) => Results.Json(this, Json, statusCode: status);
}

/// <summary>The answer to a post.</summary>
internal sealed record ActivityResponse(string Id);

/// <summary>Makes the answers that carry tokens.</summary>
internal sealed class TokenResponses(ConversationTokens tokens)
{
    public ConversationResponse Token(ConversationToken token) =>
        new()
        {
            ConversationId = token.Key.ConversationId,
            Token = tokens.Issue(token, TokenUse.Converse),
            ExpiresIn = (int)tokens.Lifetime.TotalSeconds,
        };

    /// <summary>The same with the address of the stream, which begins after a watermark.</summary>
    public ConversationResponse Conversation(HttpRequest request, ConversationToken token, long? watermark) =>
        Token(token) with
        {
            StreamUrl = StreamUrl(request, token, watermark),
        };

    public string StreamUrl(HttpRequest request, ConversationToken token, long? watermark)
    {
        var query = new QueryBuilder { { "t", tokens.Issue(token, TokenUse.Listen) } };
        if (watermark is { } after)
            query.Add("watermark", Watermark.Write(after));
        return UriHelper.BuildAbsolute(
            request.IsHttps ? "wss" : "ws",
            request.Host,
            request.PathBase,
            $"{DirectLineExtensions.Path}/conversations/{Uri.EscapeDataString(token.Key.ConversationId)}/stream",
            query.ToQueryString()
        );
    }
}
