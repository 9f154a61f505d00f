using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>What strace saw of a server: requests read, files synced, answers sent, in the order they happened.</summary>
public sealed partial class SystemCalls(string file)
{
    /// <summary>The tracer, before the program it traces. The program keeps its process id.</summary>
    public string[] Tracer =>
        [
            "strace",
            "-D",
            "-f",
            "--seccomp-bpf",
            "-yy",
            "-s",
            "120",
            "-e",
            "trace=recvmsg,recvfrom,read,fsync,fdatasync,sendmsg,sendto,write",
            "-e",
            "signal=none",
            "-o",
            file,
        ];

    /// <summary>Null when tracing works here, else why it does not.</summary>
    public static async Task<string?> WhyNotAsync()
    {
        try
        {
            var start = new ProcessStartInfo("strace", ["-D", "-f", "--seccomp-bpf", "-o", "/dev/null", "true"])
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 && said.Length == 0 ? null : $"strace cannot trace here: {said}";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"strace cannot be started here: {e.Message}";
        }
    }

    /// <summary>For each post of an activity that was answered with 200: was the log synced in between?</summary>
    public IReadOnlyList<bool> SyncedBeforeAcknowledged()
    {
        var posts = new List<bool>();
        var syncing = new HashSet<string>(StringComparer.Ordinal);
        bool? synced = null;
        foreach (var line in File.ReadLines(file))
        {
            var thread = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            if (line.Contains("\"POST /v3/directline/conversations/", StringComparison.Ordinal) && Post().IsMatch(line))
            {
                synced = false;
                syncing.Clear();
            }
            else if (Sync().IsMatch(line))
            {
                if (line.EndsWith("= 0", StringComparison.Ordinal))
                    synced |= synced is not null;
                else
                    syncing.Add(thread);
            }
            else if (Synced().IsMatch(line) && syncing.Remove(thread))
            {
                synced |= synced is not null;
            }
            else if (synced is { } before && line.Contains("\"HTTP/1.1 200 OK", StringComparison.Ordinal))
            {
                posts.Add(before);
                synced = null;
            }
        }

        return posts;
    }

    [GeneratedRegex("/activities HTTP", RegexOptions.None, 1000)]
    private static partial Regex Post();

    [GeneratedRegex(@" f(data)?sync\(\d+<[^>]*spasmbot\.db-wal>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sync();

    [GeneratedRegex(@"<\.\.\. f(data)?sync resumed>.*= 0$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Synced();
}
