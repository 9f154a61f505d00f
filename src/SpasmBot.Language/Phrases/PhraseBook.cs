using System.Collections.Frozen;
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
    private readonly FrozenDictionary<int, List<Part>> _byFirstTerm;
    private readonly List<Part> _byNumber;

    private PhraseBook(Vocabulary vocabulary, FrozenDictionary<int, List<Part>> byFirstTerm, List<Part> byNumber)
    {
        _vocabulary = vocabulary;
        _byFirstTerm = byFirstTerm;
        _byNumber = byNumber;
    }

    /// <summary>The book of these phrases; the vocabulary is complete afterwards.</summary>
    public static PhraseBook From(IEnumerable<(Phrase Phrase, PatternNode Pattern)> phrases, Vocabulary vocabulary)
    {
        var byFirst = new Dictionary<int, List<Part>>();
        var byNumber = new List<Part>();
        foreach (var (phrase, pattern) in phrases)
        {
            var together = pattern as PatternNode.Together;
            var nodes = together?.Parts ?? [pattern];
            for (var i = 0; i < nodes.Count; i++)
            {
                var part = new Part(
                    phrase,
                    CompiledPattern.From(nodes[i], vocabulary),
                    i,
                    nodes.Count,
                    together?.InSentence == true
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
        return new(vocabulary, byFirst.ToFrozenDictionary(), byNumber);
    }

    /// <summary>The text as the phrases see it.</summary>
    public ReadText Prepare(PreparedText text) => new(text, _vocabulary);

    /// <summary>Every place where a phrase fits, in the order of the text.</summary>
    public IReadOnlyList<PhraseMatch> Find(ReadText text)
    {
        var found = new List<PhraseMatch>();
        var pieces = new Dictionary<Phrase, (Part Part, List<PhraseMatch>[] Matches)>(
            ReferenceEqualityComparer.Instance
        );
        var walk = new PatternWalk(text);
        var tried = new HashSet<Part>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < text.Count; at++)
        {
            tried.Clear();
            foreach (var part in Candidates(text, at))
            {
                if (!tried.Add(part) || !walk.Fits(part.Pattern, at) || IsAllGuess(text, walk.Used, part.Of))
                {
                    continue;
                }

                var match = new PhraseMatch(part.Phrase, at, walk.Used.Max(), [.. walk.Used]);
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

        foreach (var (part, matches) in pieces.Values)
        {
            found.AddRange(TogetherMatches.Join(text, matches, part.InSentence));
        }

        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        return found;
    }

    // A mistyped word needs another word beside it to be believed, or to be long.
    private static bool IsAllGuess(ReadText text, IReadOnlyList<int> used, int parts) =>
        parts == 1 && used.All(text.IsGuess) && !(used.Count > 1 || text.Word(used[0]).Length >= LongWord);

    private IEnumerable<Part> Candidates(ReadText text, int at)
    {
        foreach (var term in text.Terms(at).ToArray())
        {
            foreach (var part in _byFirstTerm.GetValueOrDefault(term, []))
            {
                yield return part;
            }
        }

        if (_byNumber.Count > 0 && NumberWords.TryRead(text.Tokens, at, out _, out _))
        {
            foreach (var part in _byNumber)
            {
                yield return part;
            }
        }
    }

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

    private sealed record Part(Phrase Phrase, CompiledPattern Pattern, int Index, int Of, bool InSentence);
}
