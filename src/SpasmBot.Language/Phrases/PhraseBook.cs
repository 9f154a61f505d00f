using SpasmBot.Language.Text;

namespace SpasmBot.Language.Phrases;

/// <summary>What a phrase stands for.</summary>
/// <param name="Kind">What it does: <c>says</c>, <c>denies</c>, <c>idiom</c>, <c>negator</c> …</param>
/// <param name="Id">The finding or name it stands for; empty where the kind is enough.</param>
/// <param name="Text">The pattern as written.</param>
internal sealed record Phrase(string Kind, string Id, string Text);

/// <summary>A place where a phrase fits.</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
/// <param name="Used">The tokens that the phrase itself names, without fillers and gaps.</param>
internal sealed record PhraseMatch(Phrase Phrase, int First, int Last, IReadOnlyList<int> Used);

/// <summary>Many phrases, found in a text in one pass.</summary>
internal sealed class PhraseBook
{
    private const int LongWord = 5;

    private readonly Vocabulary _vocabulary;
    private readonly Part[][] _byFirstTerm;
    private readonly List<Part> _byNumber;
    private readonly WordSets _sets;
    private readonly int _parts;

    private PhraseBook(Vocabulary vocabulary, Part[][] byFirstTerm, List<Part> byNumber, WordSets sets, int parts)
    {
        _vocabulary = vocabulary;
        _byFirstTerm = byFirstTerm;
        _byNumber = byNumber;
        _sets = sets;
        _parts = parts;
    }

    /// <summary>The book of these phrases; the vocabulary is complete afterwards.</summary>
    public static PhraseBook From(IEnumerable<(Phrase Phrase, PatternNode Pattern)> phrases, Vocabulary vocabulary)
    {
        var byFirst = new Dictionary<int, List<Part>>();
        var byNumber = new List<Part>();
        var compiler = new PatternCompiler(vocabulary);
        var sets = new WordSets(vocabulary);
        var number = 0;
        foreach (var (phrase, pattern) in phrases)
        {
            var together = pattern as PatternNode.Together;
            var nodes = together?.Parts ?? [pattern];
            for (var i = 0; i < nodes.Count; i++)
            {
                var part = new Part(
                    phrase,
                    compiler.Compile(nodes[i]),
                    i,
                    nodes.Count,
                    together?.InSentence == true,
                    number++,
                    sets.NeedsOf(nodes[i])
                );
                foreach (var term in part.Pattern.FirstTerms)
                {
                    (byFirst.TryGetValue(term, out var parts) ? parts : byFirst[term] = []).Add(part);
                }

                if (part.Pattern.StartsWithNumber)
                {
                    byNumber.Add(part);
                }
            }
        }

        vocabulary.Complete();
        sets.Complete();
        var byFirstTerm = new Part[byFirst.Keys.DefaultIfEmpty(-1).Max() + 1][];
        Array.Fill(byFirstTerm, []);
        foreach (var (term, parts) in byFirst)
        {
            byFirstTerm[term] = [.. parts];
        }

        return new(vocabulary, byFirstTerm, byNumber, sets, number);
    }

    /// <summary>The text as the phrases see it.</summary>
    public ReadText Prepare(PreparedText text) => new(text, _vocabulary);

    /// <summary>Every place where a phrase fits, in the order of the text.</summary>
    /// <remarks>
    /// The text is walked from its end, so that it is known how near the next of each set of words stands: a phrase that
    /// misses one of its words within reach is not tried.
    /// </remarks>
    public IReadOnlyList<PhraseMatch> Find(ReadText text) => text.Matches ??= Search(text);

    private List<PhraseMatch> Search(ReadText text)
    {
        var found = new List<PhraseMatch>();
        var pieces = new Dictionary<Phrase, (Part Part, List<PhraseMatch>[] Matches)>(
            ReferenceEqualityComparer.Instance
        );
        var walk = new PatternWalk(text);
        var reach = new Reach(_sets.Count);
        var triedAt = new int[_parts];
        Array.Fill(triedAt, -1);
        for (var at = text.Count - 1; at >= 0; at--)
        {
            foreach (var term in text.Terms(at))
            {
                foreach (var part in PartsStartingWith(term))
                {
                    Try(part, at);
                }
            }

            if (_byNumber.Count > 0 && NumberWords.TryRead(text.Tokens, at, out _, out _))
            {
                foreach (var part in _byNumber)
                {
                    Try(part, at);
                }
            }

            reach.Pass(at, text.Terms(at), _sets);
        }

        foreach (var (part, matches) in pieces.Values)
        {
            Array.ForEach(matches, match => match.Reverse());
            found.AddRange(TogetherMatches.Join(text, matches, part.InSentence));
        }

        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        return found;

        void Try(Part part, int at)
        {
            if (triedAt[part.Number] == at || !reach.Has(part.Needs, at))
            {
                return;
            }

            triedAt[part.Number] = at;
            if (!walk.Fits(part.Pattern, at) || IsAllGuess(text, walk.Used, part.Of))
            {
                return;
            }

            var match = new PhraseMatch(part.Phrase, at, walk.Used[^1], [.. walk.Used]);
            if (part.Of == 1)
            {
                found.Add(match);
            }
            else
            {
                Pieces(pieces, part)[part.Index].Add(match);
            }
        }
    }

    private ReadOnlySpan<Part> PartsStartingWith(int term) => term < _byFirstTerm.Length ? _byFirstTerm[term] : [];

    // A mistyped word needs another word beside it to be believed, or to be long.
    private static bool IsAllGuess(ReadText text, IReadOnlyList<int> used, int parts) =>
        parts == 1 && used.Count == 1 && text.IsGuess(used[0]) && text.Word(used[0]).Length < LongWord;

    private static List<PhraseMatch>[] Pieces(
        Dictionary<Phrase, (Part Part, List<PhraseMatch>[] Matches)> pieces,
        Part part
    )
    {
        if (!pieces.TryGetValue(part.Phrase, out var known))
        {
            known = (part, [.. Enumerable.Range(0, part.Of).Select(_ => new List<PhraseMatch>())]);
            pieces[part.Phrase] = known;
        }

        return known.Matches;
    }

    /// <summary>A pattern, or one of several that stand together.</summary>
    /// <param name="Number">Its number among all parts.</param>
    /// <param name="Needs">The sets of words of which it has one each after its first word.</param>
    private sealed record Part(
        Phrase Phrase,
        CompiledPattern Pattern,
        int Index,
        int Of,
        bool InSentence,
        int Number,
        Needs Needs
    );
}
