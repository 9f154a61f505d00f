namespace SpasmBot.Dialogs.Checks;

/// <summary>The parts of the check, in the names that a protocol's questions use for them.</summary>
public static class CheckSection
{
    /// <summary>An answer to change, or a sign to ask precisely: before anything else.</summary>
    public const string First = "first";

    /// <summary>For whom, age, guardian, agreement.</summary>
    public const string Person = "person";

    public const string OwnWords = "own-words";
    public const string EmergencySigns = "emergency-signs";
    public const string Where = "where";
    public const string Onset = "onset";
    public const string Pain = "pain";
    public const string Activities = "activities";
    public const string Health = "health";

    /// <summary>Under an emergency answer: what could still raise it.</summary>
    public const string EmergencyMore = "emergency-more";

    /// <summary>Under an emergency answer, after an injury.</summary>
    public const string AfterAssault = "after-assault";

    public const string SelfTests = "self-tests";

    /// <summary>The sections of the check itself, in order.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [First, Person, OwnWords, EmergencySigns, Where, Onset, Pain, Activities, Health];
}
