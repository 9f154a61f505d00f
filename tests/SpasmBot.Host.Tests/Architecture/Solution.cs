using System.Xml.Linq;

namespace SpasmBot.Host.Tests.Architecture;

/// <summary>The solution as it lies on the disk: its projects and what their files say.</summary>
internal static class Solution
{
    /// <summary>The folder of SpasmBot.sln, looked for from the tests upwards.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every project file, as a path relative to <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> ProjectFiles { get; } =
    [
        .. Directory
            .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The projects of the product: all but the tests.</summary>
    public static IReadOnlyList<string> ProductFiles { get; } =
    [.. ProjectFiles.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal))];

    /// <summary>The last part of a project's name: <c>Clinical</c> for src/SpasmBot.Clinical/SpasmBot.Clinical.csproj.</summary>
    public static string ShortName(string projectFile) =>
        Path.GetFileNameWithoutExtension(projectFile)["SpasmBot.".Length..];

    /// <summary>Short names of the projects that a project file references, also through a file that it imports.</summary>
    public static IReadOnlyList<string> ReferencesOf(string projectFile)
    {
        var project = Load(projectFile);
        var folder = Path.GetDirectoryName(projectFile)!;
        var imported = Attributes(project, "Import", "Project")
            .SelectMany(import => ReferencesOf(Path.Combine(folder, import)));
        return [.. Attributes(project, "ProjectReference", "Include").Select(ShortName), .. imported];
    }

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(Root, file));

    private static IEnumerable<string> Attributes(XDocument project, string element, string attribute) =>
        project.Descendants(element).Select(e => e.Attribute(attribute)?.Value).OfType<string>();

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "SpasmBot.sln"))
            ? folder
            : FindRoot(
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("SpasmBot.sln was not found.")
            );
}
