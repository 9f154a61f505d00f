using SpasmBot.TestKit;

namespace SpasmBot.Widget.Tests;

/// <summary>What no script and no page of the widget may do.</summary>
public sealed class ScriptsTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = Repository.ReadFolder(
        "src",
        "SpasmBot.Widget",
        "wwwroot"
    );

    public static TheoryData<string> Scripts() =>
        [.. Files.Keys.Where(path => path.EndsWith(".js", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_HasNoWayToMakeMarkupOrCodeOfText(string path)
    {
        string[] ways =
        [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "createContextualFragment",
            "DOMParser",
            "srcdoc",
            "eval(",
            "new Function",
            "javascript:",
        ];
        Assert.DoesNotContain(ways, way => Files[path].Contains(way, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_SaysInItsFirstLineWhatItIsFor(string path) =>
        Assert.StartsWith("// ", Files[path], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_KnowsNoAddressOfAnotherSite(string path)
    {
        // The name space of SVG is a name, not an address that is fetched.
        var text = Files[path].Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
    }
}
