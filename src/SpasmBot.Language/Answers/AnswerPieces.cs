using SpasmBot.Clinical;
using SpasmBot.Language.English;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Cuts an answer into the pieces that each name an option, and reads what is said of them.</summary>
internal sealed class AnswerPieces(Passage passage, PreparedText text, bool[] isUsed)
{
    /// <summary>Runs of unused words between separators and used words.</summary>
    public List<List<int>> All()
    {
        var pieces = new List<List<int>> { new() };
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            var token = text.Tokens[at];
            var separates =
                isUsed[at]
                || (token.Value is "nd" && !(at > 0 && text.Tokens[at - 1].Kind == TokenKind.Number))
                || token.Value
                    is ","
                        or ";"
                        or "\n"
                        or "."
                        or "and"
                        or "&"
                        or "+"
                        or "or"
                        or "plus"
                        or "en"
                        or "n"
                        or "then"
                        or "/"
                        or "!"
                        or "?"
                        or ":"
                        or "but";
            if (!separates)
            {
                pieces[^1].Add(at);
            }
            else if (pieces[^1].Count > 0)
            {
                pieces.Add([]);
            }
        }

        pieces.RemoveAll(piece => piece.Count == 0);
        return pieces;
    }

    /// <summary>"Not 3", "maybe 2", "not sure about driving": what stands before the name of an option.</summary>
    public (List<int> Tokens, Presence Presence) Sign(List<int> piece)
    {
        var presence = Presence.Present;
        var rest = new List<int>();
        foreach (var at in piece)
        {
            if (
                passage.Cues.Covers(Cue.Doubt, at)
                || text.Tokens[at].Value is "unsure" or "maybe" or "sure" or "about" or "probably"
            )
            {
                presence = Presence.Unsure;
            }
            else if (
                // "No 2" is number 2.
                !(
                    text.Tokens[at].Value is "no"
                    && at + 1 < text.Tokens.Count
                    && text.Tokens[at + 1].Kind == TokenKind.Number
                )
                && (passage.IsNegator(at) || text.Tokens[at].Value is "no" or "not" or "never" or "except" or "without")
            )
            {
                presence = presence == Presence.Unsure ? presence : Presence.Absent;
            }
            else
            {
                rest.Add(at);
            }
        }

        return (rest, presence);
    }

    /// <summary>"Maybe the phone": the words before this one, up to a mark or "and", begin in doubt.</summary>
    public bool IsDoubted(int at)
    {
        var first = at;
        while (first > 0 && text.Tokens[first - 1] is { IsWordOrNumber: true, Value: not ("and" or "but" or "n") })
        {
            first--;
        }

        return first < at && text.Tokens[first].Value is "maybe" or "perhaps" or "possibly" or "unsure";
    }
}
