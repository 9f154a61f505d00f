using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Everything that reads text for one protocol, built once at start; immutable and safe for many threads.</summary>
public sealed class LanguagePack
{
    private const string Phrases = "phrases.yaml";

    private readonly FrozenSet<string> _wide;

    private LanguagePack(PhraseData phrases, WordsFile words, KnowledgeData knowledge, Protocol protocol)
    {
        var reader = new FindingReader(phrases, protocol);
        Answers = new(words, reader);
        Commands = new(words);
        Remarks = new(words);
        Emergencies = new EmergencyPhrases(reader);
        OwnWords = new OwnWords(reader, phrases, protocol);
        Knowledge = new(knowledge);
        Questions = new(Knowledge, OwnWords, protocol);
        Prompted = new(Answers, OwnWords, protocol);
        _wide = phrases
            .Settings.Where(finding => finding.Value.IsWide)
            .Select(finding => finding.Key)
            .ToFrozenSet(StringComparer.Ordinal);
        Sayable = phrases
            .Phrases.Select(pair => pair.Phrase)
            .Where(phrase => phrase.Kind is PhraseKind.Says or PhraseKind.Answers)
            .Select(phrase => phrase.Id)
            .Concat(phrases.Combinations.Select(combination => combination.Finding))
            .Where(id => protocol.FindFinding(id) is not null)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The findings that some phrase brings, so that a person can say them.</summary>
    public IReadOnlySet<string> Sayable { get; }

    /// <summary>
    /// Whether a denial in words leaves nothing to ask about the finding. One that covers several signs ("chest
    /// pressure": also a cold sweat, pain in arm or jaw) is not settled by "no chest pain".
    /// </summary>
    public bool IsSettledByDenial(string finding) => !_wide.Contains(finding);

    public AnswerReader Answers { get; }

    public IEmergencyListener Emergencies { get; }

    public IUnderstanding OwnWords { get; }

    public Commands Commands { get; }

    public Remarks Remarks { get; }

    public KnowledgeBase Knowledge { get; }

    /// <summary>Free questions outside a conversation.</summary>
    public FreeQuestions Questions { get; }

    /// <summary>Text under a question outside a conversation.</summary>
    public PromptedReading Prompted { get; }

    /// <summary>Builds now what the first typed words and the first question would otherwise wait for.</summary>
    public void Prepare()
    {
        // A mistyped word, because the index of spellings is built for the first of them.
        OwnWords.Read("Stifness", new ReadingContext(DateOnly.MinValue));
        Knowledge.Prepare();
    }

    /// <summary>Reads the phrases, commands and knowledge; reports every error, never only the first.</summary>
    /// <param name="protocolFiles">The texts of the protocol folder by path inside it (<c>phrases.yaml</c>, <c>knowledge/*.md</c>).</param>
    /// <param name="commandsYaml">The text of <c>words/en/commands.yaml</c>.</param>
    /// <param name="protocol">The checked protocol; phrases may only name its findings.</param>
    public static LanguageLoadResult Load(
        IReadOnlyDictionary<string, string> protocolFiles,
        string commandsYaml,
        Protocol protocol
    )
    {
        ArgumentNullException.ThrowIfNull(protocolFiles);
        ArgumentNullException.ThrowIfNull(commandsYaml);
        ArgumentNullException.ThrowIfNull(protocol);
        var errors = new List<ProtocolError>();
        if (!protocolFiles.TryGetValue(Phrases, out var phrasesYaml))
        {
            return new(Pack: null, [new(Phrases, 1, "the file is missing")]);
        }

        var phrases = PhraseFile.Read(Phrases, phrasesYaml, protocol, errors);
        var words = WordsFile.Read(commandsYaml, [.. phrases.Words, .. WordsOnScreen(protocol)], errors);
        var knowledge = KnowledgeLoader.Read(protocolFiles, errors);
        return errors.Count > 0
            ? new(Pack: null, errors)
            : new(new LanguagePack(phrases, words, knowledge, protocol), []);
    }

    private static IEnumerable<string> WordsOnScreen(Protocol protocol) =>
        protocol
            .Questions.SelectMany(question => question.Options)
            .Select(option => option.Title)
            .Concat(protocol.Findings.Select(finding => finding.Label))
            .SelectMany(title => PreparedText.From(title).Tokens)
            .Select(token => token.Value);
}

/// <summary>A language pack, or all the errors that stand in its way.</summary>
public sealed record LanguageLoadResult(LanguagePack? Pack, IReadOnlyList<ProtocolError> Errors)
{
    [MemberNotNullWhen(true, nameof(Pack))]
    public bool IsValid => Pack is not null && Errors.Count == 0;
}
