namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>A value among the words of a text: its first and last word, and how well it fits.</summary>
internal readonly record struct ValueMatch(int First, int Last, FoundValue Value);

/// <summary>Looks for the words of a value, in their order and near each other, among the words of a text.</summary>
internal sealed class ValueSearch(List<Token> text, int maxDistance, bool allowPartialMatches)
{
    /// <summary>Adds every place where the value stands; what is found once is not looked at again.</summary>
    public void AddAll(List<ValueMatch> matches, SortedValue value, List<Token> words)
    {
        var from = 0;
        while (from < text.Count && FindFrom(from, value, words) is { } match)
        {
            matches.Add(match);
            from = match.Last + 1;
        }
    }

    private ValueMatch? FindFrom(int from, SortedValue value, List<Token> words)
    {
        var (found, skipped, first, last) = (0, 0, -1, -1);
        foreach (var word in words)
        {
            var at = IndexOf(word.Normalized, from);
            var distance = found > 0 ? at - from : 0;
            if (at < 0 || distance > maxDistance)
            {
                continue;
            }

            found++;
            skipped += distance;
            first = first < 0 ? at : first;
            last = at;
            from = at + 1;
        }

        if (found == 0 || (found < words.Count && !allowPartialMatches))
        {
            return null;
        }

        // All of the value's words, and no others between them, is 1.
        var score = (float)found / words.Count * ((float)found / (found + skipped));
        return new ValueMatch(
            first,
            last,
            new FoundValue
            {
                Value = value.Value,
                Index = value.Index,
                Score = score,
            }
        );
    }

    private int IndexOf(string word, int from)
    {
        for (var at = from; at < text.Count; at++)
        {
            if (text[at].Normalized == word)
            {
                return at;
            }
        }

        return -1;
    }
}
