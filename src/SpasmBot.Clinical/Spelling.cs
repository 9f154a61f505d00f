namespace SpasmBot.Clinical;

/// <summary>Finds what somebody probably meant, so that an error can say so.</summary>
public static class Spelling
{
    /// <summary>Longer words are no slips, and comparing them takes time that a stranger could ask for.</summary>
    private const int LongestWord = 60;

    /// <summary>The candidate that is nearest to the word, or null when none is near enough to be a slip of the keyboard.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }
        var limit = word.Length < 4 ? 1 : Math.Max(2, word.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary><c>; did you mean fever?</c>, or nothing when no candidate is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $"; did you mean {nearest}?" : "";

    /// <summary>
    /// How many letters must be changed, added, left out or swapped with their neighbour; upper or lower case is
    /// the same.
    /// </summary>
    private static int Distance(string from, string to)
    {
        var (a, b) = (from.ToUpperInvariant(), to.ToUpperInvariant());
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.Length, b.Length];
    }

    private static int Cheapest(int[,] edits, string a, string b, int i, int j)
    {
        var change = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
    }
}
