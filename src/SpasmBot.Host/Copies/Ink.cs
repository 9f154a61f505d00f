using SpasmBot.Widget;

namespace SpasmBot.Host.Copies;

/// <summary>The colours of a copy.</summary>
/// <param name="Accent">The clinic's colour, dark enough to be read on paper.</param>
/// <param name="Look">How urgent the answer is; the title says the same in words.</param>
/// <param name="Wash">The ground under the most important lines.</param>
internal sealed record Ink(Colour Accent, Colour Look, Colour Wash)
{
    public static readonly Colour Text = Colour.Parse("#1c2326");
    public static readonly Colour Muted = Colour.Parse("#4a555c");
    public static readonly Colour Line = Colour.Parse("#c4ccd0");
    public static readonly Colour Danger = Colour.Parse("#b3231b");
    public static readonly Colour Ok = Colour.Parse("#1d6b3f");
    private static readonly Colour Warn = Colour.Parse("#8a4a00");

    /// <summary>The colours of a disposition at a clinic.</summary>
    public static Ink For(string disposition, string clinicColour)
    {
        var palette = AccentPalette.From(clinicColour).Light;
        return disposition switch
        {
            "ambulance" or "emergency" => new(palette.Accent, Danger, Colour.Parse("#fcebe9")),
            "doctor-today" or "doctor-soon" => new(palette.Accent, Warn, Colour.Parse("#fdf1e0")),
            "self-care" => new(palette.Accent, Ok, Colour.Parse("#e5f3ea")),
            _ => new(palette.Accent, palette.Accent, palette.AccentWash),
        };
    }
}
