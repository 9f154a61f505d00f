namespace SpasmBot.Clinical;

/// <summary>
/// How surely a condition holds, so that <c>and</c> is the least and <c>or</c> the greatest of its parts. The order
/// is that of section 1 of the protocol: what "not sure" may and may not decide.
/// </summary>
internal enum Certainty
{
    /// <summary>It does not hold.</summary>
    None,

    /// <summary>Only if an unsure risk factor were present: good for asking on, never for deciding.</summary>
    Doubtful,

    /// <summary>Only if an unsure finding that counts at most as doctor-soon is taken as present.</summary>
    Limited,

    /// <summary>Only if an unsure emergency sign or pregnancy is taken as present.</summary>
    Counted,

    /// <summary>By findings that are present and by numbers alone.</summary>
    Sure,
}
