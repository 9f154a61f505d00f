using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SpasmBot.Host.Content;
using SpasmBot.Storage;

namespace SpasmBot.Host.Settings;

/// <summary>What keeps the server from starting, as lines for whoever installs it.</summary>
internal static partial class StartupProblems
{
    /// <summary>
    /// Checks the settings, and waits for protocol and words only when some are wrong, so that all that is wrong is said
    /// at once.
    /// </summary>
    /// <exception cref="StartupException">Something is.</exception>
    public static void ThrowIfSettingsAreWrong(WebApplication app)
    {
        List<string> problems =
        [
            .. KnownSettings.MisspeltIn(app.Configuration, app.Services),
            .. ProblemsOf(() => app.Services.GetService<IStartupValidator>()?.Validate()),
            .. ProblemsOf(() => app.Services.GetService<DataFolder>()),
        ];
        if (problems.Count > 0)
            Throw(app, [.. problems, .. ContentProblems(app)]);
    }

    /// <summary>Waits for protocol and words and checks them.</summary>
    /// <exception cref="StartupException">Something is wrong with them.</exception>
    public static void ThrowIfContentIsWrong(WebApplication app)
    {
        if (ContentProblems(app) is { Count: > 0 } problems)
            Throw(app, problems);
    }

    private static IReadOnlyList<string> ContentProblems(WebApplication app) =>
        ProblemsOf(() => app.Services.GetService<ClinicContent>());

    [DoesNotReturn]
    private static void Throw(WebApplication app, IEnumerable<string> problems) =>
        throw new StartupException([
            .. problems
                .Distinct(StringComparer.Ordinal)
                .Select(problem => SettingSource.Locate(app.Configuration, problem)),
        ]);

    /// <summary>The problems that an exception stands for; null when it is a fault of ours.</summary>
    public static IReadOnlyList<string>? Of(Exception error) =>
        error switch
        {
            StartupException e => e.Problems,
            OptionsValidationException e => [.. e.Failures.Select(f => Annotation().Replace(f, "${message}"))],
            AggregateException e when e.InnerExceptions.All(inner => Of(inner) is not null) =>
            [
                .. e.InnerExceptions.SelectMany(inner => Of(inner)!),
            ],
            // What the configuration says of a value or a file that it cannot read.
            InvalidOperationException e when Unreadable().IsMatch(e.Message) => [e.Message],
            InvalidDataException e => [$"{e.Message} {e.GetBaseException().Message}"],
            // The address is taken, a folder cannot be written.
            IOException or UnauthorizedAccessException => [error.Message],
            _ => null,
        };

    private static IReadOnlyList<string> ProblemsOf(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (Exception e) when (Of(e) is { } problems)
        {
            return problems;
        }
    }

    [GeneratedRegex(
        @"^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\.$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Annotation();

    [GeneratedRegex(
        "^Failed to convert configuration value|^The setting ",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Unreadable();
}
