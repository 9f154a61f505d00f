using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Host.Conversations;
using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>A bot that does what it is told, and counts the turns it remembers.</summary>
internal sealed class ScriptedBot(ConversationState state, IBookingReferences references) : ActivityHandler
{
    private readonly IStatePropertyAccessor<int> _turns = state.CreateProperty<int>("turns");

    /// <summary>Puts it in the place of the clinic's bot.</summary>
    public static void Install(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BotFactory>(provider =>
            state => new ScriptedBot(state, provider.GetRequiredService<IBookingReferences>())
        );
    }

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => turnContext.SendActivityAsync("welcome", cancellationToken: cancellationToken);

    protected override async Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var turns = 1 + await _turns.GetAsync(turnContext, () => 0, cancellationToken);
        await _turns.SetAsync(turnContext, turns, cancellationToken);
        await turnContext.SendActivityAsync($"turn {turns}", cancellationToken: cancellationToken);
        var text = turnContext.Activity.Text;
        if (text.StartsWith("fail", StringComparison.Ordinal))
        {
            await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
            throw new InvalidOperationException($"cannot read: {text}");
        }

        foreach (var report in ReportsOf(text))
            await turnContext.SendActivityAsync(report, cancellationToken);
    }

    private IEnumerable<Activity> ReportsOf(string command) =>
        command switch
        {
            "book" => [Event(EventNames.BookingRequested, Booking(references.Next()))],
            "enquire" =>
            [
                Event(
                    EventNames.EnquiryCreated,
                    new Enquiry { Reason = EnquiryReason.CallBack, Phone = "+27215550100" }
                ),
                Event(EventNames.AlertRaised, new Alert { Kind = AlertKind.Person }),
                Event(
                    EventNames.AssessmentMade,
                    new AssessmentMade
                    {
                        Disposition = "physio",
                        ProtocolVersion = "1",
                        AssessmentJson = "{}",
                        FirstAnswersJson = "{}",
                        CorrectedAnswersJson = "{}",
                    }
                ),
            ],
            "forget" => [Event(EventNames.ForgetRequested, null)],
            "event" => [Event("for.the.client", "news")],
            "typing" => [new Activity(ActivityTypes.Typing)],
            "end" => [new Activity(ActivityTypes.EndOfConversation)],
            _ => [],
        };

    private static BookingRequest Booking(string reference) =>
        new()
        {
            Reference = reference,
            PreferredTimes = ["Monday morning"],
            Name = "Thandi",
            Phone = "+27215550100",
            ConsentedAt = 1,
        };

    private static Activity Event(string name, object? value) =>
        new(ActivityTypes.Event) { Name = name, Value = value };
}
