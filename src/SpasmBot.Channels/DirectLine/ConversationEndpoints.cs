using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary><c>/conversations</c>: start one, come back to one, delete one.</summary>
internal sealed class ConversationEndpoints(RateLimits limits, TokenResponses responses, IGrainFactory grains)
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/conversations", (ConversationEndpoints it, HttpContext http) => it.StartAsync(http));
        group.MapGet(
            "/conversations/{conversationId}",
            (ConversationEndpoints it, HttpContext http) => it.ReconnectAsync(http)
        );
        group.MapDelete(
            "/conversations/{conversationId}",
            (ConversationEndpoints it, HttpContext http) => it.ForgetAsync(http)
        );
    }

    private async Task<IResult> StartAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (caller.Token is not null && limits.RefuseStart(http, caller.Clinic) is { } limited)
            return limited;
        var (body, refusal) = await RequestBody.ReadFieldsAsync(http.Request);
        if (body is null)
            return refusal!;
        var locale = body.Text("locale");
        var token = caller.Token ?? NewToken(caller.Clinic, UserIds.Given(body));
        if (body.Fault is { } fault)
            return Problem.BadField(fault.Field, fault.Message);

        var resumeKey = RandomId.ResumeKey();
        var result = await grains
            .Conversation(token.Key)
            .StartAsync(
                new StartConversation
                {
                    UserId = token.UserId,
                    ChannelId = DirectLineChannel.Id,
                    Locale = locale is not null && InboundActivity.Locale().IsMatch(locale) ? locale : null,
                    ResumeKeyHash = RandomId.Hash(resumeKey),
                }
            );
        var response = responses.Conversation(http.Request, token, watermark: null);
        return result.Outcome switch
        {
            StartOutcome.Started => (response with { ResumeKey = resumeKey }).ToResult(StatusCodes.Status201Created),
            StartOutcome.AlreadyStarted => response.ToResult(),
            StartOutcome.Forgotten => Problem.NoConversation(),
            _ => Problem.NotNow(),
        };
    }

    private async Task<IResult> ReconnectAsync(HttpContext http)
    {
        var key = http.Features.GetRequiredFeature<ConversationKey>();
        if (limits.RefuseRead(key) is { } limited)
            return limited;
        if (!Watermark.TryRead(http.Request, out var watermark))
            return Watermark.Refusal;
        // Only whether it is there matters: the news comes over the stream.
        if (await grains.Conversation(key).ReadAsync(watermark ?? 0) is null)
            return Problem.NoConversation();
        // A server keeps its secret; whose conversation it is it knows itself.
        return Caller.Of(http).Token is { } token
            ? responses.Conversation(http.Request, token, watermark).ToResult()
            : new ConversationResponse
            {
                ConversationId = key.ConversationId,
                StreamUrl = responses.StreamUrl(
                    http.Request,
                    new ConversationToken(key, DirectLineChannel.Id),
                    watermark
                ),
            }.ToResult();
    }

    private async Task<IResult> ForgetAsync(HttpContext http)
    {
        var key = http.Features.GetRequiredFeature<ConversationKey>();
        return await grains.Conversation(key).ForgetAsync() switch
        {
            ForgetOutcome.Forgotten => Results.NoContent(),
            ForgetOutcome.NotFound => Problem.NoConversation(),
            _ => Problem.NotNow(),
        };
    }

    private static ConversationToken NewToken(ClinicId clinic, string? user) =>
        new(new ConversationKey(clinic, RandomId.Conversation()), user ?? RandomId.User());
}
