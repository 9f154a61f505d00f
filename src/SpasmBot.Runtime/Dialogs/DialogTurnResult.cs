using System.Text.Json.Serialization;
using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>How the turn left the stack.</summary>
public enum DialogTurnStatus
{
    /// <summary>No dialog is active.</summary>
    Empty,

    /// <summary>The active dialog waits for the next activity.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>The stack was cancelled.</summary>
    Cancelled,

    /// <summary>The dialog is done with the turn, but not with its work.</summary>
    CompleteAndWait,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    /// <summary>It begins.</summary>
    BeginCalled,

    /// <summary>A new turn.</summary>
    ContinueCalled,

    /// <summary>A dialog that it began has ended.</summary>
    EndCalled,

    /// <summary>Another takes its place.</summary>
    ReplaceCalled,

    /// <summary>It is cancelled.</summary>
    CancelCalled,

    /// <summary>The step before went on without waiting.</summary>
    NextCalled,
}

/// <summary>What a dialog returns to whoever called it.</summary>
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    /// <summary>The result of the dialog that ended; null while it waits.</summary>
    public object Result { get; set; } = result;

    /// <summary>True when the parent of the dialog ended in this turn too.</summary>
    public bool ParentEnded { get; set; }
}

/// <summary>A dialog on the stack, with what it remembers.</summary>
public class DialogInstance
{
    public string Id { get; set; }

    /// <summary>What the dialog remembers between turns; it must be possible to write it as JSON.</summary>
    [JsonConverter(typeof(StateEntriesConverter))]
    public IDictionary<string, object> State
    {
        get => field ??= new Dictionary<string, object>(StringComparer.Ordinal);
        set;
    }

    /// <summary>Set while the stack is looked at from a parent: how deep the dialog is.</summary>
    public int? StackIndex { get; set; }

    public string Version { get; set; }
}

/// <summary>A dialog stack as it is stored, the active dialog first.</summary>
public class DialogState
{
    public DialogState()
        : this(stack: null) { }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    public List<DialogInstance> DialogStack { get; set; }
}
