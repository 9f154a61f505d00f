using System.Text.Json;
using SpasmBot.Contracts;
using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;
using SpasmBot.Storage;

namespace SpasmBot.Host.Conversations;

/// <summary>
/// Collects what the bot says in one turn. Events that report something to be stored (<see cref="EventNames"/>) become
/// records, everything else is to be delivered.
/// </summary>
internal sealed class TurnAdapter(Func<int, string> replyId, DateTimeOffset now) : BotAdapter
{
    private readonly List<TurnActivity> _replies = [];
    private readonly List<Enquiry> _enquiries = [];
    private readonly List<BookingRequest> _bookings = [];
    private readonly List<Alert> _alerts = [];
    private readonly List<AssessmentMade> _assessments = [];
    private bool _isForgetRequested;
    private bool _isEnded;

    /// <summary>Runs the bot on an activity.</summary>
    public async Task<TurnOutcome> RunAsync(IBot bot, Activity activity, TurnStorage state)
    {
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(turn, bot.OnTurnAsync, CancellationToken.None);
        return new TurnOutcome
        {
            Replies = _replies,
            State = state.Items,
            Enquiries = _enquiries,
            Bookings = _bookings,
            Alerts = _alerts,
            Assessments = _assessments,
            IsForgetRequested = _isForgetRequested,
            IsEnded = _isEnded,
        };
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    ) => Task.FromResult(Array.ConvertAll(activities, activity => new ResourceResponse(Send(activity))));

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("A transcript is not rewritten: send another activity.");

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("A transcript is not rewritten: forget the conversation.");

    private string? Send(Activity activity)
    {
        if (activity.Type == ActivityTypes.Event && IsReport(activity))
            return null;
        // Neither is part of what was said.
        if (activity.Type is ActivityTypes.Trace or ActivityTypes.Typing)
            return null;
        _isEnded |= activity.Type == ActivityTypes.EndOfConversation;
        activity.Id = replyId(_replies.Count);
        activity.Timestamp = now;
        // As it is at this moment: the bot may go on using the object.
        _replies.Add(new TurnActivity(activity.Id, JsonSerializer.Serialize(activity, RuntimeJson.Options)));
        return activity.Id;
    }

    private bool IsReport(Activity activity)
    {
        switch (activity.Name)
        {
            case EventNames.EnquiryCreated:
                _enquiries.Add(ValueOf<Enquiry>(activity));
                return true;
            case EventNames.BookingRequested:
                _bookings.Add(ValueOf<BookingRequest>(activity));
                return true;
            case EventNames.AlertRaised:
                _alerts.Add(ValueOf<Alert>(activity));
                return true;
            case EventNames.AssessmentMade:
                _assessments.Add(ValueOf<AssessmentMade>(activity));
                return true;
            case EventNames.ForgetRequested:
                _isForgetRequested = true;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Events carry plain dictionaries and lists, whatever SDK wrote them: they are read as the JSON they make.</summary>
    private static T ValueOf<T>(Activity activity) =>
        JsonSerializer
            .SerializeToElement(activity.Value, JsonSerializerOptions.Web)
            .Deserialize<T>(JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"The event {activity.Name} carries no {typeof(T).Name}.");
}
