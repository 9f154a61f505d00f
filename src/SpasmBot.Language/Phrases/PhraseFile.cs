using System.Globalization;
using SpasmBot.Clinical;
using YamlDotNet.RepresentationModel;

namespace SpasmBot.Language.Phrases;

/// <summary>How a finding is read beyond its phrases.</summary>
internal sealed record FindingSettings
{
    public static FindingSettings Default { get; } = new();

    /// <summary>Whether it counts although it is long past, or somebody's history (risk factors).</summary>
    public bool CountsWhenPast { get; init; }

    /// <summary>Whether it tells of an earlier time: a time beside it is not the beginning of this one.</summary>
    public bool IsAboutEarlier { get; init; }

    /// <summary>Whether an emergency sign begins what the check is about: the time beside it is the onset.</summary>
    public bool IsOnset { get; init; }

    /// <summary>Whether it is what an activity does to the pain: "breathing in is fine" denies it.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>A finding that says the same more strongly: where it is there, this one adds nothing.</summary>
    public string? LessThan { get; init; }

    /// <summary>The change of the pain score that says the same: "was a 9, now a 4".</summary>
    public ScoreTrend Trend { get; init; }

    /// <summary>Days after which an event no longer counts; null: no limit.</summary>
    public int? WithinDays { get; init; }

    /// <summary>
    /// Whether it covers more than a denial of one part speaks of: "no chest pain" says nothing of a cold sweat.
    /// </summary>
    public bool IsWide { get; init; }

    /// <summary>Whether it is a state, which is there or over, and no event or history.</summary>
    public bool IsState => !CountsWhenPast && WithinDays is null && Over.Count == 0;

    /// <summary>
    /// What it is instead when it is over: the finding by the most days since, nearest first; an empty one for nothing.
    /// </summary>
    public IReadOnlyList<(int Days, string Finding)> Over { get; init; } = [];
}

/// <summary>A finding that is there when one of each group is.</summary>
internal sealed record Combination(string Finding, IReadOnlyList<IReadOnlyList<string>> AllOf);

/// <summary>The phrases of a protocol.</summary>
internal sealed record PhraseData
{
    public required IReadOnlyList<(Phrase Phrase, PatternNode Pattern)> Phrases { get; init; }

    public required IReadOnlyDictionary<string, FindingSettings> Settings { get; init; }

    public required IReadOnlyList<Combination> Combinations { get; init; }

    /// <summary>Typed forms and the words they stand for.</summary>
    public required IReadOnlyDictionary<string, string[]> Shorthand { get; init; }

    public required IReadOnlyList<string> RealWords { get; init; }

    /// <summary>Every word that a phrase names, for those who must not take one for a mistyped other.</summary>
    public IReadOnlySet<string> Words
    {
        get
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            // A list is one part of very many patterns.
            var seen = new HashSet<PatternNode>(ReferenceEqualityComparer.Instance);
            foreach (var (_, pattern) in Phrases)
            {
                Collect(pattern);
            }

            return words;

            void Collect(PatternNode node)
            {
                if (node is PatternNode.Word word)
                {
                    words.Add(word.Text);
                }
                else if (seen.Add(node))
                {
                    foreach (var part in node.Parts)
                    {
                        Collect(part);
                    }
                }
            }
        }
    }

    /// <summary>The findings that a change of the pain score tells of.</summary>
    public IEnumerable<string> OfTrend(ScoreTrend trend) =>
        trend == ScoreTrend.None
            ? []
            : Settings.Where(finding => finding.Value.Trend == trend).Select(finding => finding.Key);

    public FindingSettings SettingsOf(string finding) => Settings.GetValueOrDefault(finding, FindingSettings.Default);
}

/// <summary>Reads <c>phrases.yaml</c>.</summary>
internal sealed class PhraseFile
{
    private readonly YamlText _yaml;
    private readonly HashSet<string> _findings;
    private readonly HashSet<string> _signs = new(StringComparer.Ordinal);
    private readonly PatternLists _lists;
    private readonly List<(Phrase, PatternNode)> _phrases = [];
    private readonly Dictionary<string, FindingSettings> _settings = new(StringComparer.Ordinal);
    private readonly List<Combination> _combinations = [];
    private readonly Dictionary<string, string[]> _shorthand = new(StringComparer.Ordinal);
    private readonly List<string> _realWords = [];

    private PhraseFile(string file, IEnumerable<string> findings, List<ProtocolError> errors)
    {
        _yaml = new(file, errors);
        _findings = new(findings, StringComparer.Ordinal);
        _lists = new(_yaml);
    }

    /// <summary>The phrases; what is wrong is added to the errors.</summary>
    public static PhraseData Read(string file, string text, Protocol protocol, List<ProtocolError> errors)
    {
        var reader = new PhraseFile(file, protocol.Findings.Select(finding => finding.Id), errors);
        if (reader._yaml.Open(text) is { } root)
        {
            reader.ReadAll(root);
        }

        return new()
        {
            Phrases = reader._phrases,
            Settings = reader._settings,
            Combinations = reader._combinations,
            Shorthand = reader._shorthand,
            RealWords = reader._realWords,
        };
    }

