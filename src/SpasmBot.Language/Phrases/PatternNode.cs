namespace SpasmBot.Language.Phrases;

/// <summary>A part of a phrase pattern, as written.</summary>
internal abstract record PatternNode
{
    private PatternNode() { }

    /// <summary>A word, or with <paramref name="IsPrefix"/> any word that starts so (<c>squeez*</c>).</summary>
    public sealed record Word(string Text, bool IsPrefix) : PatternNode;

    /// <summary>Any number, in digits or words (<c>#</c>).</summary>
    public sealed record Number : PatternNode;

    /// <summary>Up to <paramref name="Most"/> words of the same clause (<c>...</c>).</summary>
    public sealed record Gap(int Most) : PatternNode;

    /// <summary>Parts one after the other.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of several (<c>(a|b c)</c>), or none of them where it is optional (<c>[a|b]</c>).</summary>
    public sealed record Choice(IReadOnlyList<PatternNode> Options, bool IsOptional) : PatternNode;

    /// <summary>
    /// Parts in any order: near each other in one clause (<c>a &amp; b</c>), or <paramref name="InSentence"/> anywhere
    /// in one sentence (<c>a &amp;&amp; b</c>).
    /// </summary>
    public sealed record Together(IReadOnlyList<PatternNode> Parts, bool InSentence) : PatternNode;
}
