using SpasmBot.Runtime.Adapters;
using SpasmBot.Runtime.Dialogs;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Testing;

/// <summary>Talks to one dialog in a test. Its state goes through the storage between turns, as in life.</summary>
public class DialogTestClient
{
    private readonly TestAdapter _adapter;
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private readonly Dialog _dialog;
    private readonly object _options;

    /// <summary>A client on a channel, the first turn of which begins the dialog with the options.</summary>
    public DialogTestClient(
        string channelId,
        Dialog targetDialog,
        object initialDialogOptions = null,
        IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null
    )
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState) { }

    /// <summary>A client of an adapter, to which it adds the saving of state and then the middleware given.</summary>
    public DialogTestClient(
        TestAdapter testAdapter,
        Dialog targetDialog,
        object initialDialogOptions = null,
        IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null
    )
    {
        ArgumentNullException.ThrowIfNull(testAdapter);
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        _adapter = testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
        {
            _adapter.Use(middleware);
        }

        _dialogState = ConversationState.CreateProperty<DialogState>("DialogState");
        _dialog = targetDialog;
        _options = initialDialogOptions;
    }

    /// <summary>The context of the last turn; null before the first.</summary>
    public DialogContext DialogContext { get; private set; }

    /// <summary>How the last turn left the dialog; null before the first.</summary>
    public DialogTurnResult DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    /// <summary>Sends an activity and takes the first reply; null if there is none.</summary>
    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await _adapter.ProcessActivityAsync(activity, RunDialogAsync, cancellationToken);
        return GetNextReply<T>();
    }

    /// <summary>Sends a text and takes the first reply; null if there is none.</summary>
    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await _adapter.SendTextToBotAsync(text, RunDialogAsync, cancellationToken);
        return GetNextReply<T>();
    }

    /// <summary>Takes the next reply of the last turn; null when there are no more.</summary>
    public virtual T GetNextReply<T>()
        where T : IActivity => (T)_adapter.GetNextReply();

    private async Task RunDialogAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(_dialogState).Add(_dialog);
        DialogContext = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
        {
            DialogTurnResult = await DialogContext.BeginDialogAsync(_dialog.Id, _options, cancellationToken);
        }
    }
}
