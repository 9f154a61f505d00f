using SpasmBot.Clinical;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Hears emergency signs by the phrases of the protocol.</summary>
internal sealed class EmergencyPhrases(FindingReader reader) : IEmergencyListener
{
    /// <inheritdoc/>
    public IReadOnlyList<EmergencyHit> Listen(string text, DateOnly today)
    {
        var prepared = PreparedText.From(text);
        return
        [
            .. reader
                .Read(prepared, today)
                .Mentions.Where(mention => mention.Presence != Presence.Absent && reader.IsEmergency(mention.Finding))
                .GroupBy(mention => mention.Finding, StringComparer.Ordinal)
                .Select(mentions => mentions.MaxBy(mention => mention.Presence)!)
                .OrderBy(mention => mention.Match.First)
                .Select(mention => Hit(prepared, mention)),
        ];
    }

    private static EmergencyHit Hit(PreparedText text, FindingMention mention)
    {
        var start = text.Tokens[mention.Match.First].Start;
        var end = text.Tokens[mention.Match.Last].End;
        return new(mention.Finding, mention.Presence, start, end - start, mention.Match.Phrase.Text);
    }
}