    private void ReadAll(YamlMappingNode root)
    {
        var parts = _yaml
            .Entries(root, "lists", "findings", "signs", "combine", PhraseKind.Idiom, "shorthand", "real-words")
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        Use(parts, "lists", _lists.Read);
        Use(parts, "signs", node => ReadFindings(node, areSigns: true));
        Use(parts, "findings", node => ReadFindings(node, areSigns: false));
        Use(parts, "combine", ReadCombinations);
        Use(parts, PhraseKind.Idiom, node => ReadPatterns(PhraseKind.Idiom, "", node));
        Use(parts, "shorthand", ReadShorthand);
        Use(parts, "real-words", node => _realWords.AddRange(_yaml.Words(node)));
    }

    private static void Use(Dictionary<string, YamlNode> parts, string name, Action<YamlNode> read)
    {
        if (parts.TryGetValue(name, out var node))
        {
            read(node);
        }
    }

    private void ReadFindings(YamlNode node, bool areSigns)
    {
        foreach (var (id, value) in _yaml.Entries(node))
        {
            if (areSigns)
            {
                _signs.Add(id);
            }
            else if (!_findings.Contains(id))
            {
                _yaml.Error(value, $"the protocol has no finding '{id}'");
            }

            ReadFinding(id, value);
        }
    }

    private void ReadFinding(string id, YamlNode node)
    {
        var settings = FindingSettings.Default;
        string[] known =
        [
            .. PhraseKind.OfFindings,
            "past",
            "earlier",
            "onset",
            "within-days",
            "over",
            "wide",
            "score",
            "trigger",
            "less-than",
        ];
        foreach (var (name, value) in _yaml.Entries(node, known))
        {
            switch (name)
            {
                case "past":
                    settings = settings with { CountsWhenPast = Scalar(value) == "counts" };
                    break;
                case "earlier":
                    settings = settings with { IsAboutEarlier = Scalar(value) == "yes" };
                    break;
                case "onset":
                    settings = settings with { IsOnset = Scalar(value) == "yes" };
                    break;
                case "wide":
                    settings = settings with { IsWide = Scalar(value) == "yes" };
                    break;
                case "within-days":
                    settings = settings with { WithinDays = Number(value) };
                    break;
                case "trigger":
                    settings = settings with { IsTrigger = Scalar(value) == "yes" };
                    break;
                case "less-than":
                    settings = settings with { LessThan = Scalar(value) };
                    break;
                case "score":
                    settings = settings with { Trend = Trend(value) };
                    break;
                case "over":
                    settings = settings with { Over = Over(value) };
                    break;
                default:
                    ReadPatterns(name, id, value);
                    break;
            }
        }

        _settings[id] = settings;
    }

    private void ReadPatterns(string kind, string id, YamlNode node)
    {
        foreach (var line in _yaml.Lines(node))
        {
            if (PatternParser.TryParse(line.Text, _lists.Patterns, out var pattern, out var error))
            {
                _phrases.Add((new(kind, id, line.Text), pattern));
            }
            else
            {
                _yaml.Error(line.Line, $"{error}: {line.Text}");
            }
        }
    }

    private IReadOnlyList<(int, string)> Over(YamlNode node)
    {
        if (Scalar(node) == "nothing")
        {
            return [(0, "")];
        }

        var steps = new List<(int Days, string Finding)>();
        foreach (var (days, finding) in _yaml.Entries(node))
        {
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            {
                _yaml.Error(finding, $"'{days}' is no number of days");
            }
            else if (!_findings.Contains(Scalar(finding)))
            {
                _yaml.Error(finding, $"the protocol has no finding '{Scalar(finding)}'");
            }
            else
            {
                steps.Add((limit, Scalar(finding)));
            }
        }

        return [.. steps.OrderBy(step => step.Days)];
    }

    // "a: b and (c or d)" as lines: one group a line, its members with "or".
    private void ReadCombinations(YamlNode node)
    {
        foreach (var (finding, value) in _yaml.Entries(node))
        {
            var id = Split(finding, '#')[0];
            var groups = _yaml
                .Lines(value)
                .Select(line => (line, Members: line.Text.Split(" or ", StringSplitOptions.TrimEntries)))
                .ToList();
            foreach (var (line, members) in groups)
            {
                foreach (var member in members.Where(member => !_findings.Contains(member) && !_signs.Contains(member)))
                {
                    _yaml.Error(line.Line, $"there is no finding or sign '{member}'");
                }
            }

            if (!_findings.Contains(id) && !_signs.Contains(id))
            {
                _yaml.Error(value, $"the protocol has no finding '{id}'");
            }

            _combinations.Add(new(id, [.. groups.Select(group => group.Members)]));
        }
    }

    private void ReadShorthand(YamlNode node)
    {
        foreach (var (typed, meant) in _yaml.Entries(node))
        {
            _shorthand[typed] = Split(Scalar(meant), ' ');
        }
    }

    private int? Number(YamlNode node)
    {
        if (int.TryParse(Scalar(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _yaml.Error(node, $"'{Scalar(node)}' is no number of days");
        return null;
    }

    private ScoreTrend Trend(YamlNode node)
    {
        if (Enum.TryParse<ScoreTrend>(Scalar(node), ignoreCase: true, out var trend) && trend != ScoreTrend.None)
        {
            return trend;
        }

        _yaml.Error(node, $"'{Scalar(node)}' is no change of a score; expected: falls, stays, rises");
        return ScoreTrend.None;
    }

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static string[] Split(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
