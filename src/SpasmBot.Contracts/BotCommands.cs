namespace SpasmBot.Contracts;

/// <summary>Commands a client sends as <c>{ "command": "…" }</c>, and that people type in their own words.</summary>
public static class BotCommands
{
    /// <summary>Forget the last answer and ask it again.</summary>
    public const string Back = "back";

    /// <summary>Change an earlier answer; with <c>question</c>, that one; without, show the answers to choose from.</summary>
    public const string Change = "change";

    public const string Restart = "restart";

    public const string Help = "help";

    /// <summary>Why is the open question asked.</summary>
    public const string Why = "why";

    public const string Person = "person";

    public const string Stop = "stop";

    /// <summary>An emergency sign was ticked by mistake: it is asked again precisely.</summary>
    public const string Mistake = "mistake";

    /// <summary>See, change or cancel a booking request.</summary>
    public const string Booking = "booking";

    /// <summary>Delete this conversation.</summary>
    public const string Forget = "forget";

    /// <summary>Show where the conversation stands again: the open question, or what was last said.</summary>
    public const string Resume = "resume";
}
