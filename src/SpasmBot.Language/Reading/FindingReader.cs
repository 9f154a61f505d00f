using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language.Reading;

/// <summary>What was read of a text.</summary>
internal sealed record TextReading(Passage Passage, IReadOnlyList<FindingMention> Mentions);

/// <summary>Reads the findings that a text speaks of: the one engine behind emergencies, own words and answers.</summary>
internal sealed class FindingReader
{
    private readonly PhraseBook _book;
    private readonly PhraseData _data;
    private readonly Dictionary<string, string> _groups;
    private readonly Dictionary<string, string> _families;

    public FindingReader(PhraseData data, Protocol protocol)
    {
        _data = data;
        _groups = protocol.Findings.ToDictionary(
            finding => finding.Id,
            finding => finding.Group,
            StringComparer.Ordinal
        );
        _families = FamiliesOf(protocol);
        var english = EnglishRules.Instance;
        var vocabulary = new Vocabulary(english.Fillers, english.RealWords.Concat(data.RealWords), data.Shorthand);
        _book = PhraseBook.From(english.Cues.Concat(data.Phrases), vocabulary);
    }

    /// <summary>The group of emergency signs, as the protocol names it.</summary>
    public const string EmergencyGroup = "emergency-signs";

    private const int NearBeginning = 4;
    private const string Onset = "onset";
    private const string Activities = "activities";
    private const string Relief = "relief";

    public bool IsEmergency(string finding) => _groups.GetValueOrDefault(finding) == EmergencyGroup;

    private bool TellsOfStart(string finding) => _groups.GetValueOrDefault(finding) is "where" or "onset";

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="today">The person's date.</param>
    /// <param name="answersFor">Findings of the open question, for which also the phrases count that only answers have.</param>
    public TextReading Read(PreparedText text, DateOnly today, IReadOnlySet<string>? answersFor = null)
    {
        var read = _book.Prepare(text);
        var matches = _book.Find(read);
        var idioms = matches.Where(match => match.Phrase.Kind == PhraseKind.Idiom).ToList();
        var cues = new CueMap(read.Count, matches.Where(match => !IsOfAnyFinding(match)));
        var effects = new Effects(read, cues);
        var passage = new Passage(
            read,
            cues,
            [
                .. matches.Where(match =>
                    (
                        match.Phrase.Kind != PhraseKind.Answers
                        || answersFor?.Contains(match.Phrase.Id) == true
                        || IsAffecting(match, effects)
                    ) && !(IsOfAnyFinding(match) && idioms.Exists(idiom => Overlap(idiom, match)))
                ),
            ],
            TimeScanner.Find(text, today)
        );
        var mentions = new Judgement(passage, _data, IsEmergency, TellsOfStart)
            .Judge()
            .ConvertAll(mention => ByEffect(mention, effects, read));
        mentions.RemoveAll(mention => mention is null);
        return Settled(passage, mentions!);
    }

    private TextReading Settled(Passage passage, List<FindingMention> mentions)
    {
        mentions = WithoutInner(mentions);
        var beside = ByToken(mentions);
        mentions = [.. mentions.Where(mention => !IsPartOfDenied(mention, beside))];
        mentions.AddRange(Combined(mentions));
        mentions.RemoveAll(mention => IsOutdone(mention, mentions));
        return new(passage, mentions);
    }

    // "Booked off, I can't cook": what stops daily life also disturbs it, and says so already.
    private bool IsOutdone(FindingMention mention, List<FindingMention> mentions) =>
        mention.Presence != Presence.Absent
        && _data.SettingsOf(mention.Finding).LessThan is { } more
        && mentions.Exists(other => other.Finding == more && other.Presence == Presence.Present);

    // What is only a word for an activity or a remedy counts where the sentence says what it does to the pain.
    private bool IsAffecting(PhraseMatch match, Effects effects) =>
        effects.Of(match.First) switch
        {
            Effect.Worsens or Effect.Spares => IsActivity(match.Phrase.Id),
            Effect.Eases or Effect.Fails => _groups.GetValueOrDefault(match.Phrase.Id) == Relief,
            _ => false,
        };

    private string? GroupOf(string finding) =>
        _data.SettingsOf(finding).IsTrigger ? Activities : _groups.GetValueOrDefault(finding);

    private bool IsActivity(string finding) => GroupOf(finding) == Activities;

    // "Pills don't help", "driving is no problem": not there, whatever the phrase says.
    private FindingMention? ByEffect(FindingMention mention, Effects effects, ReadText text) =>
        (GroupOf(mention.Finding), EffectOn(mention.Match, effects)) switch
        {
            (Relief, Effect.Fails) when TellsOfFailure(mention.Match, text) => mention,
            (Relief, Effect.Fails) or (Activities, Effect.Spares or Effect.Fails) => mention with
            {
                Presence = Presence.Absent,
            },
            // "Picking up my child makes it worse" tells of no beginning.
            (Onset, Effect.Worsens)
                when mention.Presence == Presence.Present && !TellsOfBeginning(mention.Match, text) => null,
            (Activities, Effect.Eases) when mention.Presence == Presence.Present => null,
            _ => mention,
        };

    // A phrase that has its own verb is only turned round by the words beside it.
    private static Effect EffectOn(PhraseMatch match, Effects effects) =>
        match.Phrase.Kind == PhraseKind.Answers ? effects.Of(match.First) : effects.OwnOf(match.First);

