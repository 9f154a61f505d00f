using BenchmarkDotNet.Attributes;
using SpasmBot.Clinical;
using SpasmBot.Language;

namespace SpasmBot.Benchmarks;

/// <summary>Own words of a person, read with the real protocol: a message of usual length and the longest there is.</summary>
[InProcess]
[MemoryDiagnoser]
[MedianColumn]
public class ReadingBenchmark
{
    private const string Story =
        "I painted the ceiling on Sunday and now I can hardly turn my head, it is on the right between the shoulder "
        + "blade and the spine, like a 6. No chest pain, no fever, but my arm tingles at night since Tuesday. Heat helps, "
        + "driving makes it worse. I am 47, my father had a heart attack and I take blood pressure tablets, not sure "
        + "if that matters. ";

    private static readonly ReadingContext Context = new(new DateOnly(2026, 11, 22));

    private LanguagePack _pack;
    private string _text;

    /// <summary>Letters: a usual message, the longest that is taken, and the longest of one word over and over.</summary>
    [Params(300, 4000, -4000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "protocol");
        var files = Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText);
        var commands = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "words", "commands.yaml"));
        _pack =
            LanguagePack.Load(files, commands, ProtocolLoader.Load(files).Protocol).Pack
            ?? throw new InvalidOperationException("The protocol does not load.");
        var part = Length > 0 ? Story : "chest tight ";
        var length = Math.Abs(Length);
        _text = string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];
    }

    [Benchmark]
    public Understood Read() => _pack.OwnWords.Read(_text, Context);
}
