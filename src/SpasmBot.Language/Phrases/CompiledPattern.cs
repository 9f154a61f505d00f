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
        private readonly int _only = terms.Count == 1 ? terms.First() : -1;

        public HashSet<int> Terms { get; } = terms;

        public State Next { get; } = next;

        /// <summary>Whether any of these terms is one of them; most sets are of one word.</summary>
        public bool HasAny(ReadOnlySpan<int> candidates)
        {
            if (_only >= 0)
            {
                return candidates.Contains(_only);
            }

            foreach (var term in candidates)
            {
                if (Terms.Contains(term))
                {
                    return true;
                }
            }

            return false;
        }
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
    public sealed class Split(State[] branches) : State
    {
        public State[] Branches { get; } = branches;
    }

    /// <summary>The end.</summary>
    public sealed class Accept : State;
}
