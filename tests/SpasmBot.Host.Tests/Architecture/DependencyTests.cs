using System.Reflection;

namespace SpasmBot.Host.Tests.Architecture;

public sealed class DependencyTests
{
    // Who may reference whom. A project that is not here does not belong to the product.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Clinical"] = ["Contracts"],
        ["Runtime"] = ["Contracts"],
        ["Language"] = ["Clinical"],
        ["Dialogs"] = ["Contracts", "Clinical", "Language", "Runtime"],
        ["Channels"] = ["Contracts", "Runtime"],
        ["Storage"] = ["Contracts", "Clinical"],
        ["Desk"] = ["Contracts", "Clinical", "Language", "Storage"],
        ["Widget"] = [],
        ["Host"] = ["Contracts", "Clinical", "Runtime", "Language", "Dialogs", "Channels", "Storage", "Desk", "Widget"],
    };

    public static TheoryData<string> ProductFiles => [.. Solution.ProductFiles];

    [Fact]
    public void ProductFiles_OfTheRepository_AreFound() =>
        Assert.Contains("Host", Solution.ProductFiles.Select(Solution.ShortName));

    [Theory]
    [MemberData(nameof(ProductFiles))]
    public void ProjectFile_OfTheProduct_ReferencesOnlyWhatTheTableAllows(string projectFile)
    {
        var project = Solution.ShortName(projectFile);
        Assert.Contains(project, Allowed.Keys);
        Assert.Empty(Solution.ReferencesOf(projectFile).Except(Allowed[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProductFiles))]
    public void Assembly_OfTheProduct_UsesOnlyWhatTheTableAllows(string projectFile)
    {
        // The compiled references too: a project file also brings in what the projects it names reference.
        var used = Assembly
            .Load(Path.GetFileNameWithoutExtension(projectFile))
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("SpasmBot.", StringComparison.Ordinal))
            .Select(name => name["SpasmBot.".Length..]);
        Assert.Empty(used.Except(Allowed[Solution.ShortName(projectFile)], StringComparer.Ordinal));
    }

    [Fact]
    public void Solution_Always_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Solution.Root, "SpasmBot.sln")).Replace('\\', '/');
        Assert.All(Solution.ProjectFiles, file => Assert.Contains($"\"{file}\"", solution, StringComparison.Ordinal));
    }
}
