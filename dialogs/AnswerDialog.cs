using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>The answer, and what can be done after it.</summary>
public sealed class AnswerDialog : ComponentDialog
{
    private const string Steps = "steps";
    private const string SelfTests = "self-tests";
    private readonly CheckAccess _access;
    private readonly AnswerActivity _answers;

    public AnswerDialog(CheckAccess access)
        : base(nameof(AnswerDialog))
    {
        _access = access;
        _answers = new(access.Parts);
        AddDialog(new WaterfallDialog(Steps, [ShowAsync, AskNextAsync, DoNextAsync, AgainAsync]));
        AddDialog(new WaterfallDialog(SelfTests, [AskSelfTestAsync, NextSelfTestAsync]));
        AddDialog(new QuestionPrompt(access));
        AddDialog(new BookingDialog(access));
        AddDialog(new PersonDialog(access));
        AddDialog(new AskDialog(access));
        InitialDialogId = Steps;
    }

    private Messages Texts => _access.Parts.Words.Messages;

    private async Task<DialogTurnResult> ShowAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (!check.State.AnswerShown)
        {
            if (check.IsYoungAlone)
            {
                await SayAsync(step, Texts.YoungAlone, cancellationToken);
            }

            await step.Context.SendActivityAsync(_answers.Answer(check), cancellationToken);
            await step.Context.SendActivityAsync(Reports.Assessment(check), cancellationToken);
            check.State.AnswerShown = true;
            check.State.LastDisposition = check.Assessment.Disposition;
        }

        return await step.NextAsync(result: null, cancellationToken);
    }

    private static async Task<DialogTurnResult> AskNextAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    ) => await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.Next, cancellationToken);

    private async Task<DialogTurnResult> DoNextAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        var choice = (step.Result as Reply.Ticks)?.Presences.First(tick => tick.Value == Presence.Present).Key;
        switch (choice)
        {
            case "book":
                return await step.BeginDialogAsync(nameof(BookingDialog), options: null, cancellationToken);
            case "person":
                return await step.BeginDialogAsync(nameof(PersonDialog), options: null, cancellationToken);
            case "ask":
                return await step.BeginDialogAsync(nameof(AskDialog), options: null, cancellationToken);
            case SelfTests:
                return await step.BeginDialogAsync(SelfTests, options: null, cancellationToken);
            case "copy":
                await step.Context.SendActivityAsync(_answers.Copy(check), cancellationToken);
                break;
            case "restart":
                check.Restart();
                check.State.Purpose = Purposes.Check;
                return await step.EndDialogAsync(result: null, cancellationToken);
        }

        return await step.NextAsync(result: null, cancellationToken);
    }

    private static async Task<DialogTurnResult> AgainAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    ) => await step.ReplaceDialogAsync(Steps, options: null, cancellationToken);

    /// <summary>Information for the physiotherapist: the tests change nothing in the answer.</summary>
    private async Task<DialogTurnResult> AskSelfTestAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    )
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (check.NextIn(CheckSection.SelfTests) is { } screen)
        {
            return await step.BeginDialogAsync(nameof(QuestionPrompt), screen.Id, cancellationToken);
        }

        await SayAsync(step, Texts.SelfTestsDone, cancellationToken);
        return await step.EndDialogAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> NextSelfTestAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    )
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        check.State.AnswerShown = true;
        return await step.ReplaceDialogAsync(SelfTests, options: null, cancellationToken);
    }

    private async Task SayAsync(WaterfallStepContext step, string text, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        var filled = Desk.Fill(_access.Parts, text, check.ForWhom);
        await step.Context.SendActivityAsync(MessageFactory.Text(filled), cancellationToken);
    }
}
