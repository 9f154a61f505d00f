using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>The whole conversation: what did the person come for, then that, then again.</summary>
public sealed class MainDialog : InterruptibleDialog
{
    public MainDialog(CheckAccess access)
        : base(nameof(MainDialog), access)
    {
        AddDialog(new WaterfallDialog(Steps, [AskPurposeAsync, GoAsync, AgainAsync]));
        AddDialog(new WaterfallDialog(ToPerson, [BeginPersonAsync, AgainAsync]));
        AddDialog(new WaterfallDialog(ToChange, [AskWhatToChangeAsync, ChangeAsync]));
        AddDialog(new QuestionPrompt(access));
        AddDialog(new SymptomCheckDialog(access));
        AddDialog(new AskDialog(access));
        AddDialog(new BookingDialog(access));
        AddDialog(new PersonDialog(access));
        InitialDialogId = Steps;
    }

    private async Task<DialogTurnResult> AskPurposeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await Access.OpenAsync(step.Context, cancellationToken);
        return check.State.Purpose is null
            ? await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.Menu, cancellationToken)
            : await step.NextAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> GoAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await Access.OpenAsync(step.Context, cancellationToken);
        if (step.Result is Reply.Ticks ticks)
        {
            check.State.Purpose = ticks.Presences.First(tick => tick.Value == Presence.Present).Key;
        }

        var dialog = check.State.Purpose switch
        {
            Purposes.Ask => nameof(AskDialog),
            Purposes.Book => nameof(BookingDialog),
            Purposes.Person => nameof(PersonDialog),
            _ => nameof(SymptomCheckDialog),
        };
        return await step.BeginDialogAsync(dialog, options: null, cancellationToken);
    }

    /// <summary>What is done is done: back to the check that was begun, or to the menu.</summary>
    private async Task<DialogTurnResult> AgainAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await Access.OpenAsync(step.Context, cancellationToken);
        check.State.Purpose = check.HasBegun ? Purposes.Check : null;
        return await step.ReplaceDialogAsync(Steps, options: null, cancellationToken);
    }

    private static async Task<DialogTurnResult> BeginPersonAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    ) => await step.BeginDialogAsync(nameof(PersonDialog), options: null, cancellationToken);

    private static async Task<DialogTurnResult> AskWhatToChangeAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    ) => await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.Summary, cancellationToken);

    private async Task<DialogTurnResult> ChangeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await Access.OpenAsync(step.Context, cancellationToken);
        var chosen = (step.Result as Reply.Ticks)?.Presences.First(tick => tick.Value == Presence.Present).Key;
        if (chosen == SymptomCheck.MoreAnswers)
        {
            check.TurnSummaryPage();
            return await step.ReplaceDialogAsync(ToChange, options: null, cancellationToken);
        }

        // "continue" is no question: then nothing is changed.
        check.State.SummaryPage = 0;
        check.TryChange(chosen ?? "");

        return await step.ReplaceDialogAsync(Steps, options: null, cancellationToken);
    }
}
