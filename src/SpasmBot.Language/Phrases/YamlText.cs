using SpasmBot.Clinical;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SpasmBot.Language.Phrases;

/// <summary>One line of a block of the phrase file, with where it stands.</summary>
internal readonly record struct SourceLine(string Text, int Line);

/// <summary>Reads YAML of the word files and keeps where everything stands; errors are collected, not thrown.</summary>
internal sealed class YamlText(string file, List<ProtocolError> errors)
{
    // Far more than any file here needs. Reading goes as deep as the text, and a stack that runs over ends the server.
    private const int DeepestNesting = 50;

    /// <summary>The top of a file; null, with an error, when it is no mapping.</summary>
    public YamlMappingNode? Open(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new ShallowParser(new Parser(new StringReader(text))));
            if (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }

            Error(1, "names with values below them are expected here");
        }
        catch (YamlException problem)
        {
            Error(
                (int)problem.Start.Line,
                $"this is not valid YAML: {problem.InnerException?.Message ?? problem.Message}"
            );
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet itself did not expect: a key that is broken off, half a character ("\ud800").
            Error(1, $"this is not valid YAML: {problem.Message}");
        }

        return null;
    }

    public void Error(int line, string message) => errors.Add(new(file, Math.Max(1, line), message));

    public void Error(YamlNode node, string message) => Error(LineOf(node), message);

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>The entries of a mapping by name; names that are not among the known ones are errors.</summary>
    public IEnumerable<(string Name, YamlNode Value)> Entries(YamlNode node, params IReadOnlyCollection<string> known)
    {
        if (node is not YamlMappingNode mapping)
        {
            Error(node, "names with values below them are expected here");
            yield break;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Count > 0 && !known.Contains(name))
            {
                Error(key, $"'{name}' is not known here; expected: {string.Join(", ", known)}");
            }
            else
            {
                yield return (name, value);
            }
        }
    }

    /// <summary>The lines of a block, without empty ones; a block of text starts on the line after its name.</summary>
    public IEnumerable<SourceLine> Lines(YamlNode node)
    {
        if (node is not YamlScalarNode scalar)
        {
            Error(node, "lines of text are expected here, after '|'");
            yield break;
        }

        var first = LineOf(node) + (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);
        var lines = (scalar.Value ?? "").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                yield return new(lines[i].Trim(), first + i);
            }
        }
    }

    /// <summary>The words of a block, wherever the lines break.</summary>
    public IEnumerable<string> Words(YamlNode node) =>
        Lines(node).SelectMany(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Refuses a text that is nested too deep, while it is read.</summary>
    private sealed class ShallowParser(IParser inner) : IParser
    {
        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!inner.MoveNext())
                return false;
            _depth += Current!.NestingIncrease;
            return _depth <= DeepestNesting
                ? true
                : throw new YamlException(Current.Start, Current.End, "it is nested too deep");
        }
    }
}
