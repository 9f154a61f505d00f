namespace SpasmBot.Language.Phrases;

/// <summary>Joins the parts of <c>a &amp; b</c> that stand near each other in one clause, or in one sentence.</summary>
internal static class TogetherMatches
{
    /// <summary>Most words between two neighbouring parts.</summary>
    private const int Near = 6;

    private const int NearInSentence = 40;

    /// <summary>For each place of the first part, the nearest places of the others.</summary>
    public static IEnumerable<PhraseMatch> Join(
        ReadText text,
        IReadOnlyList<IReadOnlyList<PhraseMatch>> parts,
        bool inSentence
    )
    {
        if (parts.Any(part => part.Count == 0))
        {
            yield break;
        }

        foreach (var start in parts[0])
        {
            var joined = start;
            foreach (var others in parts.Skip(1))
            {
                joined = joined is null ? null : Nearest(text, joined, others, inSentence);
            }

            if (joined is not null)
            {
                yield return joined;
            }
        }
    }

    private static PhraseMatch? Nearest(
        ReadText text,
        PhraseMatch match,
        IReadOnlyList<PhraseMatch> others,
        bool inSentence
    )
    {
        PhraseMatch? best = null;
        var least = int.MaxValue;
        foreach (var other in others)
        {
            var distance = Distance(text, match, other, inSentence);
            if (distance < least)
            {
                (best, least) = (other, distance);
            }
        }

        return best is null
            ? null
            : new(
                match.Phrase,
                Math.Min(match.First, best.First),
                Math.Max(match.Last, best.Last),
                [.. match.Used.Concat(best.Used).Distinct().Order()]
            );
    }

    private static int Distance(ReadText text, PhraseMatch a, PhraseMatch b, bool inSentence)
    {
        var (before, after) = a.First <= b.First ? (a, b) : (b, a);
        var between = after.First - before.Last - 1;
        if (between < 0)
        {
            // Parts that share a word say nothing together.
            return before.Used.Intersect(after.Used).Any() ? int.MaxValue : 0;
        }

        if (between > (inSentence ? NearInSentence : Near))
        {
            return int.MaxValue;
        }

        for (var at = before.Last + 1; at < after.First; at++)
        {
            if (inSentence ? text.Tokens[at].EndsSentence : text.IsMark(at))
            {
                return int.MaxValue;
            }
        }

        return between;
    }
}
