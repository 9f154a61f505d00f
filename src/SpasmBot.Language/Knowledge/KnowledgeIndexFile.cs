using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using YamlDotNet.RepresentationModel;

namespace SpasmBot.Language;

/// <summary>
/// Reads <c>knowledge/index.yaml</c>: which sections there must be, the synonyms of the field, and what is not covered.
/// </summary>
internal sealed class KnowledgeIndexFile
{
    private const string SectionsKey = "sections";
    private const string SuggestKey = "suggest";
    private const string SynonymsKey = "synonyms";
    private const string NotCoveredKey = "not-covered";
    private static readonly Dictionary<string, PatternNode> NoLists = new(StringComparer.Ordinal);

    private readonly YamlText _yaml;
    private readonly List<ProtocolError> _errors;
    private readonly Dictionary<string, SectionFile> _files;
    private readonly List<KnowledgeSection> _sections = [];
    private readonly List<KnowledgeSection> _suggested = [];
    private readonly List<IReadOnlyList<string>> _synonyms = [];
    private readonly List<(Phrase, PatternNode)> _notCovered = [];

    private KnowledgeIndexFile(string path, IReadOnlyList<SectionFile> files, List<ProtocolError> errors)
    {
        _yaml = new(path, errors);
        _errors = errors;
        _files = files.ToDictionary(file => file.Id, StringComparer.Ordinal);
    }

    /// <summary>The words of a topic that is not covered.</summary>
    public const string Asks = "asks";

    /// <summary>The words with which it is after all.</summary>
    public const string Unless = "unless";

    /// <summary>The knowledge; what is wrong with the file or missing beside it is added to the errors.</summary>
    public static KnowledgeData Read(
        string path,
        string text,
        IReadOnlyList<SectionFile> files,
        List<ProtocolError> errors
    )
    {
        var index = new KnowledgeIndexFile(path, files, errors);
        if (index._yaml.Open(text) is { } root)
        {
            index.ReadAll(root);
        }

        return new()
        {
            Sections = index._sections,
            Suggested = index._suggested,
            Synonyms = index._synonyms,
            NotCovered = index._notCovered,
        };
    }

    private void ReadAll(YamlMappingNode root)
    {
        var parts = _yaml
            .Entries(root, SectionsKey, SuggestKey, SynonymsKey, NotCoveredKey)
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        if (parts.TryGetValue(SectionsKey, out var sections))
        {
            ReadSections(sections);
        }
        else
        {
            _yaml.Error(1, $"'{SectionsKey}' is missing");
        }

        if (parts.TryGetValue(SuggestKey, out var suggest))
        {
            ReadSuggestions(suggest);
        }

        if (parts.TryGetValue(SynonymsKey, out var synonyms))
        {
            ReadSynonyms(synonyms);
        }

        if (parts.TryGetValue(NotCoveredKey, out var topics))
        {
            foreach (var (topic, value) in _yaml.Entries(topics))
            {
                ReadTopic(topic, value);
            }
        }
    }

    private void ReadSections(YamlNode node)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, number) in _yaml.Lines(node))
        {
            foreach (var id in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!listed.Add(id))
                {
                    _yaml.Error(number, $"the section '{id}' is listed twice");
                }
                else if (_files.TryGetValue(id, out var file))
                {
                    _sections.Add(file.ToSection());
                }
                else
                {
                    _yaml.Error(number, $"the section '{id}' has no file");
                }
            }
        }

        _errors.AddRange(
            _files
                .Values.Where(file => !listed.Contains(file.Id))
                .Select(file => new ProtocolError(file.Path, 1, $"the section '{file.Id}' is not listed in index.yaml"))
        );
    }

    private void ReadSuggestions(YamlNode node)
    {
        foreach (var (line, number) in _yaml.Lines(node))
        {
            foreach (var id in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (_sections.Find(section => section.Id == id) is { } section)
                {
                    _suggested.Add(section);
                }
                else
                {
                    _yaml.Error(number, $"there is no section '{id}' to suggest");
                }
            }
        }
    }

    private void ReadSynonyms(YamlNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, number) in _yaml.Lines(node))
        {
            var group = line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (group.Length < 2)
            {
                _yaml.Error(number, $"a group of synonyms needs two members, with commas between them: {line}");
            }

            foreach (var member in group.Where(member => !seen.Add(member)))
            {
                _yaml.Error(number, $"the synonym '{member}' stands in two groups");
            }

            _synonyms.Add(group);
        }
    }

    private void ReadTopic(string topic, YamlNode node)
    {
        foreach (var (kind, value) in _yaml.Entries(node, Asks, Unless))
        {
            foreach (var line in _yaml.Lines(value))
            {
                if (PatternParser.TryParse(line.Text, NoLists, out var pattern, out var error))
                {
                    _notCovered.Add((new(kind, topic, line.Text), pattern));
                }
                else
                {
                    _yaml.Error(line.Line, $"{error}: {line.Text}");
                }
            }
        }
    }
}
