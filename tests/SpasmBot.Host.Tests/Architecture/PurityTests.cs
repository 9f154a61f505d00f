using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SpasmBot.Host.Tests.Architecture;

/// <summary>What a project must not touch, read from the compiled code, so that no spelling of it slips through.</summary>
public sealed class PurityTests
{
    private static readonly string[] InputAndOutput =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.Net.",
        "System.Console",
        "System.Environment.GetEnvironmentVariable",
        "System.Diagnostics.Process",
        "Microsoft.AspNetCore.",
        "Microsoft.EntityFrameworkCore.",
    ];

    private static readonly string[] Chance =
    [
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.Random.get_Shared",
        "System.Random..ctor",
        "System.Security.Cryptography.RandomNumberGenerator.",
    ];

    [Theory]
    [InlineData("SpasmBot.Clinical")]
    [InlineData("SpasmBot.Language")]
    public void Assembly_ThatReadsAndDecides_DoesNoInputOrOutput(string assembly) =>
        Assert.DoesNotContain(MembersUsedBy(assembly), member => StartsWithAny(member, InputAndOutput));

    [Theory]
    [InlineData("SpasmBot.Clinical")]
    [InlineData("SpasmBot.Language")]
    [InlineData("SpasmBot.Dialogs")]
    public void Assembly_OfTheConversation_LeavesNothingToChance(string assembly) =>
        Assert.DoesNotContain(MembersUsedBy(assembly), member => StartsWithAny(member, Chance));

    [Fact]
    public void MembersUsedBy_TheHost_SeesItsInputAndOutput() =>
        Assert.Contains(MembersUsedBy("SpasmBot.Host"), member => StartsWithAny(member, InputAndOutput));

    private static bool StartsWithAny(string member, string[] prefixes) =>
        prefixes.Any(prefix => member.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Members of other assemblies that the code names: <c>System.IO.File.ReadAllText</c>.</summary>
    private static HashSet<string> MembersUsedBy(string assembly)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
        using var pe = new PEReader(file);
        var metadata = pe.GetMetadataReader();
        return metadata
            .MemberReferences.Select(handle => metadata.GetMemberReference(handle))
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, member)}.{metadata.GetString(member.Name)}")
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string NameOf(MetadataReader metadata, MemberReference member)
    {
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
