namespace SpasmBot.Clinical.Loading;

/// <summary>The files of a protocol: which there must be, which there may be.</summary>
internal sealed class ProtocolFolder
{
    private const string KnowledgeFolder = "knowledge/";
    private const string KnowledgeExtension = ".md";

    private static readonly string[] Required =
    [
        FindingsFile.Name,
        RulesFile.Name,
        QuestionsFile.Name,
        AdviceFile.Name,
        ConditionsFile.Name,
    ];

    /// <summary>May be there; phrases and the case mix are read elsewhere.</summary>
    private static readonly string[] Optional =
    [
        "phrases.yaml",
        ExpectationsFile.Name,
        HistoryFile.Name,
        CaseMixFile.Name,
        ProofsFile.Name,
    ];

    private readonly Dictionary<string, string> _files;
    private readonly ProtocolErrors _errors;

    public ProtocolFolder(IReadOnlyDictionary<string, string> files, ProtocolErrors errors)
    {
        _errors = errors;
        _files = files
            .Select(file => (Path: file.Key.Replace('\\', '/'), Text: file.Value))
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        foreach (var missing in Required.Where(name => !_files.ContainsKey(name)))
        {
            errors.Add(missing, 1, "the file is missing");
        }
        var known = Required.Concat(Optional).ToArray();
        foreach (
            var path in _files.Keys.Where(path => !known.Contains(path, StringComparer.Ordinal) && !IsKnowledge(path))
        )
        {
            errors.Add(path, 1, $"no file of this name belongs to a protocol{Spelling.DidYouMean(path, known)}");
        }
    }

    /// <summary>The ids of the knowledge sections; null when there is no knowledge.</summary>
    public IReadOnlySet<string>? KnowledgeSections
    {
        get
        {
            var sections = _files
                .Keys.Where(path => IsKnowledge(path) && path.EndsWith(KnowledgeExtension, StringComparison.Ordinal))
                .Select(path => path[KnowledgeFolder.Length..^KnowledgeExtension.Length])
                .ToHashSet(StringComparer.Ordinal);
            return sections.Count > 0 ? sections : null;
        }
    }

    /// <summary>The keys of a file; null when it is missing or cannot be read, which was reported.</summary>
    public Fields? Open(string name)
    {
        if (!_files.TryGetValue(name, out var text) || YamlReader.Read(name, text, _errors) is not { } item)
        {
            return null;
        }
        if (item is YamlMap map)
        {
            return new Fields(map, "", name, _errors);
        }
        _errors.Add(name, item.Line, "the file must begin with a key, for example `rules:`");
        return null;
    }

    /// <summary>The keys of a file that may be missing.</summary>
    public Fields? OpenOptional(string name) => _files.ContainsKey(name) ? Open(name) : null;

    private static bool IsKnowledge(string path) => path.StartsWith(KnowledgeFolder, StringComparison.Ordinal);
}
