using System.Collections.Immutable;
using SpasmBot.Clinical;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>
/// What a reply says beside the answer. Words that are spent on the answer say nothing else: under "getting better or
/// worse?", "slowly on the mend" tells no slow beginning. A present emergency sign is always kept.
/// </summary>
internal sealed class BesideAnswer(
    Protocol protocol,
    AskedQuestion asked,
    Reply reply,
    Understood said,
    PreparedText text
)
{
    private const int FewWords = 6;
    private const string Onset = "onset";
    private const string Activities = "activities";

    private readonly HashSet<string> _options = [.. asked.Options.Select(option => option.Id), .. asked.AlsoSettles];

    private bool IsAboutActivities =>
        asked.Options.Count > 0
        && asked.Options.All(option => protocol.FindFinding(option.Id) is null or { Group: Activities });

    /// <summary>The findings of the own words that the answer leaves standing.</summary>
    public ImmutableSortedDictionary<string, Presence> Findings(IReadOnlyDictionary<string, Presence> answered) =>
        said
            .Findings.Where(finding =>
                !answered.ContainsKey(finding.Key) && !IsSpent(finding.Key, finding.Value, answered)
            )
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The age beside another answer: "five weeks, I'm 58 by the way".</summary>
    public int? Age => IsNumberSpent(said.Age) ? null : said.Age;

    /// <summary>The severity beside another answer.</summary>
    public int? Severity => IsNumberSpent(said.Severity) ? null : said.Severity;

    /// <summary>The beginning beside another answer; a bare length is the answer itself.</summary>
    public int? OnsetDays
    {
        get
        {
            var time = TimeScanner.Find(text, default(DateOnly).AddYears(2000)) is [var only] ? only : null;
            var isAll =
                time is not null
                && Enumerable
                    .Range(0, text.Tokens.Count)
                    .All(at => (at >= time.First && at <= time.Last) || !text.Tokens[at].IsWordOrNumber);
            var isOfPain =
                asked.Kind != AnswerKind.YesNo
                || text.Tokens.Any(token => token.Value is "pain" or "back" or "sore" or "hurts" or "spasm" or "ache");
            var isBeginning =
                asked.Sets is null || text.Tokens.Any(token => token.Value is "since" or "started" or "began");
            return isOfPain && isBeginning && !isAll && !IsNumberSpent(said.OnsetDays) ? said.OnsetDays : null;
        }
    }

    // "4" under a list is the fourth, and under a number that number.
    private bool IsNumberSpent(int? number) =>
        number is null
        || !text.Tokens.Any(token => token.Kind == TokenKind.Word)
        || (reply is Reply.Number read && (int)Math.Round(read.Value, MidpointRounding.AwayFromZero) == number)
        || reply is Reply.Ticks { Remainder: "" };

    private bool IsSpent(string finding, Presence presence, IReadOnlyDictionary<string, Presence> answered)
    {
        var group = protocol.FindFinding(finding)?.Group;
        if (
            _options.Contains(finding)
            || (group == FindingReader.EmergencyGroup && presence != Presence.Absent)
            || (
                presence == Presence.Present && protocol.FindFinding(finding)?.Implies.Any(answered.ContainsKey) == true
            )
        )
        {
            return false;
        }

        var mentions = said.Mentions.Where(mention => mention.Finding == finding).ToList();
        return reply switch
        {
            // "After tennis" under "what makes it worse?" tells of no beginning.
            Reply.Ticks when group == Onset && IsAboutActivities => true,
            Reply.Number => finding.StartsWith("side-", StringComparison.Ordinal) && !HasPlace(),
            Reply.Ticks { Remainder: "", Presences.Count: > 0 } => mentions.Count > 0,
            Reply.Ticks or Reply.Yes or Reply.No => mentions.Count > 0
                && mentions.TrueForAll(mention =>
                    IsAll(mention) || IsInAnswer(mention) || IsOfTitle(mention) || IsManner(mention, group)
                ),
            _ => false,
        };
    }

    // "Now and then" is all of the answer to "do you sweat at night?".
    private bool IsAll(Mention mention) =>
        reply is Reply.Yes or Reply.No
        && text.Tokens.All(token =>
            !token.IsWordOrNumber || (token.Start >= mention.Start && token.End <= mention.Start + mention.Length)
        );

    private bool HasPlace() => said.Findings.Keys.Any(id => id.StartsWith("at-", StringComparison.Ordinal));

    // All its words that carry a meaning stand in words that speak of an option.
    private bool IsInAnswer(Mention mention)
    {
        var words = WordsOf(mention);
        return said.Mentions.Any(other =>
            _options.Contains(other.Finding)
            && words.TrueForAll(word => word.Start >= other.Start && word.End <= other.Start + other.Length)
        );
    }

    // "Yes, but only when lifting" under "does lifting make it worse?".
    private bool IsOfTitle(Mention mention)
    {
        if (asked.Options is not [var only])
        {
            return false;
        }

        var title = TitleWords.Of(only.Title);
        return WordsOf(mention)
            .TrueForAll(word => title.Any(other => TitleWords.Distance(word.Value, other) is not null));
    }

    // "Slowly", "suddenly": how the answer goes on, where the beginning is not what is asked.
    private bool IsManner(Mention mention, string? group) =>
        group == Onset
        && !asked.Id.StartsWith(Onset, StringComparison.Ordinal)
        && !text.Original.AsSpan(mention.Start, mention.Length).Contains(' ')
        && text.Tokens.Count <= FewWords;

    private List<Token> WordsOf(Mention mention) =>
        [
            .. text.Tokens.Where(token =>
                token.IsWordOrNumber
                && token.Start >= mention.Start
                && token.End <= mention.Start + mention.Length
                && !TitleWords.IsLight(token.Value)
                && token.Value is not ("when" or "after" or "while" or "from" or "down" or "up")
            ),
        ];
}
