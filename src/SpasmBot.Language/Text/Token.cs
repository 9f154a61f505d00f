namespace SpasmBot.Language.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>
/// One word, number or mark of a text, normalised: lower case, no accents, no apostrophes ("can't" is <c>cant</c>).
/// A new line is the mark <c>\n</c>.
/// </summary>
/// <param name="Start">Where it starts in the text as given.</param>
/// <param name="End">Where it ends there, exclusive.</param>
internal readonly record struct Token(string Value, TokenKind Kind, int Start, int End)
{
    /// <summary>Whether a sentence ends here.</summary>
    public bool EndsSentence => Kind == TokenKind.Mark && Value is "." or "!" or "?" or ";" or "\n" or "…";

    public bool IsMark(string value) => Kind == TokenKind.Mark && Value == value;

    public bool IsWordOrNumber => Kind != TokenKind.Mark;
}
