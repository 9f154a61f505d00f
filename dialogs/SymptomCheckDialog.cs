using SpasmBot.Dialogs.Checks;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>
/// The way through the check. Every step asks the next open question of its part and skips itself when there is none;
/// after every answer the way is run from the top, so that what an answer changed is asked, and an emergency is shown,
/// at once.
/// </summary>
public sealed class SymptomCheckDialog : ComponentDialog
{
    private const string Steps = "steps";
    private readonly CheckAccess _access;

    public SymptomCheckDialog(CheckAccess access)
        : base(nameof(SymptomCheckDialog))
    {
        _access = access;
        AddDialog(
            new WaterfallDialog(
                Steps,
                [
                    (step, cancel) => AskAsync(step, CheckSection.First, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.Person, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.OwnWords, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.EmergencySigns, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.Where, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.Onset, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.Pain, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.Activities, cancel),
                    (step, cancel) => AskAsync(step, CheckSection.Health, cancel),
                    AnswerAsync,
                    FromTheTopAsync,
                ]
            )
        );
        AddDialog(new QuestionPrompt(access));
        AddDialog(new EmergencyDialog(access));
        AddDialog(new AnswerDialog(access));
        InitialDialogId = Steps;
    }

    private async Task<DialogTurnResult> AskAsync(
        WaterfallStepContext step,
        string section,
        CancellationToken cancellationToken
    )
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (step.Result is Reply reply)
        {
            if (reply is Reply.Words && !check.IsEmergency)
            {
                await SayAsync(step, check.HeardInWords(_access.Parts.Words.Messages), check, cancellationToken);
            }

            return await FromTheTopAsync(step, cancellationToken);
        }

        if (check.TryLeaveEmergency())
        {
            await SayAsync(step, _access.Parts.Words.Messages.MistakeCorrected, check, cancellationToken);
        }

        return check.NextIn(section) is { } screen
            ? await step.BeginDialogAsync(nameof(QuestionPrompt), screen.Id, cancellationToken)
            : await step.NextAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> AnswerAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is Reply)
        {
            return await FromTheTopAsync(step, cancellationToken);
        }

        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (check.IsDeclined)
        {
            return await DeclineAsync(step, check, cancellationToken);
        }

        var dialog = check.IsEmergency ? nameof(EmergencyDialog) : nameof(AnswerDialog);
        return await step.BeginDialogAsync(dialog, options: null, cancellationToken);
    }

    private async Task<DialogTurnResult> DeclineAsync(
        WaterfallStepContext step,
        SymptomCheck check,
        CancellationToken cancellationToken
    )
    {
        await SayAsync(step, _access.Parts.Words.Messages.Declined, check, cancellationToken);
        check.Restart();
        return await step.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>The answer has led to a change, or a person starts over: whatever is open now is asked.</summary>
    private async Task<DialogTurnResult> FromTheTopAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        return check.State.Purpose == Purposes.Check
            ? await step.ReplaceDialogAsync(Steps, options: null, cancellationToken)
            : await step.EndDialogAsync(result: null, cancellationToken);
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
