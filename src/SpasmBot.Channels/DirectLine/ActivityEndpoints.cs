using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary><c>/conversations/{id}/activities</c>: say something, and read by polling.</summary>
internal sealed partial class ActivityEndpoints(
    DirectLineOptions options,
    RateLimits limits,
    ActivityFrames frames,
    IGrainFactory grains,
    TimeProvider clock,
    ILogger<ActivityEndpoints> logger
)
{
    public static void Map(RouteGroupBuilder group)
    {
        const string Conversation = "/conversations/{conversationId}";
        group.MapGet(Conversation + "/activities", (ActivityEndpoints it, HttpContext http) => it.ReadAsync(http));
        group.MapPost(Conversation + "/activities", (ActivityEndpoints it, HttpContext http) => it.PostAsync(http));
        group.MapPost(Conversation + "/upload", () => Problem.NoFiles());
    }

    private async Task<IResult> ReadAsync(HttpContext http)
    {
        var key = http.Features.GetRequiredFeature<ConversationKey>();
        if (limits.RefuseRead(key) is { } limited)
            return limited;
        if (!Watermark.TryRead(http.Request, out var watermark))
            return Watermark.Refusal;
        var after = watermark ?? 0;
        ActivityPage? page;
        try
        {
            page = await grains.Conversation(key).ReadAsync(after);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A polling client stops for good at the first 5xx. Nothing new is true as far as anybody knows here.
            LogNothingRead(e);
            page = new ActivityPage([], after);
        }

        return page is null
            ? Problem.NoConversation()
            : Results.Bytes(frames.Of(page.Activities, page.Watermark), "application/json; charset=utf-8");
    }

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var key = http.Features.GetRequiredFeature<ConversationKey>();
        if (limits.RefuseActivity(key) is { } limited)
            return limited;
        if (await RequestBody.ReadAsync(http.Request, options.MaxActivityBytes) is not { } body)
            return Problem.TooLarge(options.MaxActivityBytes);
        var speaker = new Speaker(key.ConversationId, Caller.Of(http).Token?.UserId, clock.GetUtcNow());
        if (!InboundActivity.TryRead(body.Span, speaker, out var activity, out var fault))
            return Problem.BadField(fault.Field, fault.Message);
        if (activity.IsIgnored)
            return Results.Json(new ActivityResponse(RandomId.Activity()));

        var result = await grains
            .Conversation(key)
            .PostAsync(new PostActivity { ActivityJson = activity.Json, ClientActivityId = activity.ClientActivityId });
        return result.Outcome switch
        {
            PostOutcome.Accepted or PostOutcome.Duplicate => Results.Json(new ActivityResponse(result.ActivityId!)),
            PostOutcome.NotFound or PostOutcome.Forgotten => Problem.NoConversation(),
            _ => Problem.NotNow(),
        };
    }

    [LoggerMessage(LogLevel.Error, "Activities could not be read; a polling client was told there is nothing new")]
    private partial void LogNothingRead(Exception e);
}
