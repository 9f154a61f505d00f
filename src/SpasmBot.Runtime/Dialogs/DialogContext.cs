namespace SpasmBot.Runtime.Dialogs;

/// <summary>The dialogs, the turn and the stack: what a dialog works with.</summary>
public class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        Dialogs = dialogs ?? throw new ArgumentNullException(nameof(dialogs));
        Context = turnContext ?? throw new ArgumentNullException(nameof(turnContext));
        ArgumentNullException.ThrowIfNull(state);
        Stack = state.DialogStack ??= [];
    }

    /// <summary>The context of the stack inside a dialog of <paramref name="parentDialogContext"/>.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(
            dialogs,
            (parentDialogContext ?? throw new ArgumentNullException(nameof(parentDialogContext))).Context,
            state
        ) => Parent = parentDialogContext;

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The dialogs under way, the active one first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The context that the dialog of this stack runs in; null at the root.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The stack inside the active dialog; null if it has none.</summary>
    public DialogContext Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container
            ? container.CreateChildContext(this)
            : null;

    /// <summary>The dialog on top of the stack; null if nothing is under way.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>Puts a dialog on top of the stack and begins it.</summary>
    /// <exception cref="Exception">Neither this set nor a parent's has such a dialog.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(
        string dialogId,
        object options = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfToken(options, nameof(options));
        ThrowIfEmpty(dialogId);
        var dialog = FindOrThrow(dialogId, "begin");
        Stack.Insert(
            0,
            new DialogInstance { Id = dialogId, State = new Dictionary<string, object>(StringComparer.Ordinal) }
        );
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    public Task<DialogTurnResult> PromptAsync(
        string dialogId,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfEmpty(dialogId);
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Gives the active dialog this turn's activity; the status is empty when nothing is under way.</summary>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? FindOrThrow(active.Id, "continue").ContinueDialogAsync(this, cancellationToken)
            : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));

    /// <summary>Ends the active dialog and gives its result to the one below, or to the caller if there is none.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(
        object result = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfToken(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } below
            ? await FindOrThrow(below.Id, "resume")
                .ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Ends every dialog of this stack.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(cancelParents: false, cancellationToken: cancellationToken);

    /// <summary>
    /// Ends every dialog of this stack and, if asked for, of the stacks around it. Each but the first is told by an event
    /// before it ends; one that handles the event stays, with all below it.
    /// </summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents,
        string eventName = null,
        object eventValue = null,
        CancellationToken cancellationToken = default
    )
    {
        if (Stack.Count == 0 && Parent is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var notify = false;
        var name = eventName ?? DialogEvents.CancelDialog;
        for (var context = this; context is not null; context = cancelParents ? context.Parent : null)
        {
            while (context.Stack.Count > 0)
            {
                if (notify && await context.EmitEventAsync(name, eventValue, bubble: false, false, cancellationToken))
                {
                    return new DialogTurnResult(DialogTurnStatus.Cancelled);
                }

                notify = true;
                await context.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
            }
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the active dialog and begins another in its place; the one below does not notice.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId,
        object options = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Has the active dialog ask again.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? FindOrThrow(active.Id, "reprompt").RepromptDialogAsync(Context, active, cancellationToken)
            : Task.CompletedTask;

    /// <summary>The dialog of that id in this set or in a parent's; null if there is none.</summary>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Tells the active dialog, or the innermost one, of something. True if it or a parent handled it.</summary>
    public Task<bool> EmitEventAsync(
        string name,
        object value = null,
        bool bubble = true,
        bool fromLeaf = false,
        CancellationToken cancellationToken = default
    )
    {
        var context = this;
        while (fromLeaf && context.Child is { } child)
        {
            context = child;
        }

        var dialog = context.ActiveDialog is { } active ? context.FindDialog(active.Id) : null;
        return dialog is null
            ? Task.FromResult(false)
            : dialog.OnDialogEventAsync(
                context,
                new DialogEvent
                {
                    Name = name,
                    Value = value,
                    Bubble = bubble,
                },
                cancellationToken
            );
    }

    internal static void ThrowIfToken(object argument, string name)
    {
        if (argument is CancellationToken)
        {
            throw new ArgumentException(
                $"A cancellation token was passed as {name}: the arguments are in the wrong order.",
                name
            );
        }
    }

    private static void ThrowIfEmpty(string dialogId)
    {
        if (string.IsNullOrEmpty(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }
    }

    private Dialog FindOrThrow(string dialogId, string verb) =>
        FindDialog(dialogId)
        ?? throw new Exception(
            $"Cannot {verb} the dialog '{dialogId}': no dialog of that id in this dialog set or in a parent's."
        );

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is { } active)
        {
            if (FindDialog(active.Id) is { } dialog)
            {
                await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
            }

            Stack.RemoveAt(0);
        }
    }
}
