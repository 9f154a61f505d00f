using SpasmBot.Contracts;
using SpasmBot.Dialogs.Forms;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs;

/// <summary>Talk to a person: the desk's number and hours at once, and a request to be called back.</summary>
public sealed class PersonDialog : ComponentDialog
{
    private readonly CheckAccess _access;

    public PersonDialog(CheckAccess access)
        : base(nameof(PersonDialog))
    {
        _access = access;
        AddDialog(new WaterfallDialog("steps", [AskContactAsync, StoreAsync]));
        AddDialog(new FormPrompt(access));
        InitialDialogId = "steps";
    }

    private async Task<DialogTurnResult> AskContactAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        var text = Desk.Fill(_access.Parts, _access.Parts.Words.Messages.PersonReached, check.ForWhom);
        await step.Context.SendActivityAsync(MessageFactory.Text(text), cancellationToken);
        return await step.BeginDialogAsync(nameof(FormPrompt), BotQuestionIds.Person, cancellationToken);
    }

    private async Task<DialogTurnResult> StoreAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        var texts = _access.Parts.Words.Messages;
        if (step.Result is ContactDetails contact)
        {
            await step.Context.SendActivityAsync(
                Reports.Enquiry(EnquiryReason.Person, contact, check),
                cancellationToken
            );
            await step.Context.SendActivityAsync(Reports.PersonAlert(check), cancellationToken);
            var done = MessageFactory.Text(Desk.Fill(_access.Parts, texts.PersonDone, check.ForWhom));
            done.ChannelData = Wire.ChannelData(
                new() { Clinic = _access.Parts.Clinic.Id.Value, Handoff = HandoffState.Waiting }
            );
            await step.Context.SendActivityAsync(done, cancellationToken);
        }
        else
        {
            var text = Desk.Fill(_access.Parts, texts.PersonCancelled, check.ForWhom);
            await step.Context.SendActivityAsync(MessageFactory.Text(text), cancellationToken);
        }

        return await step.EndDialogAsync(result: null, cancellationToken);
    }
}
