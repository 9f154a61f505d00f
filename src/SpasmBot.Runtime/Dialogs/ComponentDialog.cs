using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Dialogs packed into one, whose stack is part of its own instance. It ends when its inner stack does, with the same result.</summary>
public class ComponentDialog(string dialogId = null) : DialogContainer(dialogId)
{
    /// <summary>Where in the dialog's state the inner stack is.</summary>
    public const string PersistedDialogState = "dialogs";

    private bool _initialized;

    /// <summary>The inner dialog that begins; the first that was added unless set.</summary>
    public string InitialDialogId { get; set; }

    /// <summary>Adds an inner dialog.</summary>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext outerDc,
        object options = null,
        CancellationToken cancellationToken = default
    )
    {
        DialogContext.ThrowIfToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc);
        var innerDc = CreateChildContext(outerDc);
        var result = await OnBeginDialogAsync(innerDc, options, cancellationToken);
        return await WaitOrEndAsync(outerDc, result, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext outerDc,
        CancellationToken cancellationToken = default
    )
    {
        await EnsureInitializedAsync(outerDc);
        var innerDc = CreateChildContext(outerDc);
        var result = await OnContinueDialogAsync(innerDc, cancellationToken);
        return await WaitOrEndAsync(outerDc, result, cancellationToken);
    }

    /// <summary>Asks again: a dialog that was put on top of this one from outside has ended, which the inner stack knows nothing of.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc,
        DialogReason reason,
        object result = null,
        CancellationToken cancellationToken = default
    )
    {
        DialogContext.ThrowIfToken(result, nameof(result));
        await EnsureInitializedAsync(outerDc);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    )
    {
        var innerDc = new DialogContext(Dialogs, turnContext, InnerState(instance));
        await innerDc.RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    public override async Task EndDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    )
    {
        if (reason == DialogReason.CancelCalled)
        {
            var innerDc = new DialogContext(Dialogs, turnContext, InnerState(instance));
            await innerDc.CancelAllDialogsAsync(cancellationToken);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    public override DialogContext CreateChildContext(DialogContext dc) => new(Dialogs, dc, InnerState(dc.ActiveDialog));

    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (!_initialized)
        {
            _initialized = true;
            await OnInitializeAsync(outerDc);
        }
    }

    /// <summary>Called once, before the dialog first runs.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object options,
        CancellationToken cancellationToken = default
    ) => innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    /// <summary>The place to look at what was said before the inner dialogs do, for an interruption.</summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc,
        CancellationToken cancellationToken = default
    ) => innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(
        ITurnContext context,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>Ends the component with the result of its inner stack.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(
        DialogContext outerDc,
        object result,
        CancellationToken cancellationToken
    ) => outerDc.EndDialogAsync(result, cancellationToken);

    private async Task<DialogTurnResult> WaitOrEndAsync(
        DialogContext outerDc,
        DialogTurnResult inner,
        CancellationToken cancellationToken
    )
    {
        if (inner.Status == DialogTurnStatus.Waiting)
        {
            return EndOfTurn;
        }

        var outer = await EndComponentAsync(outerDc, inner.Result, cancellationToken);
        return inner.Status == DialogTurnStatus.Cancelled
            ? new DialogTurnResult(DialogTurnStatus.Cancelled, inner.Result)
            : outer;
    }

    private static DialogState InnerState(DialogInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var state = instance.State.Read<DialogState>(PersistedDialogState);
        if (state is null)
        {
            state = new DialogState();
            instance.State[PersistedDialogState] = state;
        }

        return state;
    }
}
