using SpasmBot.Widget;

namespace SpasmBot.Host.Copies;

/// <summary>How a text looks.</summary>
/// <param name="Size">In points.</param>
internal sealed record Lettering(PrintFont Font, double Size, Colour Colour)
{
    /// <summary>From one base line to the next, in points.</summary>
    public double LineHeight => Size * 1.32;

    /// <summary>The text in lines that fit into a width; a word that is too long for a line is broken.</summary>
    public IReadOnlyList<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (
            var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width))
        )
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Font.WidthOf(longer, Size) > width)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private IEnumerable<string> Pieces(string word, double width)
    {
        var start = 0;
        for (var end = 1; end <= word.Length; end++)
        {
            if (end - start > 1 && Font.WidthOf(word[start..end], Size) > width)
            {
                yield return word[start..(end - 1)];
                start = end - 1;
            }
        }
        yield return word[start..];
    }
}
