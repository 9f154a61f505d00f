namespace SpasmBot.Language.Phrases;

/// <summary>A pattern as a graph of states that is walked along the tokens of a text.</summary>
internal sealed class CompiledPattern
{
    private CompiledPattern(State start, IReadOnlyCollection<int> firstTerms, bool startsWithNumber)
    {
        Start = start;
        FirstTerms = firstTerms;
        StartsWithNumber = startsWithNumber;
    }

    public State Start { get; }

    /// <summary>The words that it can start with.</summary>
    public IReadOnlyCollection<int> FirstTerms { get; }

    /// <summary>Whether it can start with a number.</summary>
    public bool StartsWithNumber { get; }

    public static CompiledPattern From(PatternNode node, Vocabulary vocabulary)
    {
        var start = Compile(node, new State.Accept(), vocabulary);
        var terms = new HashSet<int>();
        var number = Collect(start, terms);
        return new(start, terms, number);
    }

    private static State Compile(PatternNode node, State next, Vocabulary vocabulary)
    {
        switch (node)
        {
            case PatternNode.Word word:
                return new State.OneOf([vocabulary.Add(word.Text, word.IsPrefix)], next);
            case PatternNode.Number:
                return new State.Number(next);
            case PatternNode.Gap gap:
                return new State.Gap(gap.Most, next);
            case PatternNode.Sequence sequence:
                return sequence.Parts.Reverse().Aggregate(next, (after, part) => Compile(part, after, vocabulary));
            case PatternNode.Choice choice:
                return Compile(choice, next, vocabulary);
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "Parts together are compiled one by one.");
        }
    }

    // The single words of a choice become one set, which is what most choices are.
    private static State Compile(PatternNode.Choice choice, State next, Vocabulary vocabulary)
    {
        var options = Flatten(choice).ToList();
        var words = options
            .OfType<PatternNode.Word>()
            .Select(word => vocabulary.Add(word.Text, word.IsPrefix))
            .ToHashSet();
        var branches = options
            .Where(option => option is not PatternNode.Word)
            .Select(option => Compile(option, next, vocabulary))
            .ToList();
        if (words.Count > 0)
        {
            branches.Add(new State.OneOf(words, next));
        }

        if (choice.IsOptional)
        {
            branches.Add(next);
        }

        return branches is [var only] ? only : new State.Split(branches);
    }

    private static IEnumerable<PatternNode> Flatten(PatternNode.Choice choice) =>
        choice.Options.SelectMany(option =>
            option is PatternNode.Choice { IsOptional: false } inner ? Flatten(inner) : [option]
        );

    private static bool Collect(State state, HashSet<int> terms)
    {
        switch (state)
        {
            case State.OneOf oneOf:
                terms.UnionWith(oneOf.Terms);
                return false;
            case State.Number:
                return true;
            case State.Split split:
                return split.Branches.Aggregate(seed: false, (number, branch) => Collect(branch, terms) || number);
            default:
                return false;
        }
    }
}

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
