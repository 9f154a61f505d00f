namespace SpasmBot.Runtime.Dialogs;

/// <summary>Running a dialog from a bot.</summary>
public static class DialogExtensions
{
    /// <summary>Continues what is under way in the stack of that property; begins <paramref name="dialog"/> when nothing is.</summary>
    public static async Task RunAsync(
        this Dialog dialog,
        ITurnContext turnContext,
        IStatePropertyAccessor<DialogState> accessor,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var context = await new DialogSet(accessor).Add(dialog).CreateContextAsync(turnContext, cancellationToken);
        var result = await context.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            await context.BeginDialogAsync(dialog.Id, options: null, cancellationToken);
        }
    }
}
