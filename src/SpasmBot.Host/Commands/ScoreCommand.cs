using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Host.Content;
using SpasmBot.Host.Settings;
using SpasmBot.Language;

namespace SpasmBot.Host.Commands;

/// <summary>Scores labelled lines for what the bot understands or answers, against thresholds (<c>--f1=0.92</c>).</summary>
internal static class ScoreCommand
{
    /// <summary>Answers labelled questions.</summary>
    public static int Ask(ContentOptions options, string file, Arguments arguments) =>
        Run(
            arguments,
            QuestionScoring.Names,
            () =>
            {
                var (_, language) = ContentLoader.LoadProtocol(options);
                return QuestionScoring.Score(language, File.ReadLines(file), arguments.Today);
            }
        );

    /// <summary>Reads labelled utterances or replies.</summary>
    public static int Understand(ContentOptions options, string file, Arguments arguments) =>
        Run(
            arguments,
            UnderstandingScoring.Names,
            () =>
            {
                var (protocol, language) = ContentLoader.LoadProtocol(options);
                return UnderstandingScoring.Score(language, protocol, File.ReadLines(file), arguments.Today);
            }
        );

    private static int Run(Arguments arguments, IReadOnlyList<string> measures, Func<ScoreReport> score)
    {
        var thresholds = new Dictionary<string, double>(StringComparer.Ordinal);
        // A setting has a colon in its name; anything else must be a measure, or a slip in it would let all pass.
        foreach (var option in arguments.Options.Where(option => !option.Contains(':', StringComparison.Ordinal)))
        {
            if (!TryReadThreshold(option, measures, thresholds))
            {
                arguments.Errors.WriteLine(
                    $"{option} is no threshold; expected a number from 0 to 1, as --{measures[0]}=0.9, for one of: "
                        + string.Join(", ", measures)
                );
                return CommandLine.WrongUsage;
            }
        }

        ScoreReport report;
        try
        {
            report = score();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException([$"The labelled lines cannot be read: {e.Message}"]);
        }

        arguments.Output.WriteLine(report.Write());
        var isEnough = thresholds.All(threshold => report[threshold.Key] >= threshold.Value);
        return isEnough && report.BadLines.Count == 0 ? CommandLine.Success : CommandLine.Failure;
    }

    private static bool TryReadThreshold(
        string option,
        IReadOnlyList<string> measures,
        Dictionary<string, double> thresholds
    )
    {
        var parts = option.TrimStart('-').Split('=');
        return parts is [var name, var number]
            && measures.Contains(name)
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value <= 1
            && thresholds.TryAdd(name, value);
    }

    /// <summary>What the command line gave.</summary>
    /// <param name="Options">The arguments that begin with <c>--</c>.</param>
    /// <param name="Today">The date that a line without one of its own counts from.</param>
    internal sealed record Arguments(
        IReadOnlyList<string> Options,
        DateOnly Today,
        TextWriter Output,
        TextWriter Errors
    );
}
