using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime;

/// <summary>A turn, as an adapter makes it.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private List<SendActivitiesHandler> _onSend;
    private List<UpdateActivityHandler> _onUpdate;
    private List<DeleteActivityHandler> _onDelete;
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
    }

    /// <summary>The same turn seen with another activity: its state, its handlers and its adapter are shared.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
        Adapter = turnContext.Adapter;
        TurnState = turnContext.TurnState;
        if (turnContext is TurnContext other)
        {
            (_onSend, _onUpdate, _onDelete) = (other._onSend, other._onUpdate, other._onDelete);
            Responded = other.Responded;
        }
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = [];

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>The locale of this turn, the activity's.</summary>
    public string Locale
    {
        get => Activity.Locale;
        set => Activity.Locale = value;
    }

    /// <summary>What was "sent" while the caller expects the replies in its answer.</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    /// <summary>The conversation that an incoming activity belongs to.</summary>
    public static ConversationReference GetConversationReference(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.GetConversationReference();
    }

    /// <summary>The reference to a reply that was sent to an incoming activity.</summary>
    public static ConversationReference GetReplyConversationReference(Activity activity, ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.GetReplyConversationReference(reply);
    }

    /// <summary>Addresses an activity to a conversation: to the user, or to the bot when incoming.</summary>
    public static Activity ApplyConversationReference(
        Activity activity,
        ConversationReference reference,
        bool isIncoming = false
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.ApplyConversationReference(reference, isIncoming);
    }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onSend ??= []).Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onUpdate ??= []).Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onDelete ??= []).Add(handler);
        return this;
    }

    /// <summary>Sends a message.</summary>
    /// <exception cref="ArgumentNullException">The text is empty or white space.</exception>
    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string speak = null,
        string inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(textReplyToSend))
        {
            throw new ArgumentNullException(nameof(textReplyToSend));
        }

        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
        {
            message.Speak = speak;
        }

        if (!string.IsNullOrEmpty(inputHint))
        {
            message.InputHint = inputHint;
        }

        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(
        IActivity activity,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        // A handler may have kept it from being sent.
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    /// <summary>Sends activities in their order, past the handlers.</summary>
    /// <exception cref="ArgumentException">There is nothing to send.</exception>
    public Task<ResourceResponse[]> SendActivitiesAsync(
        IActivity[] activities,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException(
                "Expecting one or more activities, but the array was empty.",
                nameof(activities)
            );
        }

        var conversation = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Length);
        foreach (var activity in activities)
        {
            outgoing.Add(activity.ApplyConversationReference(conversation));
        }

        return SendFrom(0, outgoing, cancellationToken);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var replacement = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFrom(0, replacement, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId));
        }

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteFrom(0, reference, cancellationToken);
    }

    public Task DeleteActivityAsync(
        ConversationReference conversationReference,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFrom(0, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!_disposed && disposing)
        {
            TurnState.Dispose();
        }

        _disposed = true;
    }

    private Task<ResourceResponse[]> SendFrom(
        int handler,
        List<Activity> outgoing,
        CancellationToken cancellationToken
    ) =>
        _onSend is { } handlers && handler < handlers.Count
            ? handlers[handler](this, outgoing, () => SendFrom(handler + 1, outgoing, cancellationToken))
            : SendNow(outgoing, cancellationToken);

    private Task<ResourceResponse> UpdateFrom(int handler, Activity activity, CancellationToken cancellationToken) =>
        _onUpdate is { } handlers && handler < handlers.Count
            ? handlers[handler](this, activity, () => UpdateFrom(handler + 1, activity, cancellationToken))
            : Adapter.UpdateActivityAsync(this, activity, cancellationToken);

    private Task DeleteFrom(int handler, ConversationReference reference, CancellationToken cancellationToken) =>
        _onDelete is { } handlers && handler < handlers.Count
            ? handlers[handler](this, reference, () => DeleteFrom(handler + 1, reference, cancellationToken))
            : Adapter.DeleteActivityAsync(this, reference, cancellationToken);

    private async Task<ResourceResponse[]> SendNow(List<Activity> outgoing, CancellationToken cancellationToken)
    {
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return Buffer(outgoing);
        }

        var responses = await Adapter.SendActivitiesAsync(this, [.. outgoing], cancellationToken);
        for (var i = 0; responses is not null && i < Math.Min(responses.Length, outgoing.Count); i++)
        {
            outgoing[i].Id = responses[i].Id;
        }

        Responded |= outgoing.Exists(static activity => activity.Type != ActivityTypes.Trace);
        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> outgoing)
    {
        foreach (var activity in outgoing)
        {
            BufferedReplyActivities.Add(activity);
            if (activity.Type == ActivityTypesEx.InvokeResponse)
            {
                TurnState[BotAdapter.InvokeResponseKey] = activity;
            }
        }

        Responded |= outgoing.Exists(static activity => activity.Type != ActivityTypes.Trace);
        return [.. outgoing.Select(static _ => new ResourceResponse())];
    }
}
