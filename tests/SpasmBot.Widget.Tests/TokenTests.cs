using System.Text.RegularExpressions;
using SpasmBot.TestKit;

namespace SpasmBot.Widget.Tests;

/// <summary>The colours of the style sheet, read from it.</summary>
public sealed partial class TokenTests
{
    private static readonly Dictionary<string, Colour>[] Themes = ReadThemes();

    public static TheoryData<int, string, string, double> Pairs()
    {
        var pairs = new TheoryData<int, string, string, double>();
        foreach (var theme in new[] { 0, 1 })
        {
            foreach (var ground in new[] { "canvas", "paper", "danger-wash", "warn-wash", "ok-wash" })
            {
                pairs.Add(theme, "ink", ground, 4.5);
                pairs.Add(theme, "muted", ground, 4.5);
            }

            foreach (var look in new[] { "danger", "warn", "ok" })
            {
                pairs.Add(theme, look, "paper", 4.5);
                pairs.Add(theme, look, $"{look}-wash", 4.5);
            }

            pairs.Add(theme, "danger-ink", "danger-ground", 4.5);
            pairs.Add(theme, "edge", "paper", 3);
            pairs.Add(theme, "edge", "canvas", 3);
            pairs.Add(theme, "focus", "paper", 3);
            pairs.Add(theme, "focus", "canvas", 3);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Token_OnItsGround_CanBeRead(int theme, string token, string ground, double atLeast)
    {
        var tokens = Themes[theme];
        Assert.InRange(tokens[token].Contrast(tokens[ground]), atLeast, 21);
    }

    private static Dictionary<string, Colour>[] ReadThemes()
    {
        var css = File.ReadAllText(Repository.PathOf("src", "SpasmBot.Widget", "wwwroot", "tokens.css"));
        var dark = css.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal);
        var light = ColoursOf(css[..dark]);
        // What the dark theme does not say again stays.
        return
        [
            light,
            new(
                light.Concat(ColoursOf(css[dark..])).GroupBy(pair => pair.Key).Select(same => same.Last()),
                StringComparer.Ordinal
            ),
        ];
    }

    private static Dictionary<string, Colour> ColoursOf(string css) =>
        Token()
            .Matches(css)
            .ToDictionary(
                match => match.Groups["name"].Value,
                match => Colour.Parse(match.Groups["colour"].Value),
                StringComparer.Ordinal
            );

    [GeneratedRegex("--(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
