using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;

namespace SpasmBot.Language.Reading;

/// <summary>One place of a text that speaks of a finding, judged.</summary>
/// <param name="Finding">The finding, or a sign that only combinations use.</param>
/// <param name="Presence">What is said of it.</param>
/// <param name="Match">Where, and by which phrase.</param>
/// <param name="Because">The words that deny it or put it in doubt.</param>
internal sealed record FindingMention(string Finding, Presence Presence, PhraseMatch Match, string? Because);
