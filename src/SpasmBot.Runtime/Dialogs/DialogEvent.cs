namespace SpasmBot.Runtime.Dialogs;

/// <summary>Something that dialogs are told of.</summary>
public class DialogEvent
{
    /// <summary>Whether the dialogs around the first hear of it too.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}

/// <summary>Names of events that the runtime itself sends.</summary>
public static class DialogEvents
{
    /// <summary>The dialog is about to be cancelled together with the one on top of it.</summary>
    public const string CancelDialog = "cancelDialog";
}
