using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>Reads and checks the folder <c>knowledge</c> of a protocol.</summary>
internal static class KnowledgeLoader
{
    private const string Folder = "knowledge/";
    private const string Extension = ".md";
    private const string IndexFile = Folder + "index.yaml";

    /// <summary>The knowledge; what is wrong is added to the errors, never only the first.</summary>
    /// <param name="protocolFiles">The texts of the protocol folder by path inside it.</param>
    /// <param name="errors">Where errors go.</param>
    public static KnowledgeData Read(IReadOnlyDictionary<string, string> protocolFiles, List<ProtocolError> errors)
    {
        var files = protocolFiles
            .Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            return KnowledgeData.None;
        }

        var sections = new List<SectionFile>();
        foreach (var (path, text) in files.Where(file => file.Key != IndexFile))
        {
            if (IdOf(path) is { } id)
            {
                sections.Add(SectionFile.Read(path, id, text, errors));
            }
            else
            {
                errors.Add(new(path, 1, "only files '<section id>.md' and 'index.yaml' belong into the knowledge"));
            }
        }

        SectionChecks.Check(sections, errors);
        if (!protocolFiles.TryGetValue(IndexFile, out var indexText))
        {
            errors.Add(new(IndexFile, 1, "the file is missing"));
            return KnowledgeData.None;
        }

        return KnowledgeIndexFile.Read(IndexFile, indexText, sections, errors);
    }

    private static string? IdOf(string path)
    {
        var name = path[Folder.Length..];
        return
            name.EndsWith(Extension, StringComparison.Ordinal)
            && name[..^Extension.Length] is { Length: > 0 } id
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? id
            : null;
    }
}
