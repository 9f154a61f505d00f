namespace SpasmBot.Language.Phrases;

/// <summary>What a pattern needs after its first word.</summary>
/// <param name="Sets">The numbers of the sets of words of which one each must follow.</param>
/// <param name="Longest">The most tokens that the pattern can reach over.</param>
internal sealed record Needs(IReadOnlyList<int> Sets, int Longest);

/// <summary>The sets of words that patterns cannot do without, and which of them a word is in.</summary>
internal sealed class WordSets(Vocabulary vocabulary)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _building = [];
    private int[][] _byTerm = [];

    /// <summary>How many sets there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The numbers of the sets that a term is in.</summary>
    public ReadOnlySpan<int> Of(int term) => term < _byTerm.Length ? _byTerm[term] : [];

    /// <summary>What the pattern needs after its first part.</summary>
    public Needs NeedsOf(PatternNode pattern)
    {
        var parts = pattern is PatternNode.Sequence sequence ? sequence.Parts : [pattern];
        var needed = parts
            .Skip(1)
            .Select(Starts)
            .Where(terms => terms is { Count: > 0 })
            .Select(terms => NumberOf(terms!))
            .Distinct()
            .ToArray();
        return new(needed, PatternWalk.Longest(pattern));
    }

    /// <summary>No more sets come.</summary>
    public void Complete()
    {
        _byTerm = new int[_building.Keys.DefaultIfEmpty(-1).Max() + 1][];
        for (var term = 0; term < _byTerm.Length; term++)
        {
            _byTerm[term] = _building.TryGetValue(term, out var sets) ? [.. sets] : [];
        }
    }

    // The words that a part begins with; null when it may be left out or begins with a number.
    private SortedSet<int>? Starts(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Word word:
                return [vocabulary.Add(word.Text, word.IsPrefix)];
            case PatternNode.Sequence sequence:
                return Starts(sequence.Parts[0]);
            case PatternNode.Choice { IsOptional: false } choice:
                var all = new SortedSet<int>();
                foreach (var option in choice.Options)
                {
                    if (Starts(option) is not { } starts)
                    {
                        return null;
                    }

                    all.UnionWith(starts);
                }

                return all;
            default:
                return null;
        }
    }

    private int NumberOf(SortedSet<int> terms)
    {
        var key = string.Join(',', terms);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _numbers.Count;
            foreach (var term in terms)
            {
                (_building.TryGetValue(term, out var sets) ? sets : _building[term] = []).Add(number);
            }
        }

        return number;
    }
}

/// <summary>Where the next word of each set stands, seen from a place in a text that is walked from its end.</summary>
internal sealed class Reach
{
    private readonly int[] _next;

    public Reach(int sets)
    {
        _next = new int[sets];
        Array.Fill(_next, int.MaxValue);
    }

    /// <summary>Whether a word of each set stands near enough after this place.</summary>
    public bool Has(Needs needs, int at)
    {
        foreach (var set in needs.Sets)
        {
            if (_next[set] - at >= needs.Longest)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes in the terms of a token, on the way to the one before it.</summary>
    public void Pass(int at, ReadOnlySpan<int> terms, WordSets sets)
    {
        foreach (var term in terms)
        {
            foreach (var set in sets.Of(term))
            {
                _next[set] = at;
            }
        }
    }
}
