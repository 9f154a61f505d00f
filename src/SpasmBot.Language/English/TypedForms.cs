using System.Collections.Frozen;

namespace SpasmBot.Language.English;

/// <summary>How words are typed by ear or in a hurry, and the words that are meant (<c>spellings.txt</c>).</summary>
internal static class TypedForms
{
    private const string Resource = "SpasmBot.Language.English.spellings.txt";

    private static readonly FrozenDictionary<string, string> Meant = Load();

    /// <summary>The forms by themselves.</summary>
    public static IEnumerable<string> All => Meant.Keys;

    /// <summary>The word that a typed form stands for; the form itself when it stands for no other.</summary>
    public static string Plain(string typed) => Meant.GetValueOrDefault(typed, typed);

    private static FrozenDictionary<string, string> Load()
    {
        using var stream =
            typeof(TypedForms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var meant = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(':') is [var word, var forms] && !line.StartsWith('#'))
            {
                foreach (var form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    meant.Add(form, word);
                }
            }
        }

        return meant.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
