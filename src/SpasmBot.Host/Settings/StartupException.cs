namespace SpasmBot.Host.Settings;

/// <summary>The server cannot start as it is set up; every problem is one line for whoever installs it.</summary>
public sealed class StartupException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One line each, naming the setting, the file and the line where these are known; never empty.</summary>
    /// <remarks>A message may quote a damaged file with its line ends.</remarks>
    public IReadOnlyList<string> Problems { get; } = [.. problems.Select(problem => problem.ReplaceLineEndings(" "))];
}