    private static bool TellsOfBeginning(PhraseMatch match, ReadText text) =>
        Enumerable
            .Range(Math.Max(0, match.First - NearBeginning), match.Last - match.First + 1 + NearBeginning)
            .Any(at =>
                text.Word(at) is { Length: > 3 } word && word.EndsWith("ed", StringComparison.Ordinal)
                || text.Word(at)
                    is "since"
                        or "after"
                        or "from"
                        or "began"
                        or "start"
                        or "came"
                        or "was"
                        or "were"
                        or "did"
                        or "ago"
                        or "went"
                        or "had"
                        or "fell"
                        or "bent"
                        or "woke"
                        or "sat"
                        or "drove"
                        or "stood"
                        or "sudden"
                        or "slowly"
                        or "gradually"
                        or "nowhere"
                        or "no"
                        or "cant"
                        or "dont"
                        or "didnt"
                        or "nothing"
            )
        // "Sitting at the computer did it".
        || Enumerable
            .Range(match.Last + 1, NearBeginning)
            .Any(at => text.Word(at) is "did" or "caused" && text.Word(at + 1) is "it" or "this" or "that");

    // "Nothing helps", "can't get comfortable": the words themselves tell of what fails.
    private static bool TellsOfFailure(PhraseMatch match, ReadText text) =>
        match.Used.Any(at =>
            text.Word(at)
                is "nothing"
                    or "no"
                    or "not"
                    or "zero"
                    or "niks"
                    or "without"
                    or "cant"
                    or "cannot"
                    or "couldnt"
                    or "whatever"
                    or "tried"
                    or "still"
        );

    private static bool IsOfAnyFinding(PhraseMatch match) => PhraseKind.IsOfFinding(match.Phrase.Kind);

    private static bool Overlap(PhraseMatch idiom, PhraseMatch match) =>
        match.Used.Any(at => at >= idiom.First && at <= idiom.Last);

    private static ILookup<int, FindingMention> ByToken(IEnumerable<FindingMention> mentions) =>
        mentions
            .SelectMany(mention => mention.Match.Used.Select(at => (at, mention)))
            .ToLookup(place => place.at, place => place.mention);

    // "Shoulder" inside "shoulder blade" says nothing of its own.
    private List<FindingMention> WithoutInner(List<FindingMention> mentions)
    {
        var beside = ByToken(mentions);
        return [.. mentions.Where(mention => !beside[mention.Match.Used[0]].Any(other => Covers(other, mention)))];
    }

    private bool Covers(FindingMention other, FindingMention mention) =>
        !ReferenceEquals(other, mention)
        && IsInside(mention.Match, other.Match)
        && (
            other.Finding == mention.Finding
            || mention.Match.Phrase.Kind == PhraseKind.OnlyDenied
            || (Family(other) == Family(mention) && other.Presence >= mention.Presence && !IsOfParts(other.Match))
        );

    // "Heartburn after supper and my back hurts with it": each part of "a && b" still says its own.
    private static bool IsOfParts(PhraseMatch match) => match.Phrase.Text.Contains('&', StringComparison.Ordinal);

    // "No headache with blurred vision" denies both; an emergency sign stands where any of its words do.
    private bool IsPartOfDenied(FindingMention mention, ILookup<int, FindingMention> beside) =>
        mention.Presence != Presence.Absent
        && !IsEmergency(mention.Finding)
        && mention
            .Match.Used.SelectMany(at => beside[at])
            .Any(other =>
                other.Finding == mention.Finding
                && other.Presence == Presence.Absent
                && other.Match.First < mention.Match.First
            );

    private string Family(FindingMention mention) => _families.GetValueOrDefault(mention.Finding, mention.Finding);

    // Findings of a group that stand for the same kind of thing: the places ("at-…"), the sides ("side-…"). A beginning
    // of an id that several share tells them apart.
    private static Dictionary<string, string> FamiliesOf(Protocol protocol)
    {
        const int Several = 3;
        var shared = protocol
            .Findings.CountBy(finding => finding.Id.Split('-')[0], StringComparer.Ordinal)
            .Where(beginning => beginning.Value >= Several)
            .Select(beginning => beginning.Key)
            .ToHashSet(StringComparer.Ordinal);
        return protocol.Findings.ToDictionary(
            finding => finding.Id,
            finding =>
                shared.Contains(finding.Id.Split('-')[0])
                    ? $"{finding.Group} {finding.Id.Split('-')[0]}"
                    : finding.Group,
            StringComparer.Ordinal
        );
    }

    private static bool IsInside(PhraseMatch inner, PhraseMatch outer) =>
        inner.First >= outer.First
        && inner.Last <= outer.Last
        && inner.Used.Count < outer.Used.Count
        && inner.Used.All(outer.Used.Contains);

    // Findings that several signs make up between them, wherever in the text they stand.
    private IEnumerable<FindingMention> Combined(List<FindingMention> mentions)
    {
        foreach (var combination in _data.Combinations)
        {
            var parts = combination
                .AllOf.Select(group => Strongest(mentions.Where(mention => group.Contains(mention.Finding))))
                .ToList();
            if (!parts.Contains(null) && !IsUnsureImplication(parts))
            {
                var weakest = parts.MinBy(part => part!.Presence)!;
                yield return weakest with
                {
                    Finding = combination.Finding,
                };
            }
        }
    }

    // What one finding brings with it alone, it brings only when it is sure.
    private bool IsUnsureImplication(List<FindingMention?> parts) =>
        parts is [{ Presence: not Presence.Present } only] && _groups.ContainsKey(only.Finding);

    private static FindingMention? Strongest(IEnumerable<FindingMention> mentions) =>
        mentions.Where(mention => mention.Presence != Presence.Absent).MaxBy(mention => mention.Presence);
}
