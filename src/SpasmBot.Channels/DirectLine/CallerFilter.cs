using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Lets nobody through without a credential that fits the conversation in the path.</summary>
internal sealed class CallerFilter(Access access, ILogger<CallerFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Access.CredentialOf(http.Request) is not { } credential)
            return Problem.NoCredential();
        if (await access.CallerOfAsync(credential) is not { } caller)
            return Problem.BadCredential("Authorization");
        var conversationId = http.Request.RouteValues["conversationId"] as string;
        if (conversationId is not null)
        {
            if (!ConversationKey.TryCreate(caller.Clinic, conversationId, out var key))
                return Problem.NoConversation();
            if (caller.Token is { } token && token.Key != key)
                return Problem.BadCredential("conversationId");
            http.Features.Set(key);
        }

        http.Features.Set(caller);
        using var scope = logger.BeginScope(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["ClinicId"] = caller.Clinic.Value,
                ["ConversationId"] = conversationId ?? caller.Token?.Key.ConversationId ?? "",
            }
        );
        return await next(context);
    }
}

/// <summary>Counts a request among the reads of its conversation. Stands after <see cref="CallerFilter"/>.</summary>
internal sealed class ReadLimitFilter(RateLimits limits) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        limits.RefuseRead(context.HttpContext.Features.GetRequiredFeature<ConversationKey>()) is { } limited
            ? ValueTask.FromResult<object?>(limited)
            : next(context);
}

/// <summary>Turns what the cluster or the store could not do just now into 503, which may be tried again.</summary>
internal sealed partial class NotNowFilter(ILogger<NotNowFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is Orleans.Runtime.OrleansException or TimeoutException or NotNowException)
        {
            LogNotNow(e);
            return Problem.NotNow();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A conversation could not be reached")]
    private partial void LogNotNow(Exception e);
}
