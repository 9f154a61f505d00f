using System.Collections.Immutable;
using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads own words by the phrases of the protocol.</summary>
internal sealed class OwnWords(FindingReader reader, PhraseData data, Protocol protocol) : IUnderstanding
{
    /// <inheritdoc/>
    public Understood Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var prepared = PreparedText.From(text);
        var reading = reader.Read(prepared, context.Today);
        var mentions = reading.Mentions.Where(mention => protocol.FindFinding(mention.Finding) is not null).ToList();
        var (severity, trend) = StatedSeverity.Find(prepared);
        return new()
        {
            Age = StatedAge.Find(prepared, context.ForWhom, context.Today),
            OnsetDays = new OnsetFinder(reading, data, protocol).Find(),
            Severity = severity,
            Findings = WithImplied(mentions, data.OfTrend(trend)),
            Mentions =
            [
                .. mentions
                    .Select(mention => ToMention(prepared, mention))
                    .DistinctBy(mention => (mention.Finding, mention.Presence, mention.Start, mention.Length)),
            ],
        };
    }

    // Said once, it is there, whatever else the text denies or doubts.
    private ImmutableSortedDictionary<string, Presence> WithImplied(
        IEnumerable<FindingMention> mentions,
        IEnumerable<string> byScore
    )
    {
        var findings = ImmutableSortedDictionary.CreateBuilder<string, Presence>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            Raise(mention.Finding, mention.Presence);
            foreach (
                var implied in mention.Presence == Presence.Present
                    ? protocol.FindFinding(mention.Finding)!.Implies
                    : []
            )
            {
                Raise(implied, Presence.Present);
            }
        }

        foreach (var finding in byScore)
        {
            Raise(finding, Presence.Present);
        }

        return findings.ToImmutable();

        void Raise(string finding, Presence presence) =>
            findings[finding] = findings.TryGetValue(finding, out var known) && known > presence ? known : presence;
    }

    private static Mention ToMention(PreparedText text, FindingMention mention)
    {
        var start = text.Tokens[mention.Match.First].Start;
        var end = text.Tokens[mention.Match.Last].End;
        return new(mention.Finding, mention.Presence, start, end - start, mention.Match.Phrase.Text, mention.Because);
    }
}
