using SpasmBot.Language.Text;

namespace SpasmBot.Language.Phrases;

/// <summary>A text as patterns see it: for each token the words of patterns that it stands for.</summary>
internal sealed class ReadText
{
    private readonly int[][] _terms;
    private readonly bool[] _fillers;
    private readonly bool[] _guesses;

    public ReadText(PreparedText text, Vocabulary vocabulary)
    {
        Text = text;
        Tokens = text.Tokens;
        _terms = new int[Tokens.Count][];
        _fillers = new bool[Tokens.Count];
        _guesses = new bool[Tokens.Count];
        var seen = new Dictionary<string, (int[] Terms, bool IsGuess)>(StringComparer.Ordinal);
        for (var at = 0; at < Tokens.Count; at++)
        {
            var token = Tokens[at];
            if (!seen.TryGetValue(token.Value, out var read))
            {
                read = (vocabulary.TermsOf(token, out var isGuess), isGuess);
                seen.Add(token.Value, read);
            }

            (_terms[at], _guesses[at]) = read;
            _fillers[at] = vocabulary.IsFiller(token.Value) || IsInvertedSubject(at);
        }
    }

    /// <summary>What its book found in it, once it has searched.</summary>
    public IReadOnlyList<PhraseMatch>? Matches { get; set; }

    public PreparedText Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public int Count => _terms.Length;

    public ReadOnlySpan<int> Terms(int at) => _terms[at];

    public bool IsFiller(int at) => _fillers[at];

    /// <summary>Whether the word was taken for a mistyped one.</summary>
    public bool IsGuess(int at) => _guesses[at];

    public bool IsMark(int at) => Tokens[at].Kind == TokenKind.Mark;

    // "Why can't I feel my leg": the subject stands where a statement has none.
    private bool IsInvertedSubject(int at) =>
        Word(at) is "i" or "he" or "she"
        && Word(at - 1) is "cant" or "cannot" or "couldnt" or "dont" or "doesnt" or "do" or "does" or "am" or "is";

    /// <summary>The typed word at a position; empty outside the text.</summary>
    public string Word(int at) => at >= 0 && at < Tokens.Count ? Tokens[at].Value : "";
}
