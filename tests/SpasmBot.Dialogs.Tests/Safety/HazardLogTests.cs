using System.Text.RegularExpressions;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Safety;

/// <summary>The hazard log names tests that exist, and every hazard has what the form asks for.</summary>
public sealed partial class HazardLogTests
{
    private const int Gravest = 10;

    private static readonly string[] Fields =
    [
        "Cause",
        "Effect",
        "Control",
        "Proved by",
        "Risk before",
        "Risk after",
        "What remains",
    ];

    private static readonly string[] Hazards =
    [
        .. File.ReadAllText(Repository.PathOf("deploymentTemplates", "safety", "hazard-log.md")).Split("\n## ").Skip(1),
    ];

    [Fact]
    public void Hazard_Each_HasEveryFieldOfTheForm() =>
        Assert.All(
            Hazards,
            hazard => Assert.All(Fields, field => Assert.Contains($"- **{field}:** ", hazard, StringComparison.Ordinal))
        );

    [Fact]
    public void Hazard_Each_NamesTestsThatExist()
    {
        var sources = Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);

        Assert.All(
            Hazards,
            hazard =>
            {
                var tests = Test().Matches(hazard);
                Assert.NotEmpty(tests);
                Assert.All(
                    tests,
                    test =>
                        Assert.Contains(
                            sources[test.Groups["type"].Value],
                            source => source.Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal)
                        )
                );
            }
        );
    }

    [Fact]
    public void Hazard_GravestTen_EachHaveAControlThatIsSwitchedOff()
    {
        var first = Hazards.Take(Gravest).Select(hazard => Test().Match(hazard));

        Assert.Equal(
            SafetyControlTests.Controlled.Order(StringComparer.Ordinal),
            first.Select(test => test.Groups["method"].Value).Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex(
        "`(?<type>[A-Za-z]+Tests)\\.(?<method>[A-Za-z_]+)`",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Test();
}
