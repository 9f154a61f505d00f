namespace SpasmBot.Language.Phrases;

/// <summary>Compiles the patterns of one book; what a list comes to is worked out once for all the patterns that use it.</summary>
internal sealed class PatternCompiler(Vocabulary vocabulary)
{
    private readonly Dictionary<PatternNode, (HashSet<int> Words, List<PatternNode> Others)> _choices = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The graph of a pattern; parts that stand together in any order are compiled one by one.</summary>
    public CompiledPattern Compile(PatternNode pattern)
    {
        var start = Compile(pattern, new State.Accept());
        if (start is State.OneOf oneOf)
        {
            return new(start, oneOf.Terms, StartsWithNumber: false);
        }

        var terms = new HashSet<int>();
        var number = Collect(start, terms);
        return new(start, terms, number);
    }

    private State Compile(PatternNode node, State next)
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
                return sequence.Parts.Reverse().Aggregate(next, (after, part) => Compile(part, after));
            case PatternNode.Choice choice:
                return Compile(choice, next);
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "Parts together are compiled one by one.");
        }
    }

    // The single words of a choice become one set, which is what most choices are.
    private State Compile(PatternNode.Choice choice, State next)
    {
        var (words, others) = WordsOf(choice);
        var branches = others.ConvertAll(option => Compile(option, next));
        if (words.Count > 0)
        {
            branches.Add(new State.OneOf(words, next));
        }

        if (choice.IsOptional)
        {
            branches.Add(next);
        }

        return branches is [var only] ? only : new State.Split([.. branches]);
    }

    private (HashSet<int> Words, List<PatternNode> Others) WordsOf(PatternNode.Choice choice)
    {
        if (_choices.TryGetValue(choice, out var known))
        {
            return known;
        }

        var (words, others) = (new HashSet<int>(), new List<PatternNode>());
        foreach (var option in choice.Parts)
        {
            if (option is PatternNode.Word word)
            {
                words.Add(vocabulary.Add(word.Text, word.IsPrefix));
            }
            else if (option is PatternNode.Choice { IsOptional: false } inner)
            {
                var (innerWords, innerOthers) = WordsOf(inner);
                words.UnionWith(innerWords);
                others.AddRange(innerOthers);
            }
            else
            {
                others.Add(option);
            }
        }

        return _choices[choice] = (words, others);
    }

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
