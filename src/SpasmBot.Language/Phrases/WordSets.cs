namespace SpasmBot.Language.Phrases;

/// <summary>What a pattern needs after its first word.</summary>
/// <param name="Sets">The numbers of the sets of words of which one each must follow.</param>
/// <param name="Longest">The most tokens that the pattern can reach over.</param>
internal sealed record Needs(int[] Sets, int Longest);

/// <summary>The sets of words that patterns cannot do without, and which of them a word is in.</summary>
internal sealed class WordSets(Vocabulary vocabulary)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<PatternNode, int?> _known = new(ReferenceEqualityComparer.Instance);
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
        var needed = new HashSet<int>();
        foreach (var part in parts.Skip(1))
        {
            if (!_known.TryGetValue(part, out var number))
            {
                _known[part] = number = NumberOf(part);
            }

            if (number is { } set)
            {
                needed.Add(set);
            }
        }

        return new([.. needed], pattern.Longest);
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

    // The set of the words that a part begins with; null when it may be left out or begins with a number.
    private int? NumberOf(PatternNode part)
    {
        var starts = new HashSet<int>();
        if (!AddStarts(part, starts) || starts.Count == 0)
        {
            return null;
        }

        var terms = starts.ToArray();
        Array.Sort(terms);
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

    private bool AddStarts(PatternNode node, HashSet<int> starts)
    {
        switch (node)
        {
            case PatternNode.Word word:
                starts.Add(vocabulary.Add(word.Text, word.IsPrefix));
                return true;
            case PatternNode.Sequence sequence:
                return AddStarts(sequence.Parts[0], starts);
            case PatternNode.Choice { IsOptional: false } choice:
                return choice.Parts.All(option => AddStarts(option, starts));
            default:
                return false;
        }
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
