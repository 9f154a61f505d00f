namespace SpasmBot.Language.Text;

/// <summary>Finds the words of a vocabulary that a mistyped word may stand for.</summary>
/// <remarks>
/// One slip (a letter missing, added, changed or two swapped) from a least number of letters on, two from
/// eight on where the first letter is right. Words that are right as they stand are
/// never corrected: "weak" is not a mistyped "week".
/// </remarks>
internal sealed class Spelling
{
    private const int LongWord = 8;

    private readonly HashSet<string> _known;
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);
    private readonly ILookup<char, string> _longByFirst;
    private readonly int _shortest;

    public Spelling(IEnumerable<string> vocabulary, IEnumerable<string> realWords, int shortest)
    {
        var words = vocabulary.Where(word => word.All(char.IsLetter)).Distinct(StringComparer.Ordinal).ToList();
        _shortest = shortest;
        _known = [.. words, .. realWords];
        _longByFirst = words.Where(word => word.Length >= LongWord).ToLookup(word => word[0]);
        foreach (var word in words.Where(word => word.Length >= shortest))
        {
            Index(word, word);
            foreach (var shorter in Deletions(word))
            {
                Index(shorter, word);
            }
        }
    }

    /// <summary>The words it may stand for: none when it is right as it stands, several when that is open.</summary>
    public IReadOnlyList<string> Corrections(string word)
    {
        if (word.Length < _shortest - 1 || word.Length > 40 || _known.Contains(word) || !word.All(char.IsLetter))
        {
            return [];
        }

        var near = OneSlip(word);
        return near.Count > 0 || word.Length < LongWord - 2 ? near : TwoSlips(word);
    }

    /// <summary>
    /// The one word it may stand for, or null when there is none or the choice is open. Of several the one that starts
    /// with the same letter goes first: few slip on that.
    /// </summary>
    public string? Correct(string word)
    {
        var near = Corrections(word);
        if (near.Count > 1)
        {
            near = [.. near.Where(candidate => candidate[0] == word[0])];
        }

        return near is [var only] ? only : null;
    }

    private List<string> OneSlip(string word)
    {
        var found = new List<string>();
        var byDeletion = _byDeletion.GetAlternateLookup<ReadOnlySpan<char>>();
        AddNear(word, word);
        Span<char> shorter = stackalloc char[word.Length - 1];
        word.AsSpan(1).CopyTo(shorter);
        for (var i = 0; i < word.Length; i++)
        {
            AddNear(shorter, word);
            if (i < shorter.Length)
            {
                shorter[i] = word[i];
            }
        }

        return found;

        void AddNear(ReadOnlySpan<char> key, string typed)
        {
            if (!byDeletion.TryGetValue(key, out var candidates))
            {
                return;
            }

            foreach (var candidate in candidates)
            {
                if (!found.Contains(candidate) && EditDistance.Between(typed, candidate, 1) <= 1)
                {
                    found.Add(candidate);
                }
            }
        }
    }

    private List<string> TwoSlips(string word) =>
        [
            .. _longByFirst[word[0]]
                .Where(candidate =>
                    Math.Abs(candidate.Length - word.Length) <= 2 && EditDistance.Between(word, candidate, 2) <= 2
                ),
        ];

    private void Index(string key, string word)
    {
        if (!_byDeletion.TryGetValue(key, out var words))
        {
            _byDeletion[key] = words = [];
        }

        if (!words.Contains(word))
        {
            words.Add(word);
        }
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }
}
