using System.Collections.Frozen;
using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;

namespace SpasmBot.Language.English;

/// <summary>The general words of English that come with the product (<c>english.yaml</c>).</summary>
internal sealed class EnglishRules
{
    private const string Resource = "SpasmBot.Language.English.english.yaml";

    private static readonly Lazy<EnglishRules> Loaded = new(Load);

    private readonly FrozenSet<string> _realWords;

    private EnglishRules(
        IReadOnlyList<string> fillers,
        IReadOnlyList<string> realWords,
        IReadOnlyList<(Phrase, PatternNode)> cues
    )
    {
        Fillers = fillers;
        RealWords = realWords;
        _realWords = realWords.ToFrozenSet(StringComparer.Ordinal);
        Cues = cues;
    }

    public static EnglishRules Instance => Loaded.Value;

    /// <summary>Words that may stand between the words of a pattern.</summary>
    public IReadOnlyList<string> Fillers { get; }

    /// <summary>Words that are never taken for a mistyped one.</summary>
    public IReadOnlyList<string> RealWords { get; }

    /// <summary>Whether a word is right as it stands, though it looks or sounds like another.</summary>
    public bool IsRealWord(string word) => _realWords.Contains(word);

    /// <summary>What denies, doubts, supposes …; the kind is the name in the file (<see cref="Cue"/>).</summary>
    public IReadOnlyList<(Phrase Phrase, PatternNode Pattern)> Cues { get; }

    private static EnglishRules Load()
    {
        using var stream =
            typeof(EnglishRules).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var errors = new List<ProtocolError>();
        var yaml = new YamlText("english.yaml", errors);
        var fillers = new List<string>();
        var realWords = new List<string>();
        var cues = new List<(Phrase, PatternNode)>();
        var none = new Dictionary<string, PatternNode>(StringComparer.Ordinal);
        foreach (var (name, value) in yaml.Open(reader.ReadToEnd()) is { } root ? yaml.Entries(root) : [])
        {
            if (name == "fillers")
            {
                fillers.AddRange(yaml.Words(value));
            }
            else if (name == "real_words")
            {
                realWords.AddRange(yaml.Words(value));
            }
            else
            {
                foreach (var line in yaml.Lines(value))
                {
                    if (PatternParser.TryParse(line.Text, none, out var pattern, out var error))
                    {
                        cues.Add((new(name, "", line.Text), pattern));
                    }
                    else
                    {
                        yaml.Error(line.Line, error);
                    }
                }
            }
        }

        return errors.Count == 0
            ? new(fillers, realWords, cues)
            : throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
    }
}
