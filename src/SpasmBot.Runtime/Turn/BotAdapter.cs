using System.Security.Claims;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime;

/// <summary>Connects a bot to a channel: makes turns of what comes in, and sends what the bot says.</summary>
public abstract class BotAdapter
{
    /// <summary>Where the answer to an invoke waits in the turn state.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>Where the caller's identity is in the turn state.</summary>
    public const string BotIdentityKey = "BotIdentity";

    public const string OAuthScopeKey = "SpasmBot.Runtime.BotAdapter.OAuthScope";

    /// <summary>Called with what a turn threw. Without it the exception goes on to the caller.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = [];

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities to the channel.</summary>
    /// <returns>The ids that the channel gave, in the order of <paramref name="activities"/>.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    );

    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    );

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    );

    /// <summary>Runs a turn that no activity from outside began, so that the bot can speak first.</summary>
    public virtual Task ContinueConversationAsync(
        string botId,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ContinueConversationAsync(botId, reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <summary>As above, on behalf of a caller whose identity the turn is to know.</summary>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Continue(claimsIdentity, reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <summary>As above, with the activity that begins the turn.</summary>
    public virtual Task ContinueConversationAsync(
        string botId,
        Activity continuationActivity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => Continue(claimsIdentity: null, continuationActivity, callback, cancellationToken);

    /// <summary>Runs the middleware and then the bot, and gives what they throw to <see cref="OnTurnError"/>.</summary>
    protected async Task RunPipelineAsync(
        ITurnContext turnContext,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity is null)
        {
            // Speaking first: there is nothing for the middleware to see.
            await (callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask);
            return;
        }

        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception e) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, e);
        }
    }

    private async Task Continue(
        ClaimsIdentity claimsIdentity,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        using var turn = new TurnContext(this, activity);
        if (claimsIdentity is not null)
        {
            turn.TurnState.Add(BotIdentityKey, claimsIdentity);
        }

        await RunPipelineAsync(turn, callback, cancellationToken);
    }
}
