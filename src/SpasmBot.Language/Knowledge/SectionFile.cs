using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using YamlDotNet.RepresentationModel;

namespace SpasmBot.Language;

/// <summary>One file of the knowledge: what stands between two lines of <c>---</c>, and the longer answer after it.</summary>
internal sealed class SectionFile
{
    private const string Fence = "---";
    private static readonly string[] Texts = ["title", "section", "short"];
    private static readonly string[] Lists = ["related", "asks"];

    private readonly Dictionary<string, SourceLine> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<SourceLine>> _lists = new(StringComparer.Ordinal);
    private string _body = "";

    private SectionFile(string path, string id) => (Path, Id) = (path, id);

    public string Path { get; }

    public string Id { get; }

    public SourceLine Title => _texts.GetValueOrDefault("title");

    public IReadOnlyList<SourceLine> Related => _lists.GetValueOrDefault("related", []);

    public IReadOnlyList<SourceLine> Asks => _lists.GetValueOrDefault("asks", []);

    /// <summary>Reads a file; what is wrong in it alone is added to the errors.</summary>
    public static SectionFile Read(string path, string id, string text, List<ProtocolError> errors)
    {
        var file = new SectionFile(path, id);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            errors.Add(new(path, 1, $"the file must begin with title, section and short between two lines of {Fence}"));
            return file;
        }

        // An empty line stands for the fence, so that the lines count as in the file.
        file.ReadHead('\n' + string.Join('\n', lines[1..end]), new(path, errors));
        file._body = string.Join('\n', lines[(end + 1)..]).Trim();
        if (file._body.Length == 0)
        {
            errors.Add(new(path, end + 1, "the longer answer is missing"));
        }

        return file;
    }

    public KnowledgeSection ToSection() =>
        new(
            Id,
            Text("title"),
            Text("section"),
            Text("short"),
            _body,
            [.. Related.Select(line => line.Text).Distinct(StringComparer.Ordinal)]
        )
        {
            Asks = [.. Asks.Select(line => line.Text)],
        };

    private string Text(string name) => _texts.GetValueOrDefault(name).Text ?? "";

    private void ReadHead(string head, YamlText yaml)
    {
        if (yaml.Open(head) is not { } root)
        {
            return;
        }

        foreach (var (name, value) in yaml.Entries(root, [.. Texts, .. Lists]))
        {
            if (Lists.Contains(name, StringComparer.Ordinal))
            {
                _lists[name] = ReadList(name, value, yaml);
            }
            else if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                _texts[name] = new(text.Trim(), YamlText.LineOf(value));
            }
            else
            {
                yaml.Error(value, $"'{name}' must be a text");
                _texts[name] = new("", YamlText.LineOf(value));
            }
        }

        foreach (var missing in Texts.Where(name => !_texts.ContainsKey(name)))
        {
            yaml.Error(1, $"'{missing}' is missing");
        }

        if (!_lists.ContainsKey("related"))
        {
            yaml.Error(1, "'related' is missing");
        }
    }

    private static List<SourceLine> ReadList(string name, YamlNode node, YamlText yaml)
    {
        var items = new List<SourceLine>();
        if (node is not YamlSequenceNode list)
        {
            yaml.Error(node, $"'{name}' must be a list");
            return items;
        }

        foreach (var item in list)
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                items.Add(new(text.Trim(), YamlText.LineOf(item)));
            }
            else
            {
                yaml.Error(item, $"'{name}' must be a list of texts");
            }
        }

        return items;
    }
}
