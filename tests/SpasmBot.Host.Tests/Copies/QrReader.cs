using System.Globalization;
using System.Text;

namespace SpasmBot.Host.Tests.Copies;

/// <summary>
/// Reads a clean QR code (ISO/IEC 18004) of versions 1 to 6 with level M, as a camera would once it has
/// found the squares. Knows nothing of the library that draws them.
/// </summary>
internal sealed class QrReader
{
    private const int LevelM = 0b00;
    private const int FormatMask = 0b101010000010010;
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    // Blocks and data bytes of each, by version; at these sizes all blocks are alike.
    private static readonly (int Blocks, int Bytes)[] LayoutsOfM =
    [
        (1, 16),
        (1, 28),
        (1, 44),
        (2, 32),
        (2, 43),
        (4, 27),
    ];

    private readonly Func<int, int, bool> _isBlack;
    private readonly int _size;

    private QrReader(int size, Func<int, int, bool> isBlack) => (_size, _isBlack) = (size, isBlack);

    private int Version => (_size - 17) / 4;

    /// <summary>The text in the code.</summary>
    /// <param name="size">Squares along an edge, without the border.</param>
    /// <param name="isBlack">Of a column and a row.</param>
    public static string Read(int size, Func<int, int, bool> isBlack) => new QrReader(size, isBlack).Read();

    private string Read()
    {
        AssertIsCode();
        var format = FormatBits() ^ FormatMask;
        Assert.Equal(LevelM, format >> 13);
        var bits = Bits((format >> 10) & 0b111).ToList();
        var (blocks, bytes) = LayoutsOfM[Version - 1];
        var read = bits.Chunk(8).Select(Number).Take(blocks * bytes).ToList();
        var data = Enumerable
            .Range(0, blocks)
            .SelectMany(block => read.Where((_, at) => at % blocks == block))
            .ToList();
        var stream = data.SelectMany(one => Enumerable.Range(0, 8).Select(at => ((one >> (7 - at)) & 1) == 1));
        return TextOf(new Queue<bool>(stream));
    }

    /// <summary>Digits, capitals and bytes come in stretches, each the way that takes the fewest bits.</summary>
    private static string TextOf(Queue<bool> bits)
    {
        var text = new StringBuilder();
        while (bits.Count >= 4)
        {
            switch (Take(4))
            {
                case 0b0000:
                    return text.ToString();
                case 0b0001:
                    for (var left = Take(10); left > 0; left -= 3)
                        text.Append(
                            Take(
                                    left >= 3 ? 10
                                    : left == 2 ? 7
                                    : 4
                                )
                                .ToString(new string('0', Math.Min(left, 3)), CultureInfo.InvariantCulture)
                        );
                    break;
                case 0b0010:
                    for (var left = Take(9); left > 0; left -= 2)
                        text.Append(left > 1 ? Pair(Take(11)) : Capitals[Take(6)].ToString());
                    break;
                case 0b0100:
                    var bytes = new byte[Take(8)];
                    for (var at = 0; at < bytes.Length; at++)
                        bytes[at] = (byte)Take(8);
                    text.Append(Encoding.UTF8.GetString(bytes));
                    break;
                default:
                    Assert.Fail("An unknown way of writing.");
                    break;
            }
        }

        return text.ToString();

        int Take(int count) => Number(Enumerable.Range(0, count).Select(_ => bits.Dequeue()));
        static string Pair(int number) => $"{Capitals[number / 45]}{Capitals[number % 45]}";
    }

    /// <summary>Where a camera looks: three finders, and the rhythm between them.</summary>
    private void AssertIsCode()
    {
        Assert.Equal(1, _size % 4);
        Assert.InRange(Version, 1, 6);
        foreach (var (left, top) in new[] { (0, 0), (_size - 7, 0), (0, _size - 7) })
        {
            for (var at = 0; at < 49; at++)
            {
                var ring = Math.Max(Math.Abs((at % 7) - 3), Math.Abs((at / 7) - 3));
                Assert.Equal(ring != 2, _isBlack(left + (at % 7), top + (at / 7)));
            }
        }

        for (var at = 8; at < _size - 8; at++)
            Assert.Equal((at % 2 == 0, at % 2 == 0), (_isBlack(at, 6), _isBlack(6, at)));
    }

    private int FormatBits()
    {
        int[] columns = [0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 8, 8];
        int[] rows = [8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 4, 3, 2, 1, 0];
        return Number(columns.Zip(rows, _isBlack));
    }

    /// <summary>In pairs of columns from the right, upwards and downwards in turn.</summary>
    private IEnumerable<bool> Bits(int mask)
    {
        var isUpward = true;
        for (var right = _size - 1; right > 0; right -= 2, isUpward = !isUpward)
        {
            if (right == 6)
                right--;
            for (var step = 0; step < _size; step++)
            {
                var row = isUpward ? _size - 1 - step : step;
                foreach (var column in new[] { right, right - 1 })
                {
                    if (!IsFixed(column, row))
                        yield return _isBlack(column, row) ^ IsMasked(mask, column, row);
                }
            }
        }
    }

    private bool IsFixed(int column, int row) =>
        column == 6
        || row == 6
        || (column < 9 && (row < 9 || row >= _size - 8))
        || (column >= _size - 8 && row < 9)
        || (Version > 1 && Math.Abs(column - (_size - 7)) <= 2 && Math.Abs(row - (_size - 7)) <= 2);

    private static bool IsMasked(int mask, int x, int y) =>
        mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => ((y / 2) + (x / 3)) % 2 == 0,
            5 => (x * y % 2) + (x * y % 3) == 0,
            6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
            _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
        };

    private static int Number(IEnumerable<bool> bits) => bits.Aggregate(0, (sum, bit) => (sum << 1) | (bit ? 1 : 0));
}
