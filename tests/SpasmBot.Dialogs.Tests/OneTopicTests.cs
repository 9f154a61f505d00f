using System.Text.RegularExpressions;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>What is particular to a protocol stands in its folder: the code and the words around it name none of it.</summary>
public sealed partial class OneTopicTests
{
    private static readonly string[] Topics = ["upper back", "nine phases", "muscle spasm", "sore back"];

    public static TheoryData<string> Files =>
        [
            .. Sources("dialogs", "*.cs").Where(file => !file.Contains("protocols", StringComparison.Ordinal)),
            .. Sources(Path.Combine("dialogs", "words"), "*.yaml"),
            .. Sources(Path.Combine("src", "SpasmBot.Language"), "*.cs"),
            .. Sources(Path.Combine("src", "SpasmBot.Language"), "*.yaml"),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_NamesNoTopicAndNoFinding(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        var quoted = Quoted().Matches(text).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        // An id of one word is an English word too ("fever", "aching").
        var findings = Shipped
            .Protocol.Findings.Select(f => f.Id)
            .Where(id => id.Contains('-', StringComparison.Ordinal));

        Assert.All(Topics, topic => Assert.DoesNotContain(topic, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(findings, finding => Assert.DoesNotContain(finding, quoted));
    }

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    [GeneratedRegex(
        "[\"'>(\\s](?<id>[a-z]+(?:-[a-z]+)+)[\"'<):\\s]",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Quoted();
}
