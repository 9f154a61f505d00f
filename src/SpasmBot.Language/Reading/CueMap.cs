using SpasmBot.Language.Phrases;

namespace SpasmBot.Language.Reading;

/// <summary>Where the general words of a text stand, by kind and token.</summary>
internal sealed class CueMap
{
    private readonly Dictionary<string, Spans> _byKind = new(StringComparer.Ordinal);
    private readonly int _count;

    public CueMap(int tokens, IEnumerable<PhraseMatch> matches)
    {
        _count = tokens;
        foreach (var match in matches)
        {
            var spans = _byKind.TryGetValue(match.Phrase.Kind, out var known)
                ? known
                : _byKind[match.Phrase.Kind] = new(tokens);
            spans.Add(match.First, match.Last);
        }
    }

    /// <summary>Where the longest cue of this kind that ends at a token begins; -1 when none does.</summary>
    public int StartOfOneEndingAt(string kind, int token) => Of(kind) is { } spans ? spans.StartByEnd[token] : -1;

    /// <summary>Where the longest cue of this kind that begins at a token ends; -1 when none does.</summary>
    public int EndOfOneStartingAt(string kind, int token) =>
        token < _count && Of(kind) is { } spans ? spans.EndByStart[token] : -1;

    /// <summary>Whether a cue of this kind covers the token.</summary>
    public bool Covers(string kind, int token) =>
        token >= 0 && token < _count && Of(kind) is { } spans && spans.Covered[token];

    /// <summary>The first and last token of the first cue of this kind between two tokens, or null.</summary>
    public (int First, int Last)? FirstBetween(string kind, int first, int last)
    {
        if (Of(kind) is { } spans)
        {
            for (var at = spans.Next(Math.Max(0, first)); at <= last && at < _count; at = spans.Next(at + 1))
            {
                if (spans.EndByStart[at] is var end && end <= last)
                {
                    return (at, end);
                }
            }
        }

        return null;
    }

    private Spans? Of(string kind) => _byKind.GetValueOrDefault(kind);

    private sealed class Spans
    {
        public Spans(int tokens)
        {
            StartByEnd = new int[tokens];
            EndByStart = new int[tokens];
            Covered = new bool[tokens];
            Array.Fill(StartByEnd, -1);
            Array.Fill(EndByStart, -1);
        }

        public int[] StartByEnd { get; }

        public int[] EndByStart { get; }

        public bool[] Covered { get; }

        private int[]? _next;

        /// <summary>Where the next cue begins, at this token or after it; the number of tokens when none does.</summary>
        public int Next(int at)
        {
            _next ??= NextByToken();
            return at < _next.Length ? _next[at] : _next.Length;
        }

        private int[] NextByToken()
        {
            var next = new int[EndByStart.Length];
            var nearest = EndByStart.Length;
            for (var at = EndByStart.Length - 1; at >= 0; at--)
            {
                nearest = EndByStart[at] >= 0 ? at : nearest;
                next[at] = nearest;
            }

            return next;
        }

        public void Add(int first, int last)
        {
            StartByEnd[last] = StartByEnd[last] < 0 ? first : Math.Min(StartByEnd[last], first);
            EndByStart[first] = Math.Max(EndByStart[first], last);
            Array.Fill(Covered, value: true, first, last - first + 1);
        }
    }
}
