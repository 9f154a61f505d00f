namespace SpasmBot.Widget;

/// <summary>
/// A clinic's one brand colour made readable: moved towards black (light theme) or white (dark theme) until it reaches
/// <see cref="Readable"/> on every surface it is drawn on.
/// </summary>
/// <param name="Light">The colours of the light theme.</param>
/// <param name="Dark">The colours of the dark theme.</param>
public sealed record AccentPalette(AccentColours Light, AccentColours Dark)
{
    /// <summary>WCAG 2.2 AA for text, with a little to spare.</summary>
    public const double Readable = 4.6;

    // The surfaces of tokens.css that the accent stands on.
    private static readonly Colour LightSurface = Colour.Parse("#f4f6f6");
    private static readonly Colour DarkSurface = Colour.Parse("#1d2427");
    private static readonly Colour LightInk = Colour.Parse("#1c2326");
    private static readonly Colour DarkInk = Colour.Parse("#e9eded");

    /// <summary>The palette of a brand colour given as <c>#rrggbb</c>.</summary>
    /// <exception cref="FormatException">It is not a colour in that form.</exception>
    public static AccentPalette From(string accent)
    {
        var brand = Colour.Parse(accent);
        return new AccentPalette(
            Derive(brand, LightSurface, LightInk, Colour.Black, tint: 0.12),
            Derive(brand, DarkSurface, DarkInk, Colour.White, tint: 0.2)
        );
    }

    /// <summary>The custom properties, as a style sheet that follows <c>tokens.css</c>.</summary>
    public string ToCss() => $":root{{{Light.ToCss()}}}@media (prefers-color-scheme:dark){{:root{{{Dark.ToCss()}}}}}\n";

    private static AccentColours Derive(Colour brand, Colour surface, Colour ink, Colour towards, double tint)
    {
        var wash = surface.Mix(brand, tint);
        // A vivid brand colour may leave a wash that plain text cannot be read on.
        while (ink.Contrast(wash) < 7)
            wash = wash.Mix(surface, 0.1);
        var accent = brand;
        while (accent.Contrast(surface) < Readable || accent.Contrast(wash) < Readable)
            accent = accent.Mix(towards, 0.04);
        var text = Colour.White.Contrast(accent) >= Readable ? Colour.White : Colour.Black;
        return new AccentColours(accent, text, wash);
    }
}

/// <summary>The brand's colours in one theme.</summary>
/// <param name="Accent">Buttons, links and marks.</param>
/// <param name="AccentInk">Text on <paramref name="Accent"/>.</param>
/// <param name="AccentWash">The ground of the person's bubbles and of what is chosen.</param>
public sealed record AccentColours(Colour Accent, Colour AccentInk, Colour AccentWash)
{
    internal string ToCss() => $"--accent:{Accent};--accent-ink:{AccentInk};--accent-wash:{AccentWash}";
}
