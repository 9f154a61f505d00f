using SpasmBot.Runtime.Dialogs.Recognition;

namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>Understands which choice was meant.</summary>
public static class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance,
        IList<string> choices,
        FindChoicesOptions options = null
    ) => RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>The choices meant, in the order of the text: by their words; if there are none, by their place ("the second"); if none either, by number.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance,
        IList<Choice> list,
        FindChoicesOptions options = null
    )
    {
        utterance ??= string.Empty;
        list ??= [];
        options ??= new FindChoicesOptions();
        var byName = Find.FindChoices(utterance, list, options);
        if (byName.Count > 0)
        {
            return byName;
        }

        var numbers = NumberRecognizer.Recognize(utterance, options.Locale);
        var places = options.RecognizeOrdinals ? PlacesIn(utterance, numbers, list.Count) : [];
        // "The third one": once there is a place, the one is not a number.
        if (places.Count == 0 && options.RecognizeNumbers)
        {
            places = [.. numbers.Where(n => !n.IsOrdinal)];
        }

        return
        [
            .. places.OrderBy(n => n.Start).Where(n => Names(n.Value, list.Count)).Select(n => At(utterance, n, list)),
        ];
    }

    private static List<NumberMention> PlacesIn(string utterance, List<NumberMention> numbers, int count)
    {
        List<NumberMention> places = [.. numbers.Where(n => n.IsOrdinal)];
        if (places.Count == 0)
        {
            places.AddRange(
                Tokenizer
                    .DefaultTokenizer(utterance)
                    .Where(token => token.Normalized == "last")
                    .Take(1)
                    .Select(token => new NumberMention(token.Start, token.End, count, IsOrdinal: true))
            );
        }

        return places;
    }

    private static bool Names(decimal number, int count) => number >= 1 && number <= count && decimal.IsInteger(number);

    private static ModelResult<FoundChoice> At(string utterance, NumberMention number, IList<Choice> list)
    {
        var index = (int)number.Value - 1;
        var text = utterance[number.Start..(number.End + 1)];
        return new ModelResult<FoundChoice>
        {
            Start = number.Start,
            End = number.End,
            Text = text,
            TypeName = "choice",
            Resolution = new FoundChoice
            {
                Value = list[index].Value,
                Index = index,
                Score = 1.0f,
                Synonym = text,
            },
        };
    }
}
