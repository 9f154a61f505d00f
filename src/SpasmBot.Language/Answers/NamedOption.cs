using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>A message that is the name of one option, in a word that could also be a plain answer.</summary>
internal static class NamedOption
{
    /// <summary>The whole message is another word for the one option, also where that word is "no".</summary>
    public static AskedOption? Whole(PreparedText text, AskedQuestion question) =>
        question.Kind == AnswerKind.Choice
            ? question.Options.FirstOrDefault(option =>
                option.Synonyms.Any(name =>
                    Plain(PreparedText.From(name)).SequenceEqual(Plain(text), StringComparer.Ordinal)
                )
            )
            : null;

    private static IEnumerable<string> Plain(PreparedText text) =>
        text.Tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value);

    /// <summary>A word like "both" or "never" that is part of one title is that option.</summary>
    public static bool IsPart(PreparedText text, AskedQuestion question)
    {
        var words = text.Tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value).ToList();
        return question.Options.Any(option =>
                string.Equals(
                    string.Join(' ', words),
                    string.Join(
                        ' ',
                        PreparedText.From(option.Title).Tokens.Where(t => t.IsWordOrNumber).Select(t => t.Value)
                    ),
                    StringComparison.Ordinal
                )
            )
            || (
                words is [not ("no" or "none" or "unsure" or "maybe" or "skip" or "yes")]
                && new OptionTitles(question.Options).ByPart(words) is not null
            );
    }
}
