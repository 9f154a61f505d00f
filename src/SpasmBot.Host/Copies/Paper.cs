using SpasmBot.Widget;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace SpasmBot.Host.Copies;

/// <summary>
/// A4 pages that are written from top to bottom. Measures are points; heights count downwards from the top edge, where the
/// reader begins.
/// </summary>
internal sealed class Paper : IDisposable
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    public const double Left = 51;
    public const double Right = Width - Left;

    /// <summary>From margin to margin.</summary>
    public const double Measure = Right - Left;

    private const double Top = 45;
    private const double Bottom = Height - 62;

    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _regular;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private readonly List<PdfPageBuilder> _pages = [];
    private int _open;

    public Paper()
    {
        _regular = _document.AddTrueTypeFont(PrintFont.Regular.Bytes);
        _bold = _document.AddTrueTypeFont(PrintFont.Bold.Bytes);
        TurnPage();
    }

    /// <summary>Where the next line begins.</summary>
    public double Y { get; set; }

    public int Pages => _pages.Count;

    private PdfPageBuilder Page => _pages[_open];

    /// <summary>Goes on with a new page when less than a height is left.</summary>
    public void Keep(double height)
    {
        if (Y + height > Bottom && Y > Top)
            TurnPage();
    }

    public void TurnPage()
    {
        _pages.Add(_document.AddPage(PageSize.A4));
        _open = _pages.Count - 1;
        Y = Top;
    }

    /// <summary>Writes a line whose top is at a height.</summary>
    public void Write(string line, Lettering look, double x, double y)
    {
        if (line.Length == 0)
            return;
        Dip(look.Colour);
        // A space at the end, or who copies the text gets the last word and the next one in one.
        Page.AddText($"{line} ", look.Size, At(x, y + (look.Size * 0.95)), FontOf(look));
    }

    /// <summary>Writes lines one below the other.</summary>
    /// <returns>How high they are together.</returns>
    public double Write(IReadOnlyList<string> lines, Lettering look, double x, double y)
    {
        foreach (var (index, line) in lines.Index())
            Write(line, look, x, y + (index * look.LineHeight));
        return lines.Count * look.LineHeight;
    }

    /// <summary>Writes a line that ends at the right margin.</summary>
    public void WriteRight(string line, Lettering look, double y) =>
        Write(line, look, Right - look.Font.WidthOf(line, look.Size), y);

    public void Fill(double x, double y, double width, double height, Colour colour)
    {
        // Its edge is drawn as well.
        Draw(colour);
        Dip(colour);
        Page.DrawRectangle(At(x, y + height), width, height, 0, fill: true);
    }

    public void Line((double X, double Y) from, (double X, double Y) to, double thickness, Colour colour)
    {
        Draw(colour);
        Page.DrawLine(At(from.X, from.Y), At(to.X, to.Y), thickness);
    }

    /// <summary>Goes through the pages once more, each given its number, to write what is the same on all of them.</summary>
    public void OnEveryPage(Action<int> write)
    {
        for (_open = 0; _open < _pages.Count; _open++)
            write(_open + 1);
        _open = _pages.Count - 1;
    }

    public byte[] Finish(string title, string author)
    {
        _document.DocumentInformation.Title = title;
        _document.DocumentInformation.Author = author;
        return _document.Build();
    }

    public void Dispose() => _document.Dispose();

    private PdfDocumentBuilder.AddedFont FontOf(Lettering look) => look.Font == PrintFont.Bold ? _bold : _regular;

    private void Dip(Colour colour) =>
        Page.SetTextAndFillColor(Byte(colour.Red), Byte(colour.Green), Byte(colour.Blue));

    private void Draw(Colour colour) => Page.SetStrokeColor(Byte(colour.Red), Byte(colour.Green), Byte(colour.Blue));

    private static PdfPoint At(double x, double y) => new(x, Height - y);

    private static byte Byte(double part) => (byte)Math.Round(part * 255);
}
