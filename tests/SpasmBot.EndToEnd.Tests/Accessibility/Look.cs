using Microsoft.Playwright;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>How somebody looks at the page: colours, window, size of text and direction of writing.</summary>
/// <param name="Colours">The colours that the system asks for.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
public sealed record Look(Colours Colours, int Width)
{
    /// <summary>How much larger than usual the text is.</summary>
    public int TextPercent { get; init; } = 100;

    public bool IsRightToLeft { get; init; }

    /// <summary>Lines, letters, words and paragraphs as far apart as WCAG 1.4.12 has readers set them.</summary>
    public bool IsSpaced { get; init; }

    /// <summary>Colours by width, and beside the product large text, spaced text and the other direction of writing.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        .. from colours in Enum.GetValues<Colours>()
        from width in new[] { 320, 768, 1280 }
        select new Look(colours, width),
        new Look(Colours.Light, 320) { TextPercent = 200 },
        new Look(Colours.Light, 1280) { TextPercent = 200 },
        new Look(Colours.Light, 320) { IsRightToLeft = true },
        new Look(Colours.Light, 320) { IsSpaced = true },
    ];

    /// <summary>Turns the page to this look, in place.</summary>
    public async Task ShowAsync(IPage page)
    {
        await page.EmulateMediaAsync(
            new()
            {
                ColorScheme = Colours == Colours.Dark ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = Colours == Colours.Forced ? ForcedColors.Active : ForcedColors.None,
            }
        );
        await page.SetViewportSizeAsync(Width, Width < 700 ? 640 : 800);
        await page.EvaluateAsync(
            """
            async ([percent, direction, isSpaced]) => {
              document.documentElement.style.setProperty("font-size", percent + "%");
              document.documentElement.dir = direction;
              window.spacing ??= new CSSStyleSheet();
              spacing.replaceSync(
                isSpaced ? "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }" : "");
              document.adoptedStyleSheets = [spacing];
              // Drawn at least once as it now is.
              await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            }
            """,
            new object[] { TextPercent, IsRightToLeft ? "rtl" : "ltr", IsSpaced }
        );
    }

    public override string ToString() =>
        $"{Colours} {Width} px"
        + (TextPercent == 100 ? "" : $", text {TextPercent} %")
        + (IsRightToLeft ? ", right to left" : "")
        + (IsSpaced ? ", text spaced" : "");
}

/// <summary>What the system says about colours.</summary>
public enum Colours
{
    Light,
    Dark,
    Forced,
}
