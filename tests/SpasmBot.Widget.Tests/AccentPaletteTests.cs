using CsCheck;

namespace SpasmBot.Widget.Tests;

public sealed class AccentPaletteTests
{
    private const double Aa = 4.5;

    private static readonly Colour LightCanvas = Colour.Parse("#f4f6f6");
    private static readonly Colour DarkPaper = Colour.Parse("#1d2427");

    [Fact]
    public void From_AnyBrandColour_CanBeReadInBothThemes() =>
        Gen.Int[0, 0xffffff]
            .Sample(rgb =>
            {
                var palette = AccentPalette.From($"#{rgb:x6}");
                return IsReadable(palette.Light, LightCanvas, Colour.Parse("#1c2326"))
                    && IsReadable(palette.Dark, DarkPaper, Colour.Parse("#e9eded"));
            });

    [Fact]
    public void From_AColourThatCanBeRead_KeepsIt() =>
        Assert.Equal("#0f6672", AccentPalette.From("#0f6672").Light.Accent.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("teal")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("0f66722")]
    public void From_WhatIsNoColour_SaysHowToWriteOne(string accent)
    {
        var error = Assert.Throws<FormatException>(() => AccentPalette.From(accent));
        Assert.Contains("#rrggbb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToCss_SaysTheColoursOfBothThemes()
    {
        var css = AccentPalette.From("#0f6672").ToCss();
        Assert.StartsWith(":root{--accent:#0f6672;--accent-ink:#ffffff;--accent-wash:#", css, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme:dark){:root{--accent:", css, StringComparison.Ordinal);
    }

    private static bool IsReadable(AccentColours colours, Colour surface, Colour ink)
    {
        // What a browser draws are the rounded colours.
        var (accent, accentInk, wash) = (Drawn(colours.Accent), Drawn(colours.AccentInk), Drawn(colours.AccentWash));
        return accent.Contrast(surface) >= Aa
            && accent.Contrast(wash) >= Aa
            && accent.Contrast(accentInk) >= Aa
            && ink.Contrast(wash) >= Aa;
    }

    private static Colour Drawn(Colour colour) => Colour.Parse(colour.ToString());
}
