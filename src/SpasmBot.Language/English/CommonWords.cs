using System.Collections.Frozen;

namespace SpasmBot.Language.English;

/// <summary>Words that say nothing about the topic of a question (<c>common.txt</c>).</summary>
internal static class CommonWords
{
    private const string Resource = "SpasmBot.Language.English.common.txt";

    private static readonly Lazy<FrozenSet<string>> Loaded = new(Load);

    public static IReadOnlyCollection<string> All => Loaded.Value;

    public static bool Contains(string word) => Loaded.Value.Contains(word);

    private static FrozenSet<string> Load()
    {
        using var stream =
            typeof(CommonWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
