namespace SpasmBot.Language.Text;

/// <summary>Puts right figures that are typed for words: "hard 2 sleep", "2day", "4 the last week".</summary>
internal static class Thumbs
{
    /// <summary>Changes the tokens in place where a figure stands for a word.</summary>
    public static void PutRight(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var (token, next) = (tokens[at], tokens[at + 1]);
            if (token.Kind != TokenKind.Number || next.Kind != TokenKind.Word)
            {
                continue;
            }

            if (token.Value is "2" && next.Start == token.End && Joined(next.Value) is { } word)
            {
                tokens[at] = new(word, TokenKind.Word, token.Start, next.End);
                tokens.RemoveAt(at + 1);
            }
            else if (at > 0 && WordFor(token.Value, tokens[at - 1].Value, next.Value) is { } meant)
            {
                tokens[at] = token with { Value = meant, Kind = TokenKind.Word };
            }
        }
    }

    private static string? Joined(string rest) =>
        rest switch
        {
            "day" => "today",
            "nite" or "night" or "nyt" => "tonight",
            "moro" or "morro" or "morow" or "morrow" or "mrw" or "moz" => "tomorrow",
            "gether" or "getha" => "together",
            _ => null,
        };

    private static string? WordFor(string figure, string before, string next) =>
        figure switch
        {
            "2" when LeadsToVerb(before) && !IsCounted(next) => "to",
            "4"
                when next
                    is "the"
                        or "a"
                        or "an"
                        or "my"
                        or "ages"
                        or "about"
                        or "over"
                        or "nearly"
                        or "almost"
                        or "so"
                        or "me" => "for",
            _ => null,
        };

    private static bool LeadsToVerb(string word) =>
        word
            is "hard"
                or "able"
                or "unable"
                or "want"
                or "wants"
                or "have"
                or "has"
                or "had"
                or "need"
                or "needs"
                or "try"
                or "trying"
                or "tried"
                or "going"
                or "sore"
                or "painful"
                or "hurts"
                or "easy"
                or "difficult"
                or "struggle"
                or "struggling"
                or "battle"
                or "battling"
                or "used"
                or "how"
                or "scared"
                or "afraid"
                or "up"
                or "down"
                or "next"
                or "due"
                or "front";

    // "I have 2 kids", "struggling 2 weeks now" count.
    private static bool IsCounted(string word) =>
        word.EndsWith('s')
        || word
            is "week"
                or "day"
                or "year"
                or "month"
                or "children"
                or "of"
                or "or"
                or "and"
                or "out"
                or "to"
                or "old"
                or "more";
}
