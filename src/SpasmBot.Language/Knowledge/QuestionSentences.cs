using System.Collections.Frozen;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Finds the sentences of a text that ask something, with or without a question mark.</summary>
internal static class QuestionSentences
{
    // Words before the question itself: "ok so do I need an X-ray".
    private static readonly FrozenSet<string> Openers = Set(
        "ok okay so and but also hi hello hey please pls well oh um then now sorry thanks doc doctor just by way quick question"
    );

    private static readonly FrozenSet<string> Asks = Set(
        "what whats which who whos whose where wheres why whys how hows explain define describe wat hoe hoekom waar"
    );

    private static readonly FrozenSet<string> Auxiliaries = Set(
        "can could do does did is are was were will would should shall must may might am has have isnt arent cant couldnt dont doesnt wont wouldnt shouldnt mustnt"
    );

    // After one of those, who or what is asked about: "is it", "do my", "should the".
    private static readonly FrozenSet<string> Subjects = Set(
        "i it its this that these those you u we they he she my your his her our their the a an there people someone somebody anyone anybody anything something everybody everyone nobody one any all some physio physios"
    );

    // After one of those, the sentence tells: "is worse at night", "does not hurt", "can hardly move".
    private static readonly FrozenSet<string> Tells = Set(
        "not no nothing never be been being have had hardly barely only just also still always mostly sometimes usually often worse better sore painful gone fine ok okay good bad like from in on at to when because after before with without around between over under up down getting hurt hurts feel feels move sleep sit stand lift bend turn walk breathe work too very so really quite and or but if left right both constant sharp burning stiff tight"
    );

    private static readonly FrozenSet<string> WhenIs = Set("is are do does can should will must may would am");

    private static readonly string[][] Phrases =
    [
        .. new[]
        {
            "tell me",
            "tell us",
            "name the",
            "list the",
            "list all",
            "name some",
            "any tips",
            "any advice",
            "any idea",
            "any chance",
            "any ideas",
            "i want to know",
            "i would like to know",
            "id like to know",
            "i need to know",
            "i wonder",
            "i was wondering",
            "im wondering",
            "wondering if",
            "wondering whether",
            "wanted to ask",
            "want to ask",
            "my question is",
            "i have a question",
            "no idea if i should",
            "not sure if i should",
            "not sure whether i should",
            "do you",
        }.Select(phrase => phrase.Split(' ')),
    ];

    /// <summary>The sentences that ask, as given.</summary>
    public static IReadOnlyList<string> Find(PreparedText text)
    {
        var found = new List<string>();
        var first = 0;
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            if (text.Tokens[at].EndsSentence || text.Tokens[at].IsMark(":") || at == text.Tokens.Count - 1)
            {
                if (IsQuestion(text.Tokens, first, at))
                {
                    found.Add(text.Slice(first, at));
                }

                first = at + 1;
            }
        }

        return found;
    }

    private static bool IsQuestion(IReadOnlyList<Token> tokens, int first, int last)
    {
        var words = tokens
            .Skip(first)
            .Take(last - first + 1)
            .Where(token => token.IsWordOrNumber)
            .Select(token => token.Value)
            .SkipWhile(Openers.Contains)
            .ToList();
        return words.Count > 0 && (tokens[last].IsMark("?") || Begins(words));
    }

    private static bool Begins(List<string> words)
    {
        var second = words.Count > 1 ? words[1] : "";
        return (Asks.Contains(words[0]) && words.Count > 1)
            || (words[0] == "when" && WhenIs.Contains(second))
            || (Auxiliaries.Contains(words[0]) && IsAsked(words, second))
            || Phrases.Any(phrase => words.Take(phrase.Length).SequenceEqual(phrase, StringComparer.Ordinal));
    }

    // "Does heat help" asks, "does hurt" and "Will Smith, 082 555 0100" tell.
    private static bool IsAsked(List<string> words, string second) =>
        words.Count > 2
        && (Subjects.Contains(second) || (!Tells.Contains(second) && !words.Exists(word => char.IsDigit(word[0]))));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
