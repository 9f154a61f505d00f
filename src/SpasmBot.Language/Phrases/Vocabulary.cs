using SpasmBot.Language.Text;

namespace SpasmBot.Language.Phrases;

/// <summary>The words of all patterns as numbers, and which of them a typed word stands for.</summary>
internal sealed class Vocabulary
{
    private const int Shortest = 5;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fillers;
    private readonly HashSet<string> _realWords;
    private readonly Dictionary<string, string[]> _shorthand;
    private Lazy<Spelling>? _spelling;
    private Lazy<SoundAlike>? _soundAlike;
    private ILookup<char, string>? _longPrefixes;

    public Vocabulary(
        IEnumerable<string> fillers,
        IEnumerable<string> realWords,
        IEnumerable<KeyValuePair<string, string[]>> shorthand
    )
    {
        _fillers = new(fillers, StringComparer.Ordinal);
        _realWords = new(realWords, StringComparer.Ordinal);
        _shorthand = new(shorthand, StringComparer.Ordinal);
    }

    /// <summary>Whether the word may stand between the words of a pattern without changing it.</summary>
    public bool IsFiller(string word) => _fillers.Contains(word);

    /// <summary>The number of a word of a pattern, given on first use.</summary>
    public int Add(string word, bool isPrefix)
    {
        var terms = isPrefix ? _prefixes : _words;
        if (!terms.TryGetValue(word, out var id))
        {
            id = _words.Count + _prefixes.Count + 1;
            terms.Add(word, id);
        }

        return id;
    }

    /// <summary>No more words come: mistyped words can be put right from here on.</summary>
    public void Complete()
    {
        // The first mistyped word pays for it, not the start.
        _spelling = new(() => new([.. _words.Keys], [.. _realWords, .. _fillers, .. _words.Keys], Shortest));
        _soundAlike = new(() => new(_words.Keys));
        _longPrefixes = _prefixes.Keys.Where(prefix => prefix.Length >= Shortest).ToLookup(prefix => prefix[0]);
    }

    /// <summary>The numbers of all words of patterns that a token stands for.</summary>
    /// <param name="token">The token.</param>
    /// <param name="isGuess">Whether it was taken for a mistyped word.</param>
    public int[] TermsOf(Token token, out bool isGuess)
    {
        isGuess = false;
        var terms = new List<int>(4);
        AddExact(token.Value, terms);
        foreach (var meant in _shorthand.GetValueOrDefault(token.Value, []))
        {
            AddExact(meant, terms);
        }

        // "Burnning" begins like a word of some pattern and is a mistyped other all the same.
        var begins = terms.Count > 0;
        if (
            (!begins || (!_words.ContainsKey(token.Value) && token.Value.Length > Shortest))
            && token.Kind == TokenKind.Word
            && !_fillers.Contains(token.Value)
            && !_realWords.Contains(token.Value)
            && !_shorthand.ContainsKey(token.Value)
        )
        {
            AddMistyped(token.Value, terms);
            isGuess = !begins && terms.Count > 0;
        }

        return [.. terms];
    }

    private void AddExact(string word, List<int> terms)
    {
        if (_words.TryGetValue(word, out var id))
        {
            terms.Add(id);
        }

        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 2; length <= Math.Min(word.Length, 20); length++)
        {
            if (prefixes.TryGetValue(word.AsSpan(0, length), out id))
            {
                terms.Add(id);
            }
        }
    }

    private void AddMistyped(string word, List<int> terms)
    {
        foreach (var meant in _spelling!.Value.Corrections(word).Concat(_soundAlike!.Value.Of(word)))
        {
            AddExact(meant, terms);
        }

        if (word.Length >= Shortest)
        {
            AddMistypedBeginning(word, terms);
        }
    }

    private void AddMistypedBeginning(string word, List<int> terms)
    {
        foreach (var prefix in _longPrefixes![word[0]])
        {
            if (StartsNearly(word, prefix))
            {
                terms.Add(_prefixes[prefix]);
            }
        }
    }

    // One slip inside the prefix: the word's first letters are one letter more, less or other.
    private static bool StartsNearly(string word, string prefix)
    {
        for (var length = prefix.Length - 1; length <= prefix.Length + 1; length++)
        {
            if (length <= word.Length && EditDistance.Between(word.AsSpan(0, length), prefix, 1) <= 1)
            {
                return true;
            }
        }

        return false;
    }
}
