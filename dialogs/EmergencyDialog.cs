using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Forms;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>
/// An emergency: the answer at once, then only what could raise it, then an optional number to call back. No booking, no
/// self-care. Ends when the emergency was a mistake, or was raised, so that the way is run from the top.
/// </summary>
public sealed class EmergencyDialog : ComponentDialog
{
    private readonly CheckAccess _access;
    private readonly AnswerActivity _answers;

    public EmergencyDialog(CheckAccess access)
        : base(nameof(EmergencyDialog))
    {
        _access = access;
        _answers = new(access.Parts);
        AddDialog(
            new WaterfallDialog(
                "steps",
                [
                    ShowAsync,
                    (step, cancel) => AskAsync(step, CheckSection.EmergencyMore, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.AfterAssault, cancel),
                    AskSafeContactAsync,
                    AskContactAsync,
                    KeepContactAsync,
                    ShowAgainAsync,
                ]
            )
        );
        AddDialog(new QuestionPrompt(access));
        AddDialog(new FormPrompt(access));
        InitialDialogId = "steps";
    }

    private async Task<DialogTurnResult> ShowAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (check.HasNewEmergency)
        {
            await step.Context.SendActivityAsync(_answers.Emergency(check), cancellationToken);
            await step.Context.SendActivityAsync(Reports.Alert(check, _access.Parts), cancellationToken);
            await step.Context.SendActivityAsync(Reports.Assessment(check), cancellationToken);
            check.EmergencyWasShown();
            check.State.LastDisposition = check.Assessment.Disposition;
        }

        return await step.NextAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(
        WaterfallStepContext step,
        string section,
        CancellationToken cancellationToken
    )
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (step.Result is Reply)
        {
            return await step.EndDialogAsync(result: null, cancellationToken);
        }

        var isWanted = section != CheckSection.EmergencyMore || !check.IsCrisisOnly;
        return isWanted && check.NextIn(section) is { } screen
            ? await step.BeginDialogAsync(nameof(QuestionPrompt), screen.Id, cancellationToken)
            : await step.NextAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskSafeContactAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    )
    {
        if (step.Result is Reply)
        {
            return await step.EndDialogAsync(result: null, cancellationToken);
        }

        var check = await _access.OpenAsync(step.Context, cancellationToken);
        return check.IsCrisis && check.NoteOf(BotQuestionIds.CrisisContact) is null
            ? await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.CrisisContact, cancellationToken)
            : await step.NextAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskContactAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (step.Result is Reply safe)
        {
            var isSafe = safe is Reply.Yes;
            check.Note(BotQuestionIds.CrisisContact, isSafe ? "yes" : "no");
            var texts = _access.Parts.Words.Messages;
            await SayAsync(step, isSafe ? texts.CrisisSafe : texts.CrisisNotSafe, check, cancellationToken);
        }

        var isUnsafe = check.NoteOf(BotQuestionIds.CrisisContact) == "no";
        return !isUnsafe && check.NoteOf(BotQuestionIds.EmergencyContact) is null
            ? await step.BeginDialogAsync(nameof(FormPrompt), BotQuestionIds.EmergencyContact, cancellationToken)
            : await step.NextAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> KeepContactAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    )
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        var texts = _access.Parts.Words.Messages;
        if (step.Result is ContactDetails contact)
        {
            check.Note(BotQuestionIds.EmergencyContact, "left");
            await step.Context.SendActivityAsync(
                Reports.Enquiry(EnquiryReason.EmergencyCallBack, contact, check),
                cancellationToken
            );
            await SayAsync(step, texts.EmergencyContactThanks, check, cancellationToken);
        }
        else if (step.Result is Reply.Skip)
        {
            check.Note(BotQuestionIds.EmergencyContact, "skipped");
            await SayAsync(step, texts.EmergencyContactNone, check, cancellationToken);
        }
        else
        {
            await SayAsync(step, texts.EmergencyClosed, check, cancellationToken);
        }

        check.State.OpenQuestion = null;
        return EndOfTurn;
    }

    /// <summary>Whatever is said under an emergency, the emergency is the answer.</summary>
    private async Task<DialogTurnResult> ShowAgainAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        await step.Context.SendActivityAsync(_answers.Emergency(check), cancellationToken);
        return await step.EndDialogAsync(result: null, cancellationToken);
    }

    private async Task SayAsync(
        WaterfallStepContext step,
        string text,
        SymptomCheck check,
        CancellationToken cancellationToken
    ) =>
        await step.Context.SendActivityAsync(
            MessageFactory.Text(Desk.Fill(_access.Parts, text, check.ForWhom)),
            cancellationToken
        );
}
