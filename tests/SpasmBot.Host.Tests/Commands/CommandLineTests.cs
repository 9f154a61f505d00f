using SpasmBot.Host.Commands;
using SpasmBot.Host.Tests.Architecture;

namespace SpasmBot.Host.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "protocols", "upper-back-spasm");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--Clinic:Name=Karoo")]
    [InlineData(true, "diagram")]
    [InlineData(true, "help")]
    [InlineData(true, "--help")]
    [InlineData(true, "serve")]
    public void IsCommand_SettingsAlone_StartTheServer(bool isCommand, params string[] arguments) =>
        Assert.Equal(isCommand, CommandLine.IsCommand(arguments));

    [Fact]
    public void CheckProtocol_AsShipped_SaysWhatItContains()
    {
        var (exitCode, output, errors) = Run("check-protocol");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("version 1", output, StringComparison.Ordinal);
        Assert.Contains("findings", output, StringComparison.Ordinal);
        Assert.Contains("Sections of the knowledge: 44", output, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckProtocol_FolderGiven_ListsAllItsErrors()
    {
        var copy = _folder.Copy(Shipped, "protocol");
        File.Delete(Path.Combine(copy, "conditions.yaml"));
        File.AppendAllText(Path.Combine(copy, "findings.yaml"), "\nnonsense: true\n");

        var (exitCode, output, errors) = Run("check-protocol", copy);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(Path.Combine(copy, "conditions.yaml:"), errors, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(copy, "findings.yaml:"), errors, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckProtocol_KnowledgeBroken_NamesTheFileAndTheLine()
    {
        var copy = _folder.Copy(Shipped, "protocol");
        var section = Path.Combine(copy, "knowledge", "mri.md");
        File.WriteAllText(section, File.ReadAllText(section).Replace("[diagnosis, ", "[no-such-section, "));

        var (exitCode, output, errors) = Run("check-protocol", copy);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains($"{section}:5: there is no section 'no-such-section'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckProtocol_FolderMissing_NamesIt()
    {
        var (exitCode, _, errors) = Run("check-protocol", Path.Combine(_folder.Path, "nowhere"));

        Assert.Equal(1, exitCode);
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_LabelledCases_AllAsTheProtocolSays()
    {
        var (exitCode, output, errors) = Run(
            "assess",
            Path.Combine(Solution.Root, "tests", "cases", "vignettes.jsonl")
        );

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("under-triage", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_CaseLabelledOtherwise_NamesItAndFails()
    {
        var file = _folder.Write(
            "cases.jsonl",
            """
            { "id": "mislabelled", "age": 34, "findings": { "chest-pressure": "present" }, "protocolDisposition": "self-care", "decidingRule": "A2", "clinicalMin": "self-care", "clinicalMax": "self-care" }
            """
        );

        var (exitCode, output, _) = Run("assess", file);

        Assert.Equal(1, exitCode);
        Assert.Contains("mislabelled", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_FileMissing_NamesIt()
    {
        var (exitCode, _, errors) = Run("assess", Path.Combine(_folder.Path, "nothing.jsonl"));

        Assert.Equal(1, exitCode);
        Assert.Contains("nothing.jsonl", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "questions.jsonl", "--sections=0.9", "--answerable=0.9", "--emergencies=1")]
    [InlineData("understand", "utterances.jsonl", "--f1=0.92", "--emergencies=1", "--idioms=1")]
    [InlineData("understand", "replies.jsonl", "--exact=0.95")]
    public void Score_LabelledLines_AreAboveTheThresholds(string command, string file, params string[] thresholds)
    {
        var (exitCode, output, errors) = Run([command, CasesOf(file), .. thresholds]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("emergencies", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_LineLabelledOtherwise_NamesItAndFailsUnderTheThreshold()
    {
        var file = _folder.Write(
            "questions.jsonl",
            """{ "id": "mislabelled", "text": "do I need an MRI", "sections": ["surgery"], "answerable": true }"""
        );

        Assert.Equal(0, Run("ask", file).ExitCode);
        var (exitCode, output, _) = Run("ask", file, "--sections=0.5");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "mislabelled sections: \"do I need an MRI\" asks for surgery; got mri",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Understand_LineLabelledOtherwise_NamesWhatIsDifferent()
    {
        var file = _folder.Write(
            "utterances.jsonl",
            """
            { "id": "mislabelled", "text": "no fever, 34 years old", "expect": { "age": 35, "onsetDays": null, "severity": null, "findings": { "fever": "present" } } }
            not json
            """
        );

        var (exitCode, output, _) = Run("understand", file);

        Assert.Equal(1, exitCode);
        Assert.Contains("missed fever present; age is 34, not 35", output, StringComparison.Ordinal);
        Assert.Contains("line 2 cannot be read", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "--f1=0.9")]
    [InlineData("ask", "--sections")]
    [InlineData("ask", "--sections=1.5")]
    [InlineData("understand", "--secions=0.9")]
    public void Score_ThresholdThatIsNone_IsNotPassedOver(string command, string option)
    {
        var (exitCode, output, errors) = Run(command, CasesOf("questions.jsonl"), option);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(option, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("understand")]
    public void Score_FileMissing_NamesIt(string command)
    {
        var (exitCode, _, errors) = Run(command, Path.Combine(_folder.Path, "nothing.jsonl"));

        Assert.Equal(1, exitCode);
        Assert.Contains("nothing.jsonl", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_AsShipped_SaysHowTheRulesAct()
    {
        var (exitCode, output, errors) = Run("simulate", "300");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("300 people, seed 1", output, StringComparison.Ordinal);
        Assert.Contains("5 % of the screens are skipped", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_NoCaseMix_NamesTheFile()
    {
        var copy = _folder.Copy(Shipped, "protocol");
        File.Delete(Path.Combine(copy, "case-mix.yaml"));

        var (exitCode, _, errors) = Run("simulate", $"--Protocol:Folder={copy}");

        Assert.Equal(1, exitCode);
        Assert.Contains("case-mix.yaml is missing", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckProtocol_AsShipped_NothingIsOutOfReachAndTheProofsHold()
    {
        var (_, output, _) = Run("check-protocol");

        Assert.Contains("no question, no phrase: none", output, StringComparison.Ordinal);
        Assert.Contains("proved: Every rule can be the one that decides.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagram_AsShipped_IsMermaid()
    {
        var (exitCode, output, errors) = Run("diagram");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("flowchart", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagram_ProtocolFolderSet_IsOfThatProtocol()
    {
        var (exitCode, _, errors) = Run("diagram", $"--Protocol:Folder={_folder.Path}");

        Assert.Equal(1, exitCode);
        Assert.Contains("rules.yaml", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("assess")]
    [InlineData("diagram", "twice")]
    [InlineData("simulate", "many")]
    [InlineData("check-protocol", "one", "two")]
    public void Run_WrongUsage_ShowsTheCommands(params string[] arguments)
    {
        var (exitCode, output, errors) = Run(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("check-protocol [FOLDER]", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_Always_ShowsTheCommands()
    {
        var (exitCode, output, errors) = Run("--help");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("check-protocol [FOLDER]", output, StringComparison.Ordinal);
    }

    private static string CasesOf(string file) => Path.Combine(Solution.Root, "tests", "cases", file);

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = CommandLine.Run(arguments, output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
