using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>Free questions, answered from the clinic's article, one after the other until the person has had enough.</summary>
public sealed class AskDialog : ComponentDialog
{
    private readonly CheckAccess _access;

    public AskDialog(CheckAccess access)
        : base(nameof(AskDialog))
    {
        _access = access;
        AddDialog(new WaterfallDialog("steps", [AskAsync, AnswerAsync]));
        AddDialog(new QuestionPrompt(access));
        InitialDialogId = "steps";
    }

    private static async Task<DialogTurnResult> AskAsync(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    ) => await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.Ask, cancellationToken);

    private async Task<DialogTurnResult> AnswerAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not Reply.Words words)
        {
            return await step.EndDialogAsync(result: null, cancellationToken);
        }

        await step.Context.SendActivityAsync(KnowledgeActivity.Of(words.Text, _access.Parts), cancellationToken);
        return await step.ReplaceDialogAsync("steps", options: null, cancellationToken);
    }
}
