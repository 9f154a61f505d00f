using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>Hears emergency signs in whatever is typed, at any step.</summary>
public interface IEmergencyListener
{
    /// <summary>
    /// The emergency signs that the text says are there, or may be there. Signs that it denies, tells of somebody
    /// else's past or only asks about are not in the list.
    /// </summary>
    /// <param name="text">What was typed, any length, any content.</param>
    /// <param name="today">The person's date: "three days ago" counts from it.</param>
    /// <returns>At most one hit a finding, in the order of the text; empty when there is none.</returns>
    IReadOnlyList<EmergencyHit> Listen(string text, DateOnly today);
}

/// <summary>One emergency sign that was heard.</summary>
/// <param name="Finding">The finding id.</param>
/// <param name="Presence"><see cref="Presence.Present"/> or <see cref="Presence.Unsure"/>.</param>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Phrase">The phrase of the phrase file that fits, so that a clinician can see why.</param>
public sealed record EmergencyHit(string Finding, Presence Presence, int Start, int Length, string Phrase);
