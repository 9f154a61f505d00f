namespace SpasmBot.Runtime.Dialogs;

/// <summary>A dialog with dialogs, and a stack, inside it.</summary>
public abstract class DialogContainer(string dialogId = null) : Dialog(dialogId)
{
    /// <summary>The dialogs inside.</summary>
    public DialogSet Dialogs { get; protected set; } = new();

    /// <summary>The context of the stack inside, for this dialog on top of the stack of <paramref name="dc"/>.</summary>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    /// <summary>The dialog of that id inside this one; null if there is none.</summary>
    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);
}
