using YamlDotNet.RepresentationModel;

namespace SpasmBot.Language.Phrases;

/// <summary>The named lists of a phrase file (<c>@chest</c>); a list may use those above it.</summary>
internal sealed class PatternLists(YamlText yaml)
{
    private readonly Dictionary<string, PatternNode> _patterns = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, PatternNode> Patterns => _patterns;

    /// <summary>Reads the lists: the lines of a list are its entries, each a pattern.</summary>
    public void Read(YamlNode node)
    {
        foreach (var (name, value) in yaml.Entries(node))
        {
            var options = new List<PatternNode>();
            foreach (var line in yaml.Lines(value))
            {
                if (PatternParser.TryParse(line.Text, _patterns, out var pattern, out var error))
                {
                    options.Add(pattern);
                }
                else
                {
                    yaml.Error(line.Line, $"{error}: {line.Text}");
                }
            }

            if (!name.All(char.IsAsciiLetterLower))
            {
                yaml.Error(value, $"the name of a list is one word of small letters, not '{name}'");
            }

            _patterns[name] = new PatternNode.Choice(options, isOptional: false);
        }
    }
}
