using System.Net;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime;

/// <summary>Something that answers a turn.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>The answer to an invoke.</summary>
public class InvokeResponse
{
    /// <summary>An HTTP status.</summary>
    public int Status { get; set; }

    [System.Text.Json.Serialization.JsonConverter(typeof(Json.WireValueConverter))]
    public object Body { get; set; }

    /// <summary>True for 200 to 299.</summary>
    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}

/// <summary>A bot with a method for each kind of activity; override the ones that matter.</summary>
public partial class ActivityHandler : IBot
{
    /// <summary>Calls the method for the kind of the activity.</summary>
    /// <exception cref="ArgumentException">The activity has no type.</exception>
    public virtual Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity?.Type is not { } type)
        {
            throw new ArgumentException("The turn has no activity, or its activity no type.", nameof(turnContext));
        }

        return type switch
        {
            ActivityTypes.Message => OnMessageActivityAsync(As<IMessageActivity>(), cancellationToken),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(
                As<IMessageUpdateActivity>(),
                cancellationToken
            ),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(
                As<IMessageDeleteActivity>(),
                cancellationToken
            ),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(
                As<IConversationUpdateActivity>(),
                cancellationToken
            ),
            ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(
                As<IMessageReactionActivity>(),
                cancellationToken
            ),
            ActivityTypes.Event => OnEventActivityAsync(As<IEventActivity>(), cancellationToken),
            ActivityTypes.Invoke => AnswerInvokeAsync(turnContext, cancellationToken),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(
                As<IEndOfConversationActivity>(),
                cancellationToken
            ),
            ActivityTypes.Typing => OnTypingActivityAsync(As<ITypingActivity>(), cancellationToken),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(
                As<IInstallationUpdateActivity>(),
                cancellationToken
            ),
            ActivityTypes.Command => OnCommandActivityAsync(As<ICommandActivity>(), cancellationToken),
            ActivityTypes.CommandResult => OnCommandResultActivityAsync(
                As<ICommandResultActivity>(),
                cancellationToken
            ),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        };

        ITurnContext<T> As<T>()
            where T : IActivity => new TypedTurnContext<T>(turnContext);
    }

    /// <summary>A successful answer to an invoke.</summary>
    protected static InvokeResponse CreateInvokeResponse(object body = null) =>
        new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>The answer to an invoke; null when it was sent already. Not implemented (501) unless overridden.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (turnContext.Activity.Name is "signin/verifyState" or "signin/tokenExchange")
            {
                await OnSignInInvokeAsync(turnContext, cancellationToken);
                return CreateInvokeResponse();
            }

            throw new InvokeResponseException(HttpStatusCode.NotImplemented);
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    protected virtual Task OnSignInInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    ) => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var typed = new TypedTurnContext<IInvokeActivity>(turnContext);
        var answer = await OnInvokeActivityAsync(typed, cancellationToken);
        if (answer is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
        {
            await turnContext.SendActivityAsync(
                new Activity(ActivityTypesEx.InvokeResponse) { Value = answer },
                cancellationToken
            );
        }
    }

    /// <summary>Thrown while an invoke is handled, it becomes the answer.</summary>
    protected class InvokeResponseException(HttpStatusCode statusCode, object body = null)
        : Exception($"The invoke is answered with {(int)statusCode}.")
    {
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
