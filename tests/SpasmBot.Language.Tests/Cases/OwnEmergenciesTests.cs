using System.Text.Json;
using SpasmBot.TestKit;

namespace SpasmBot.Language.Tests.Cases;

/// <summary>
/// Emergency signs in many people's words, and sayings and denials that are none. Written in rounds, each before the
/// phrases were widened for it; what the first reading of each round heard stands in <c>tests/cases/README.md</c>.
/// </summary>
public sealed class OwnEmergenciesTests
{
    private const double LeastHeard = 0.97;
    private const double MostFalse = 0.08;

    private static readonly Line[] Lines =
    [
        .. File.ReadLines(Repository.PathOf("tests", "cases", "own-emergencies.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!),
    ];

    [Fact]
    public void Listen_SignsInManyWords_AreHeard() =>
        AssertShare(Lines.Where(line => line.Sign is not null).ToList(), isHeard: true, 1 - LeastHeard);

    [Fact]
    public void Listen_SayingsAndDenials_AreNotTakenForSigns() =>
        AssertShare(Lines.Where(line => line.Sign is null).ToList(), isHeard: false, MostFalse);

    private static void AssertShare(List<Line> lines, bool isHeard, double mostWrong)
    {
        var wrong = lines
            .Where(line => TheClinic.Pack.Emergencies.Listen(line.Text, TheClinic.Today).Any() != isHeard)
            .ToList();

        Assert.NotEmpty(lines);
        Assert.True(
            wrong.Count <= lines.Count * mostWrong,
            $"{wrong.Count} of {lines.Count}:\n{string.Join('\n', wrong.Select(line => line.Text))}"
        );
    }

    private sealed record Line(string Text, string? Sign);
}
