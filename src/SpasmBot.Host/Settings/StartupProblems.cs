using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SpasmBot.Host.Content;
using SpasmBot.Storage;

namespace SpasmBot.Host.Settings;

/// <summary>What keeps the server from starting, as lines for whoever installs it.</summary>
internal static partial class StartupProblems
{
    /// <summary>Checks settings, protocol and words, so that all that is wrong is said at once.</summary>
    /// <exception cref="StartupException">Something is.</exception>
    public static void ThrowIfAny(WebApplication app)
    {
        var problems = KnownSettings
            .MisspeltIn(app.Configuration, app.Services)
            .Concat(ProblemsOf(() => app.Services.GetService<IStartupValidator>()?.Validate()))
            .Concat(ProblemsOf(() => app.Services.GetService<DataFolder>()))
            .Concat(ProblemsOf(() => app.Services.GetService<ClinicContent>()))
            .Distinct(StringComparer.Ordinal)
            .Select(problem => SettingSource.Locate(app.Configuration, problem))
            .ToList();
        if (problems.Count > 0)
            throw new StartupException(problems);
    }

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
