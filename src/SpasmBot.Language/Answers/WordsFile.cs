using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;

namespace SpasmBot.Language;

/// <summary>Commands and plain answers as <c>commands.yaml</c> has them, found as whole messages.</summary>
internal sealed class WordsFile
{
    public const string FileName = "commands.yaml";

    public const string Commands = "commands";
    public const string Answers = "answers";
    public const string RemarkKind = "remarks";
    private const string LanguagesKey = "other-languages";
    private static readonly string[] KnownRemarks = ["about-bot", "my-data", "own-medicine", "abuse", "orders"];

    private static readonly string[] KnownAnswers =
    [
        "none",
        "unsure",
        "skip",
        "yes",
        "no",
        "all",
        "both",
        "rest",
        "except",
    ];

    private static readonly Dictionary<string, PatternNode> NoLists = new(StringComparer.Ordinal);

    private readonly PhraseBook _book;
    private readonly HashSet<string> _polite;

    private WordsFile(PhraseBook book, HashSet<string> polite, IReadOnlyList<IReadOnlySet<string>> languages)
    {
        _book = book;
        _polite = polite;
        Languages = languages;
    }

    /// <summary>Small words of each language that is not understood.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Languages { get; }

    /// <summary>Whether the word may stand around an answer without changing it.</summary>
    public bool IsPolite(string word) => _polite.Contains(word);

    /// <summary>Reads the file; what is wrong is added to the errors.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="realWords">Words that are never taken for a mistyped word of this file: "fever" is not "never".</param>
    /// <param name="errors">Where errors go.</param>
    public static WordsFile Read(string text, IEnumerable<string> realWords, List<ProtocolError> errors)
    {
        var yaml = new YamlText(FileName, errors);
        var phrases = new List<(Phrase, PatternNode)>();
        var polite = new HashSet<string>(StringComparer.Ordinal);
        var languages = new List<IReadOnlySet<string>>();
        foreach (
            var (name, value) in yaml.Open(text) is { } root
                ? yaml.Entries(root, "polite", Commands, Answers, RemarkKind, LanguagesKey)
                : []
        )
        {
            if (name == "polite")
            {
                polite.UnionWith(yaml.Words(value));
                continue;
            }

            if (name == LanguagesKey)
            {
                languages.AddRange(yaml.Entries(value).Select(language => Normalised(yaml.Words(language.Value))));
                continue;
            }

            string[] known = name switch
            {
                Answers => KnownAnswers,
                RemarkKind => KnownRemarks,
                _ => [],
            };
            foreach (var (id, lines) in yaml.Entries(value, known))
            {
                AddPatterns(yaml, new(name, id, ""), yaml.Lines(lines), phrases);
            }
        }

        // Small words count here: "no" is all of an answer. Only politeness may be left out.
        var english = EnglishRules.Instance;
        var vocabulary = new Vocabulary(polite, [.. english.RealWords, .. english.Fillers, .. realWords], []);
        return new(PhraseBook.From(phrases, vocabulary), polite, languages);
    }

    /// <summary>The text as the phrases of this file see it.</summary>
    public ReadText Prepare(Text.PreparedText text) => _book.Prepare(text);

    /// <summary>The ids of this kind that the whole message is, the one with the most words of its own first.</summary>
    public IReadOnlyList<string> Whole(ReadText text, string kind) =>
        [
            .. _book
                .Find(text)
                .Where(match => match.Phrase.Kind == kind && IsWhole(text, match))
                .OrderByDescending(match => match.Used.Count)
                .Select(match => match.Phrase.Id)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Where an answer stands, as a part of the message.</summary>
    public IEnumerable<PhraseMatch> Parts(ReadText text, string answer) =>
        _book.Find(text).Where(match => match.Phrase.Kind == Answers && match.Phrase.Id == answer);

    /// <summary>Whether this stands anywhere in the message.</summary>
    public bool Has(ReadText text, string kind, string id) =>
        _book.Find(text).Any(match => match.Phrase.Kind == kind && match.Phrase.Id == id);

    private static HashSet<string> Normalised(IEnumerable<string> words) =>
        [.. words.SelectMany(word => Text.PreparedText.From(word).Tokens).Select(token => token.Value)];

    private bool IsWhole(ReadText text, PhraseMatch match)
    {
        for (var at = 0; at < text.Count; at++)
        {
            var isOutside = at < match.First || at > match.Last;
            if (isOutside && !text.IsMark(at) && !_polite.Contains(text.Word(at)))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddPatterns(
        YamlText yaml,
        Phrase phrase,
        IEnumerable<SourceLine> lines,
        List<(Phrase, PatternNode)> phrases
    )
    {
        foreach (var line in lines)
        {
            if (PatternParser.TryParse(line.Text, NoLists, out var pattern, out var error))
            {
                phrases.Add((phrase with { Text = line.Text }, pattern));
            }
            else
            {
                yaml.Error(line.Line, $"{error}: {line.Text}");
            }
        }
    }
}
