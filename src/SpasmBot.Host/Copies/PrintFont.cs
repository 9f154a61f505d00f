using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace SpasmBot.Host.Copies;

/// <summary>A font that comes with the server (SIL Open Font License, see <c>Fonts/OFL.txt</c>), and its measures.</summary>
internal sealed class PrintFont
{
    private readonly TrueTypeFont _font;
    private readonly double _unitsPerEm;

    private PrintFont(string name)
    {
        using var file = typeof(PrintFont).Assembly.GetManifestResourceStream(
            $"{typeof(PrintFont).Namespace}.Fonts.{name}.ttf"
        )!;
        Bytes = new byte[file.Length];
        file.ReadExactly(Bytes);
        _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(Bytes));
        _unitsPerEm = _font.GetUnitsPerEm();
    }

    public static PrintFont Regular => Fonts.Regular;

    public static PrintFont Bold => Fonts.Bold;

    public byte[] Bytes { get; }

    /// <summary>Whether the font can draw a sign.</summary>
    public bool Has(char sign) => _font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(sign) != 0;

    /// <summary>How wide a text is at a size, both in points.</summary>
    public double WidthOf(string text, double size)
    {
        var units = 0.0;
        foreach (var sign in text)
            units += _font.TryGetAdvanceWidth(sign, out var width) ? width : 0;
        return units * size / _unitsPerEm;
    }

    // Read when the first copy is made.
    private static class Fonts
    {
        public static readonly PrintFont Regular = new("LiberationSans-Regular");
        public static readonly PrintFont Bold = new("LiberationSans-Bold");
    }
}
