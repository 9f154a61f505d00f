using SpasmBot.Runtime.Dialogs.Choices;

namespace SpasmBot.Runtime.Dialogs.Recognition;

/// <summary>The usual English words for yes and no.</summary>
internal static class YesNoRecognizer
{
    // Longer phrases first: "of course not" must not be read as "of course", nor "not sure" as "sure".
    private static readonly (string[] Words, bool? Means)[] Phrases = LongestFirst(
        Meaning(
            null,
            "not sure",
            "not really sure",
            "not certain",
            "unsure",
            "no idea",
            "no clue",
            "not yet sure",
            "i am not sure",
            "can t say",
            "can t tell",
            "don t know",
            "i don t know",
            "i do not know",
            "i dont know",
            "dont know",
            "do not know",
            "no opinion"
        ),
        Meaning(
            false,
            "of course not",
            "certainly not",
            "definitely not",
            "absolutely not",
            "surely not",
            "not really",
            "not at all",
            "not ok",
            "not okay",
            "not right",
            "not correct",
            "not true",
            "no way",
            "don t think so",
            "dont think so",
            "do not think so",
            "don t agree",
            "do not agree",
            "i d rather not",
            "i don t",
            "i do not",
            "it isn t",
            "it s not",
            "it is not",
            "no",
            "nope",
            "nop",
            "nah",
            "naw",
            "nay",
            "n",
            "never",
            "negative",
            "false",
            "wrong",
            "incorrect",
            "disagree",
            "not",
            "👎",
            "✋",
            "🖐"
        ),
        Meaning(
            true,
            "of course",
            "i think so",
            "i agree",
            "i do",
            "it is",
            "that s right",
            "sounds good",
            "go ahead",
            "why not",
            "yes",
            "yep",
            "yup",
            "yeah",
            "yea",
            "yah",
            "ya",
            "yay",
            "aye",
            "y",
            "sure",
            "surely",
            "ok",
            "okay",
            "okey",
            "k",
            "true",
            "correct",
            "right",
            "agree",
            "agreed",
            "absolutely",
            "definitely",
            "certainly",
            "indeed",
            "affirmative",
            "exactly",
            "totally",
            "👍",
            "👌",
            "✅"
        )
    );

    /// <summary>What the first yes or no in the text says; null when there is none, or when it says that the person does not know.</summary>
    public static bool? Recognize(string text)
    {
        var tokens = Tokenizer.DefaultTokenizer(text);
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (words, means) in Phrases)
            {
                if (StandsAt(tokens, at, words))
                {
                    return means;
                }
            }
        }

        return null;
    }

    private static bool StandsAt(List<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!string.Equals(tokens[at + i].Normalized, words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<(string[] Words, bool? Means)> Meaning(bool? means, params string[] phrases) =>
        phrases.Select(phrase => (phrase.Split(' '), means));

    private static (string[] Words, bool? Means)[] LongestFirst(
        params IEnumerable<(string[] Words, bool? Means)>[] meanings
    ) => [.. meanings.SelectMany(m => m).OrderByDescending(phrase => phrase.Words.Length)];
}
