using System.Collections;
using QRCoder;

namespace SpasmBot.Host.Copies;

/// <summary>An address that a phone's camera reads, as squares on a white ground.</summary>
/// <param name="Size">Squares along each edge, the white border included.</param>
/// <param name="Bars">Black squares that touch along a row, together.</param>
internal sealed record QrCode(int Size, IReadOnlyList<QrBar> Bars)
{
    /// <summary>The code of an address; a seventh of it may be lost or dirty.</summary>
    public static QrCode Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        return new(rows.Count, [.. rows.Index().SelectMany(row => BarsIn(row.Item, row.Index))]);
    }

    /// <summary>As a picture.</summary>
    public string ToSvg()
    {
        var bars = string.Concat(Bars.Select(bar => $"M{bar.X} {bar.Y}h{bar.Length}v1h-{bar.Length}z"));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Size} {Size}\" shape-rendering=\"crispEdges\">"
            + $"<path fill=\"#fff\" d=\"M0 0h{Size}v{Size}H0z\"/><path d=\"{bars}\"/></svg>";
    }

    private static IEnumerable<QrBar> BarsIn(BitArray row, int y)
    {
        var from = 0;
        for (var x = 0; x <= row.Count; x++)
        {
            if (x < row.Count && row[x])
                continue;
            if (x > from)
                yield return new(from, y, x - from);
            from = x + 1;
        }
    }
}

/// <summary>A bar one square high.</summary>
/// <param name="X">From the left edge, in squares.</param>
/// <param name="Y">From the top edge, in squares.</param>
internal sealed record QrBar(int X, int Y, int Length);
