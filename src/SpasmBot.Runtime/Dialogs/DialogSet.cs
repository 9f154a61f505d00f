using System.Globalization;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Dialogs that can begin each other by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);
    private readonly IStatePropertyAccessor<DialogState> _dialogState;

    /// <summary>Dialogs whose stack is kept in that property.</summary>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState) =>
        _dialogState = dialogState ?? throw new ArgumentNullException(nameof(dialogState));

    /// <summary>Dialogs whose stack somebody else keeps.</summary>
    public DialogSet() { }

    /// <summary>Adds a dialog. If another has its id, the new one gets the next free of id2, id3 and so on. Adding the same dialog again does nothing.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_dialogs.TryGetValue(dialog.Id, out var known) && ReferenceEquals(known, dialog))
        {
            return this;
        }

        var id = dialog.Id;
        for (var suffix = 2; _dialogs.ContainsKey(dialog.Id); suffix++)
        {
            dialog.Id = id + suffix.ToString(CultureInfo.InvariantCulture);
        }

        _dialogs.Add(dialog.Id, dialog);
        return this;
    }

    /// <summary>The dialog of that id; null if it is not in this set.</summary>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    /// <summary>What changes when any dialog of the set changes its version.</summary>
    public virtual string GetVersion() =>
        string.Join('|', _dialogs.Select(static d => $"{d.Key}:{d.Value.GetVersion()}"));

    /// <summary>The context of a turn over the stack that is stored.</summary>
    /// <exception cref="InvalidOperationException">The set was made without a property to keep the stack in.</exception>
    public async Task<DialogContext> CreateContextAsync(
        ITurnContext turnContext,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null)
        {
            throw new InvalidOperationException("The dialog set has no property to keep its stack in.");
        }

        var state = await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }
}
