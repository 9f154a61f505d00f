using SpasmBot.Dialogs.Checks;

namespace SpasmBot.Dialogs;

/// <summary>The bot of one clinic: greets, and hands every message to <see cref="MainDialog"/>.</summary>
public sealed class ClinicBot : ActivityHandler
{
    private readonly BotParts _parts;
    private readonly ConversationState _conversation;
    private readonly IStatePropertyAccessor<DialogState> _stack;
    private readonly CheckAccess _access;
    private readonly MainDialog _main;

    public ClinicBot(BotParts parts, ConversationState conversation)
    {
        _parts = parts;
        _conversation = conversation;
        _stack = conversation.CreateProperty<DialogState>("dialogs");
        _access = new(parts, conversation.CreateProperty<CheckState>("check"));
        _main = new(_access);
    }

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await _conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var isSomebody = membersAdded.Any(member => member.Id != turnContext.Activity.Recipient?.Id);
        var check = await _access.OpenAsync(turnContext, cancellationToken);
        if (isSomebody && !check.State.IsGreeted)
        {
            await GreetAsync(turnContext, check, cancellationToken);
            await _main.RunAsync(turnContext, _stack, cancellationToken);
        }
    }

    protected override async Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var check = await _access.OpenAsync(turnContext, cancellationToken);
        if (!check.State.IsGreeted)
        {
            // A client that never said it was there: greet, then hear what it says, for it may be an emergency.
            await GreetAsync(turnContext, check, cancellationToken);
        }

        var dialogs = new DialogSet(_stack);
        dialogs.Add(_main);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        if (dc.ActiveDialog is null)
        {
            await dc.BeginDialogAsync(_main.Id, options: null, cancellationToken);
        }

        await dc.ContinueDialogAsync(cancellationToken);
    }

    private async Task GreetAsync(ITurnContext turn, SymptomCheck check, CancellationToken cancellationToken)
    {
        check.State.IsGreeted = true;
        check.State.LastAt = _parts.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var texts = _parts.Words.Messages;
        var greeting = Desk.Fill(_parts, texts.Greeting);
        var own = _parts.Clinic.Greeting;
        await turn.SendActivityAsync(
            MessageFactory.Text(own is null ? greeting : $"{own}\n\n{greeting}"),
            cancellationToken
        );
        await turn.SendActivityAsync(
            MessageFactory.Text(Desk.Fill(_parts, texts.GreetingEmergency)),
            cancellationToken
        );
    }
}
