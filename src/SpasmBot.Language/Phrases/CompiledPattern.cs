namespace SpasmBot.Language.Phrases;

/// <summary>A pattern as a graph of states that is walked along the tokens of a text.</summary>
/// <param name="Start">Where the walk begins.</param>
/// <param name="FirstTerms">The words that it can start with.</param>
/// <param name="StartsWithNumber">Whether it can start with a number.</param>
internal sealed record CompiledPattern(State Start, IReadOnlySet<int> FirstTerms, bool StartsWithNumber);

/// <summary>A state of a compiled pattern.</summary>
internal abstract class State
{
    private State() { }

    /// <summary>One of these words comes next.</summary>
    public sealed class OneOf(HashSet<int> terms, State next) : State
    {
        public HashSet<int> Terms { get; } = terms;

        public State Next { get; } = next;
    }

    /// <summary>A number comes next.</summary>
    public sealed class Number(State next) : State
    {
        public State Next { get; } = next;
    }

    /// <summary>Up to so many words come next.</summary>
    public sealed class Gap(int most, State next) : State
    {
        public int Most { get; } = most;

        public State Next { get; } = next;
    }

    /// <summary>Any of these ways.</summary>
    public sealed class Split(IReadOnlyList<State> branches) : State
    {
        public IReadOnlyList<State> Branches { get; } = branches;
    }

    /// <summary>The end.</summary>
    public sealed class Accept : State;
}
