using System.Runtime.CompilerServices;

namespace SpasmBot.TestKit;

/// <summary>
/// Holds a text equal to a file that somebody has read and approved. A text that differs is written beside it as
/// <c>NAME.received.txt</c>; to approve it, put it in the file's place, or run the tests with <c>APPROVE=1</c>.
/// </summary>
public static class Approved
{
    private static readonly bool Approves = Environment.GetEnvironmentVariable("APPROVE") == "1";

    /// <summary>Fails when the text is not the approved one.</summary>
    /// <param name="text">What came out.</param>
    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="among">The folder of the files, beside the test.</param>
    /// <param name="test">The file of the test.</param>
    /// <exception cref="InvalidOperationException">The two differ.</exception>
    public static void Matches(
        string text,
        string name,
        string among = "Transcripts",
        [CallerFilePath] string test = ""
    )
    {
        var folder = Path.Combine(Path.GetDirectoryName(test)!, among);
        var file = Path.Combine(folder, $"{name}.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        text = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Approves)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, text);
        }

        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new InvalidOperationException(
            $"{name} is not as approved. {FirstDifference(approved, text)}\nSee {received}"
        );
    }

    private static string FirstDifference(string approved, string text)
    {
        var (before, now) = (approved.Split('\n'), text.Split('\n'));
        var line = Enumerable
            .Range(0, Math.Max(before.Length, now.Length))
            .First(at => before.ElementAtOrDefault(at) != now.ElementAtOrDefault(at));
        return $"Line {line + 1} was\n  {before.ElementAtOrDefault(line)}\nand is\n  {now.ElementAtOrDefault(line)}";
    }
}
