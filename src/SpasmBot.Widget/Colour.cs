using System.Globalization;

namespace SpasmBot.Widget;

/// <summary>An opaque sRGB colour, each part from 0 to 1.</summary>
public sealed record Colour(double Red, double Green, double Blue)
{
    public static Colour Black => new(0, 0, 0);

    public static Colour White => new(1, 1, 1);

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    /// <exception cref="FormatException">It is not a colour in that form.</exception>
    public static Colour Parse(string text)
    {
        if (
            text is not { Length: 7 }
            || text[0] != '#'
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
        )
        {
            throw new FormatException($"'{text}' is not a colour; write it as #rrggbb, for example #0f6672.");
        }

        return new Colour((rgb >> 16) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
    }

    /// <summary>This colour moved towards <paramref name="other"/> by <paramref name="share"/> (0 to 1) of the way.</summary>
    public Colour Mix(Colour other, double share) =>
        new(
            Red + ((other.Red - Red) * share),
            Green + ((other.Green - Green) * share),
            Blue + ((other.Blue - Blue) * share)
        );

    /// <summary>The contrast ratio of WCAG 2.2, from 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (high, low) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (high + 0.05) / (low + 0.05);
    }

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public override string ToString() => $"#{Byte(Red):x2}{Byte(Green):x2}{Byte(Blue):x2}";

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static int Byte(double part) => (int)Math.Round(part * 255);
}
