namespace SpasmBot.Language.Phrases;

/// <summary>A part of a phrase pattern, as written. A named list is one node in all the patterns that use it.</summary>
internal abstract class PatternNode
{
    /// <summary>How many small words may stand before a word of a pattern.</summary>
    public const int MostFillers = 3;

    private const int LongestNumber = 8;

    private PatternNode(int longest, IReadOnlyList<PatternNode>? parts = null) =>
        (Longest, Parts) = (longest, parts ?? []);

    /// <summary>The most tokens that it can reach over, with all that may stand between its words.</summary>
    public int Longest { get; }

    /// <summary>What it is made of.</summary>
    public IReadOnlyList<PatternNode> Parts { get; }

    /// <summary>A word, or with <paramref name="isPrefix"/> any word that starts so (<c>squeez*</c>).</summary>
    public sealed class Word(string text, bool isPrefix) : PatternNode(MostFillers + 1)
    {
        public string Text { get; } = text;

        public bool IsPrefix { get; } = isPrefix;
    }

    /// <summary>Any number, in digits or words (<c>#</c>).</summary>
    public sealed class Number() : PatternNode(MostFillers + LongestNumber);

    /// <summary>Up to <paramref name="most"/> words of the same clause (<c>...</c>).</summary>
    public sealed class Gap(int most) : PatternNode(most)
    {
        public int Most { get; } = most;
    }

    /// <summary>Parts one after the other.</summary>
    public sealed class Sequence(IReadOnlyList<PatternNode> parts)
        : PatternNode(parts.Sum(part => part.Longest), parts);

    /// <summary>One of several (<c>(a|b c)</c>), or none of them where it is optional (<c>[a|b]</c>).</summary>
    public sealed class Choice(IReadOnlyList<PatternNode> options, bool isOptional)
        : PatternNode(options.Select(option => option.Longest).DefaultIfEmpty().Max(), options)
    {
        public bool IsOptional { get; } = isOptional;
    }

    /// <summary>
    /// Parts in any order: near each other in one clause (<c>a &amp; b</c>), or <paramref name="inSentence"/> anywhere
    /// in one sentence (<c>a &amp;&amp; b</c>).
    /// </summary>
    public sealed class Together(IReadOnlyList<PatternNode> parts, bool inSentence)
        : PatternNode(parts.Sum(part => part.Longest), parts)
    {
        public bool InSentence { get; } = inSentence;
    }
}
