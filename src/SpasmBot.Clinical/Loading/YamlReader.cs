using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpasmBot.Clinical.Loading;

/// <summary>
/// Reads YAML into items that know their lines. YamlDotNet's own tree stops at a key that is written twice; an
/// author should hear of that together with everything else.
/// </summary>
internal static class YamlReader
{
    // Far more than any file here needs. Reading goes as deep as the text, and a stack that runs over ends the server.
    private const int DeepestNesting = 50;

    /// <summary>The content of the file, or null when it is no YAML or empty; then the error was reported.</summary>
    public static YamlItem? Read(string file, string text, ProtocolErrors errors)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                errors.Add(file, 1, "the file is empty");
                return null;
            }
            var item = ReadItem(parser, depth: 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                errors.Add(
                    file,
                    LineOf(second),
                    "a second document begins here; remove the line with the three dashes"
                );
            }
            return item;
        }
        catch (YamlException error)
        {
            errors.Add(file, Math.Max(1, (int)error.Start.Line), Explain(error));
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet itself did not expect: a key that is broken off, half a character ("\ud800").
            errors.Add(file, 1, Explain(error));
            return null;
        }
    }

    private static YamlItem ReadItem(IParser parser, int depth)
    {
        if (depth > DeepestNesting && parser.Current is { } deep)
            throw new YamlException(deep.Start, deep.End, $"this is more than {DeepestNesting} levels deep");
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(LineOf(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain);
        }
        if (parser.TryConsume<SequenceStart>(out var list))
        {
            return new YamlList(LineOf(list), ReadItems(parser, depth + 1));
        }
        if (parser.TryConsume<MappingStart>(out var map))
        {
            return new YamlMap(LineOf(map), ReadEntries(parser, depth + 1));
        }
        var other = parser.Consume<ParsingEvent>();
        throw new YamlException(other.Start, other.End, "aliases (*name) are not used in these files: write it out");
    }

    private static List<YamlItem> ReadItems(IParser parser, int depth)
    {
        var items = new List<YamlItem>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadItem(parser, depth));
        }
        return items;
    }

    private static List<YamlEntry> ReadEntries(IParser parser, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            entries.Add(new YamlEntry(key.Value, LineOf(key), ReadItem(parser, depth)));
        }
        return entries;
    }

    private static int LineOf(ParsingEvent part) => (int)part.Start.Line;

    private static string Explain(Exception error)
    {
        var detail = (error.InnerException ?? error).Message.TrimEnd('.');
        return $"this cannot be read as YAML ({detail}). Check the indentation here and above, and put quotes around a "
            + "text that contains a colon or begins with a special sign";
    }
}
