namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>Finds choices, or any values, by their words.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance,
        IList<string> choices,
        FindChoicesOptions options = null
    )
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>The choices whose value, button title or synonym is in the text, in the order of the text.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance,
        IList<Choice> choices,
        FindChoicesOptions options = null
    )
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var names = new List<SortedValue>(choices.Count);
        for (var i = 0; i < choices.Count; i++)
        {
            AddNames(names, choices[i], i, options);
        }

        var found = FindValues(utterance, names, options);
        return found.ConvertAll(value => new ModelResult<FoundChoice>
        {
            Start = value.Start,
            End = value.End,
            Text = value.Text,
            TypeName = "choice",
            Resolution = new FoundChoice
            {
                Value = choices[value.Resolution.Index].Value,
                Index = value.Resolution.Index,
                Score = value.Resolution.Score,
                Synonym = value.Resolution.Value,
            },
        });
    }

    /// <summary>The values that are in the text, in the order of the text. Where they overlap, the one that fits best and is longest wins.</summary>
    public static List<ModelResult<FoundValue>> FindValues(
        string utterance,
        IList<SortedValue> values,
        FindValuesOptions options = null
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new FindValuesOptions();
        var tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var tokens = tokenize(utterance ?? string.Empty, options.Locale);
        var search = new ValueSearch(tokens, options.MaxTokenDistance ?? 2, options.AllowPartialMatches);
        var candidates = new List<ValueMatch>();
        foreach (var value in values.OrderByDescending(value => value.Value?.Length ?? 0))
        {
            if (tokens.Count > 0 && !string.IsNullOrWhiteSpace(value.Value))
            {
                search.AddAll(candidates, value, tokenize(value.Value.Trim(), options.Locale));
            }
        }

        if (candidates.Count == 0)
        {
            return [];
        }

        var matches = WithoutOverlaps(candidates.OrderByDescending(match => match.Value.Score), tokens.Count);
        matches.Sort((one, other) => one.First.CompareTo(other.First));
        return matches.ConvertAll(match =>
            Result(utterance, tokens[match.First].Start, tokens[match.Last].End, match.Value)
        );
    }

    private static void AddNames(List<SortedValue> names, Choice choice, int index, FindChoicesOptions options)
    {
        Add(options.NoValue ? null : choice.Value);
        Add(options.NoAction ? null : choice.Action?.Title);
        choice.Synonyms?.ForEach(Add);

        void Add(string name)
        {
            if (name is not null)
            {
                names.Add(new SortedValue { Value = name, Index = index });
            }
        }
    }

    // Each value counts once, and each word of the text for one value.
    private static List<ValueMatch> WithoutOverlaps(IEnumerable<ValueMatch> candidates, int tokenCount)
    {
        var chosen = new List<ValueMatch>();
        var used = new bool[tokenCount];
        foreach (var match in candidates)
        {
            var span = used.AsSpan(match.First, match.Last - match.First + 1);
            if (!span.Contains(true) && !chosen.Exists(other => other.Value.Index == match.Value.Index))
            {
                span.Fill(true);
                chosen.Add(match);
            }
        }

        return chosen;
    }

    private static ModelResult<FoundValue> Result(string utterance, int start, int end, FoundValue value) =>
        new()
        {
            Start = start,
            End = end,
            Text = utterance[start..(end + 1)],
            TypeName = "value",
            Resolution = value,
        };
}
