using System.Diagnostics;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>Programs of Node beside the public packages in <c>clients</c>.</summary>
internal static class Node
{
    /// <summary>What the program wrote; fails with that and its errors unless it ended well.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Repository.PathOf("tests", "SpasmBot.EndToEnd.Tests", "clients"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{output}\n{await errors}");
        return output;
    }
}
