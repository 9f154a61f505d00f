namespace SpasmBot.Runtime.Dialogs;

/// <summary>A piece of conversation that can be begun, continued over turns, and ended with a result.</summary>
public abstract class Dialog
{
    /// <summary>What a dialog returns that waits for the next activity.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    /// <summary>A dialog of that id; without one it gets an id from its type.</summary>
    protected Dialog(string dialogId = null) => _id = dialogId;

    /// <summary>Unique in its <see cref="DialogSet"/>.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>Starts the dialog, which is on top of the stack by now.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives the dialog the activity of a new turn. A dialog that does not override this ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    ) => dc.EndDialogAsync(cancellationToken: cancellationToken);

    /// <summary>Gives the dialog control back after one that it began has ended with <paramref name="result"/>. A dialog that does not override this ends with the same result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object result = null,
        CancellationToken cancellationToken = default
    ) => dc.EndDialogAsync(result, cancellationToken);

    /// <summary>Has the dialog ask again.</summary>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>Tells the dialog that it ends, and why.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>Hears of an event: first itself, then, if the event bubbles, the dialogs around it, then itself again. True once it is handled.</summary>
    public virtual async Task<bool> OnDialogEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    ) =>
        await OnPreBubbleEventAsync(dc, e, cancellationToken)
        || (
            e.Bubble
            && dc.Parent is { } parent
            && await parent.EmitEventAsync(e.Name, e.Value, bubble: true, fromLeaf: false, cancellationToken)
        )
        || await OnPostBubbleEventAsync(dc, e, cancellationToken);

    /// <summary>What changes when the dialog changes in a way that conversations under way cannot bridge.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>Hears of an event before the dialogs around this one.</summary>
    protected virtual Task<bool> OnPreBubbleEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);

    /// <summary>Hears of an event that no dialog around this one handled.</summary>
    protected virtual Task<bool> OnPostBubbleEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);

    /// <summary>The id of a dialog that was given none.</summary>
    protected virtual string OnComputeId() => GetType().Name;
}
