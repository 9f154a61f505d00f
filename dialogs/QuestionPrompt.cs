using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>
/// Asks one question, named by its id in the options, and ends with the <see cref="Reply"/>. An answer of the check is
/// recorded before it ends. A message that is no answer is asked again with what is expected.
/// </summary>
public sealed class QuestionPrompt(CheckAccess access) : Dialog(nameof(QuestionPrompt))
{
    private const string QuestionKey = "question";
    private readonly ReplyReader _replies = new(access.Parts);

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var question =
            options as string ?? throw new ArgumentException("The question's id is expected.", nameof(options));
        dc.ActiveDialog.State[QuestionKey] = question;
        await AskAsync(dc.Context, question, error: null, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var check = await access.OpenAsync(dc.Context, cancellationToken);
        var question = (string)dc.ActiveDialog.State[QuestionKey];
        var activity = dc.Context.Activity.AsMessageActivity();
        var screen = check.Find(question);
        if (screen is null)
        {
            // The question is not in this version of the protocol any more: derive the position anew.
            return await dc.EndDialogAsync(result: null, cancellationToken);
        }

        var reply = _replies.Read(screen, activity);
        if (reply is Reply.NotUnderstood problem)
        {
            check.State.Failures++;
            await AskAsync(
                dc.Context,
                question,
                Error(screen, problem, check, activity.Value is not null),
                cancellationToken
            );
            return EndOfTurn;
        }

        check.State.Failures = 0;
        check.State.OpenQuestion = null;
        if (screen.IsPartOfCheck)
        {
            check.Record(screen, reply, activity.Text);
        }

        return await dc.EndDialogAsync(reply, cancellationToken);
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => await AskAsync(turnContext, (string)instance.State[QuestionKey], error: null, cancellationToken);

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    private async Task AskAsync(ITurnContext turn, string question, string? error, CancellationToken cancellationToken)
    {
        var check = await access.OpenAsync(turn, cancellationToken);
        if (check.Find(question) is not { } screen)
        {
            return;
        }

        check.State.OpenQuestion = question;
        var (step, of) = screen.IsPartOfCheck ? Progress(check) : (null, null);
        await turn.SendActivityAsync(ScreenActivity.Of(screen, access.Parts, step, of, error), cancellationToken);
    }

    /// <summary>
    /// How far the check is: counted, and never going backwards but on "back". When an answer opens further questions,
    /// the share that is done stays what it was.
    /// </summary>
    private static (int? Step, int? Of) Progress(SymptomCheck check)
    {
        var state = check.State;
        var step = Math.Max(state.Step, state.Answers.Count + 1);
        var of = step - 1 + check.CountDue();
        var most = state.Of == 0 ? of : step * state.Of / state.Step;
        (state.Step, state.Of) = (step, Math.Max(step, Math.Min(of, most)));
        return (state.Step, state.Of);
    }

    private string Error(Screen screen, Reply.NotUnderstood problem, SymptomCheck check, bool isTapped)
    {
        var texts = access.Parts.Words.Messages;
        var error = problem.Reason switch
        {
            NotUnderstoodReason.OutOfRange => access.Parts.Words.Fill(
                texts.OutOfRange,
                check.ForWhom,
                ("retry", screen.Retry)
            ),
            NotUnderstoodReason.NotOffered => access.Parts.Words.Fill(
                texts.CannotSkip,
                check.ForWhom,
                ("retry", screen.Retry)
            ),
            _ when isTapped => $"{texts.UnknownOption} {screen.Retry}",
            _ => screen.Retry,
        };
        return check.State.Failures < 2 ? error : $"{error} {texts.OfferPerson}";
    }
}
