using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Clinical.Loading;
using SpasmBot.Clinical.Simulation;
using SpasmBot.Host.Content;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Commands;

/// <summary>What the executable does besides serving: it checks and shows a protocol, and scores labelled cases.</summary>
public static class CommandLine
{
    internal const int Success = 0;
    internal const int Failure = 1;
    internal const int WrongUsage = 2;

    private const string Usage = """
        SpasmBot                              starts the server
        SpasmBot check-protocol [FOLDER]      checks a protocol and says what it contains
        SpasmBot assess FILE.jsonl            decides labelled cases and compares
        SpasmBot simulate [PEOPLE]            runs a case mix through the rules
        SpasmBot ask FILE.jsonl               answers labelled questions; --sections=0.9 fails below that
        SpasmBot understand FILE.jsonl        reads labelled utterances or replies; --f1=0.9 fails below that
        SpasmBot diagram                      draws the flow of the check as Mermaid

        Settings may follow, as --Protocol:Folder=FOLDER; see the README.
        """;

    /// <summary>True when the arguments ask for one of these commands; settings (<c>--…</c>) alone ask for the server.</summary>
    public static bool IsCommand(IReadOnlyList<string> arguments) =>
        arguments.Count > 0 && (IsHelp(arguments[0]) || !IsSetting(arguments[0]));

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command, what it works on, and settings.</param>
    /// <param name="output">The result.</param>
    /// <param name="errors">What was wrong.</param>
    /// <returns>The exit code: 0 when all is well, 1 when something is wrong with what was checked, 2 for a wrong command line.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var operands = arguments.Where(argument => !IsSetting(argument)).ToArray();
        try
        {
            return operands switch
            {
                _ when IsHelp(arguments[0]) => Say(output, Usage, Success),
                ["check-protocol"] => CheckProtocol(ContentOf(arguments), output, errors),
                ["check-protocol", var folder] => CheckProtocol(
                    ContentOf(arguments) with
                    {
                        ProtocolFolder = Path.GetFullPath(folder),
                    },
                    output,
                    errors
                ),
                ["assess", var file] => Assess(ContentOf(arguments).ProtocolFolder, file, output, errors),
                ["simulate"] => Simulate(ContentOf(arguments).ProtocolFolder, Simulator.DefaultPeople, output, errors),
                ["simulate", var people]
                    when int.TryParse(people, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        && number > 0 => Simulate(ContentOf(arguments).ProtocolFolder, number, output, errors),
                ["ask", var file] => ScoreCommand.Ask(ContentOf(arguments), file, Score(arguments, output, errors)),
                ["understand", var file] => ScoreCommand.Understand(
                    ContentOf(arguments),
                    file,
                    Score(arguments, output, errors)
                ),
                ["diagram"] => Diagram(ContentOf(arguments).ProtocolFolder, output, errors),
                _ => Say(errors, Usage, WrongUsage),
            };
        }
        catch (StartupException e)
        {
            return Say(errors, string.Join(Environment.NewLine, e.Problems), Failure);
        }
    }

    private static int CheckProtocol(ContentOptions options, TextWriter output, TextWriter errors)
    {
        var (protocol, language) = ContentLoader.LoadProtocol(options);
        output.Write(ProtocolReportText.Write(ProtocolReport.Of(protocol, language.Sayable)));
        return Say(output, $"Sections of the knowledge: {language.Knowledge.Sections.Count}", Success);
    }

    private static int Assess(string folder, string file, TextWriter output, TextWriter errors)
    {
        if (Load(folder, errors) is not { } protocol)
            return Failure;
        try
        {
            var report = CaseScoring.Score(protocol, File.ReadLines(file));
            return Say(output, CaseReportText.Write(report).TrimEnd(), report.IsPerfect ? Success : Failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Say(errors, $"{file} cannot be read: {e.Message}", Failure);
        }
    }

    private static int Simulate(string path, int people, TextWriter output, TextWriter errors)
    {
        if (Load(path, errors) is not { } protocol)
            return Failure;
        var folder = TextFolder.Read(path, "Protocol:Folder");
        if (!folder.Files.TryGetValue(CaseMixFile.Name, out var text))
            return Say(
                errors,
                $"{Path.Combine(path, CaseMixFile.Name)} is missing: it says who is simulated.",
                Failure
            );
        var read = CaseMixFile.Read(text, protocol);
        foreach (var error in folder.Locate(read.Errors))
            errors.WriteLine(error);
        return read.Mix is { } mix
            ? Say(output, SimulationReportText.Write(Simulator.Run(protocol, mix, people), protocol).TrimEnd(), Success)
            : Failure;
    }

    private static ScoreCommand.Arguments Score(IEnumerable<string> arguments, TextWriter output, TextWriter errors) =>
        new(
            [.. arguments.Where(IsSetting)],
            DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            output,
            errors
        );

    private static int Diagram(string folder, TextWriter output, TextWriter errors) =>
        Load(folder, errors) is { } protocol ? Say(output, FlowDiagram.Render(protocol).TrimEnd(), Success) : Failure;

    private static Protocol? Load(string path, TextWriter errors)
    {
        var folder = TextFolder.Read(path, "Protocol:Folder");
        var result = ProtocolLoader.Load(folder.Files);
        foreach (var error in folder.Locate(result.Errors))
            errors.WriteLine(error);
        return result.Protocol;
    }

    private static ContentOptions ContentOf(IEnumerable<string> arguments) =>
        ContentOptions.From(
            new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine([.. arguments.Where(IsSetting)])
                .Build()
        );

    private static int Say(TextWriter writer, string text, int exitCode)
    {
        writer.WriteLine(text);
        return exitCode;
    }

    private static bool IsSetting(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static bool IsHelp(string argument) => argument is "help" or "--help" or "-h" or "-?";
}
