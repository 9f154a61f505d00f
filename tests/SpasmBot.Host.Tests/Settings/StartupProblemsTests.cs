using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Tests.Settings;

public sealed class StartupProblemsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_AsItComes_HasNoProblems()
    {
        await using var server = Server.Build(TestServer.SettingsFor(_folder));
        Assert.NotEmpty(server.Services.ToString()!);
    }

    [Theory]
    [InlineData("Clinic:Id", "Our Clinic")]
    [InlineData("Clinic:Name", " ")]
    [InlineData("Clinic:ReceptionPhone", "call us")]
    [InlineData("Clinic:PrivacyUrl", "privacy")]
    [InlineData("Clinic:TimeZone", "Nowhere/AtAll")]
    [InlineData("Clinic:Region", "South Africa")]
    [InlineData("Clinic:AccentColour", "green")]
    [InlineData("Clinic:AmbulanceNumbers:0:Number", "?")]
    [InlineData("Clinic:Hours:0:Day", "Noday", "Clinic:Hours:0")]
    [InlineData("Storage:RetentionDays", "0")]
    [InlineData("Storage:RetentionDays", "many")]
    [InlineData("DirectLine:TokenLifetime", "00:01:00")]
    [InlineData("RateLimits:RequestsPerMinute", "1")]
    [InlineData("RateLimits:Enabled", "perhaps")]
    [InlineData("Widget:FrameAncestors:0", "https://a.example; script-src *")]
    [InlineData("Orleans:SiloPort", "x")]
    [InlineData("Protocol:Folder", "no/such/folder")]
    [InlineData("Words:Folder", "no/such/folder")]
    [InlineData("Clinic:Nmae", "Karoo")]
    public void Start_WrongSetting_NamesItAndWhereItWasSet(string setting, string value, string? named = null)
    {
        var problems = ProblemsWith($"--{setting}={value}");

        Assert.Contains(
            problems,
            problem =>
                problem.Contains(named ?? setting, StringComparison.Ordinal)
                && problem.EndsWith($"(command line, --{named ?? setting})", StringComparison.Ordinal)
        );
        Assert.All(problems, problem => Assert.DoesNotContain('\n', problem));
    }

    [Fact]
    public void Start_SettingsFileWithMistakes_NamesEachLine()
    {
        _folder.Write(
            "appsettings.json",
            """
            {
              // The clinic.
              "Clinic": {
                "Name": "Karoo",
                "Region": "Karoo",
                "Hours": [
                  { "Day": "Monday", "Opens": "08:00", "Closes": "17:00" },
                  { "Day": "Tuesday", "Opens": "17:00", "Closes": "08:00" }
                ]
              },
              "Storage": { "RetentionDays": 0 }
            }
            """
        );

        var problems = ProblemsWith($"--contentRoot={_folder.Path}");

        var file = Path.Combine(_folder.Path, "appsettings.json");
        Assert.Collection(
            problems.Order(StringComparer.Ordinal),
            problem => Assert.EndsWith($"({file}:8)", problem, StringComparison.Ordinal),
            problem => Assert.EndsWith($"({file}:5)", problem, StringComparison.Ordinal),
            problem => Assert.EndsWith($"({file}:11)", problem, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Start_SettingsFileThatIsNoJson_SaysSoWithTheLine()
    {
        _folder.Write("appsettings.json", "{\n  \"Clinic\": {\n");

        var problem = Assert.Single(ProblemsWith($"--contentRoot={_folder.Path}"));

        Assert.Contains("appsettings.json", problem, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 2", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_BrokenProtocol_ListsAllErrorsWithFileAndLine()
    {
        var protocol = _folder.Copy(
            Path.Combine(AppContext.BaseDirectory, "protocols", "upper-back-spasm"),
            "protocol"
        );
        BreakLine(Path.Combine(protocol, "rules.yaml"), "chest-pressure\n", "chest-presure\n");
        BreakLine(Path.Combine(protocol, "findings.yaml"), "id: fever\n", "id: fevr\n");

        var problems = ProblemsWith($"--Protocol:Folder={protocol}");

        Assert.True(problems.Count > 2, string.Join('\n', problems));
        Assert.Contains(
            problems,
            problem => problem.StartsWith(Path.Combine(protocol, "rules.yaml:"), StringComparison.Ordinal)
        );
        Assert.All(problems, problem => Assert.Matches(@"\.(yaml|md):\d+: ", problem));
    }

    [Fact]
    public void Start_WrongSettingsAndABrokenProtocol_SaysBoth()
    {
        var protocol = _folder.Copy(
            Path.Combine(AppContext.BaseDirectory, "protocols", "upper-back-spasm"),
            "protocol"
        );
        File.Delete(Path.Combine(protocol, "advice.yaml"));

        var problems = ProblemsWith(
            $"--Protocol:Folder={protocol}",
            "--Clinic:Region=Karoo",
            "--Storage:RetentionDays=0"
        );

        Assert.Contains(problems, problem => problem.Contains("advice.yaml", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("Clinic:Region", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("Storage:RetentionDays", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WrongSetting_EndsWithOneLineAndAnExitCode()
    {
        using var errors = new StringWriter();

        var exitCode = await Server.RunAsync([.. TestServer.SettingsFor(_folder), "--Clinic:Region=Karoo"], errors);

        Assert.Equal(1, exitCode);
        Assert.Single(errors.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Run_DataFolderThatIsAFile_EndsWithALineAboutIt()
    {
        var file = _folder.Write("taken", "");
        using var errors = new StringWriter();

        var exitCode = await Server.RunAsync(
            [.. TestServer.SettingsFor(_folder), $"--Storage:DataFolder={file}"],
            errors
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("Storage:DataFolder", errors.ToString(), StringComparison.Ordinal);
        Assert.Single(errors.ToString().TrimEnd().Split('\n'));
    }

    private IReadOnlyList<string> ProblemsWith(params string[] settings) =>
        Assert.Throws<StartupException>(() => Server.Build([.. TestServer.SettingsFor(_folder), .. settings])).Problems;

    private static void BreakLine(string file, string text, string by)
    {
        var before = File.ReadAllText(file);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(file, before.Replace(text, by, StringComparison.Ordinal));
    }
}
