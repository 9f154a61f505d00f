using SpasmBot.Host.Commands;
using SpasmBot.TestKit;

namespace SpasmBot.Host.Tests;

/// <summary>What the README shows is what the product says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_diagram_in_the_README_is_the_one_that_the_command_prints()
    {
        using var printed = new StringWriter();
        CommandLine.Run(["diagram"], printed, TextWriter.Null);

        var readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        var diagram = printed.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
        Assert.Contains(
            $"<!-- diagram -->\n```mermaid\n{diagram}\n```\n<!-- /diagram -->",
            readme,
            StringComparison.Ordinal
        );
    }
}
