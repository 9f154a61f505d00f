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
        var words = new List<SortedValue>();
        for (var i = 0; i < choices.Count; i++)
        {
            foreach (var name in NamesOf(choices[i], options))
            {
                words.Add(new SortedValue { Value = name, Index = i });
            }
        }

        return
        [
            .. FindValues(utterance, words, options)
                .Select(found => new ModelResult<FoundChoice>
                {
                    Start = found.Start,
                    End = found.End,
                    Text = found.Text,
                    TypeName = "choice",
                    Resolution = new FoundChoice
                    {
                        Value = choices[found.Resolution.Index].Value,
                        Index = found.Resolution.Index,
                        Score = found.Resolution.Score,
                        Synonym = found.Resolution.Value,
                    },
                }),
        ];
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
        var candidates = values
            .Where(value => !string.IsNullOrWhiteSpace(value.Value))
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(value => search.FindAll(value, tokenize(value.Value.Trim(), options.Locale)))
            .OrderByDescending(match => match.Value.Score);

        return
        [
            .. WithoutOverlaps(candidates, tokens.Count)
                .OrderBy(match => match.First)
                .Select(match => Result(utterance, tokens[match.First].Start, tokens[match.Last].End, match.Value)),
        ];
    }

    private static IEnumerable<string> NamesOf(Choice choice, FindChoicesOptions options)
    {
        if (!options.NoValue && choice.Value is { } value)
        {
            yield return value;
        }

        if (!options.NoAction && choice.Action?.Title is { } title)
        {
            yield return title;
        }

        foreach (var synonym in choice.Synonyms ?? [])
        {
            yield return synonym;
        }
    }

    // Each value counts once, and each word of the text for one value.
    private static IEnumerable<ValueMatch> WithoutOverlaps(IEnumerable<ValueMatch> candidates, int tokenCount)
    {
        var foundIndexes = new HashSet<int>();
        var used = new bool[tokenCount];
        foreach (var match in candidates)
        {
            var span = used.AsSpan(match.First, match.Last - match.First + 1);
            if (!span.Contains(true) && foundIndexes.Add(match.Value.Index))
            {
                span.Fill(true);
                yield return match;
            }
        }
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
