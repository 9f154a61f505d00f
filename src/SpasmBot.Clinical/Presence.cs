namespace SpasmBot.Clinical;

/// <summary>What a person said of a finding, weakest first: a later value never makes an answer less urgent.</summary>
public enum Presence
{
    /// <summary>Said not to be there.</summary>
    Absent,

    /// <summary>The person does not know.</summary>
    Unsure,

    /// <summary>Said to be there.</summary>
    Present,
}
