using SpasmBot.Language.Phrases;

namespace SpasmBot.Language;

/// <summary>Finds options by their titles in a typed answer.</summary>
internal sealed class OptionTitles
{
    private const int LongTitle = 3;

    // Thin: a longer title of which but one word carries a meaning, such as "there at times"; near to it is not enough.
    private readonly IReadOnlyList<(string Id, IReadOnlyList<string> Words, bool IsThin)> _names;

    public OptionTitles(IEnumerable<AskedOption> options)
    {
        _names =
        [
            .. options
                .SelectMany(option =>
                    option
                        .Synonyms.Prepend(option.Title)
                        .Select(name => (option.Id, Words: TitleWords.Of(name), Length: name.Split(' ').Length))
                        .Select(name =>
                            (name.Id, name.Words, IsThin: name.Words.Count == 1 && name.Length >= LongTitle)
                        )
                )
                .Where(name => name.Words.Count > 0)
                .OrderByDescending(name => name.Words.Count),
        ];
    }

    /// <summary>Whole titles, longest first, each token used once.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="isUsed">Which tokens are spoken for; those of the titles found are added.</param>
    public IEnumerable<(string Id, PhraseMatch Match)> Whole(ReadText text, bool[] isUsed)
    {
        var found = new List<(string, PhraseMatch)>();
        foreach (var (id, words, isThin) in _names)
        {
            for (var at = 0; at < text.Count; at++)
            {
                if (
                    !(isThin && text.Word(at) != words[0])
                    && Fits(text, isUsed, at, words) is { } used
                    && !FitsAnother(text, isUsed, at, id, words.Count, used.Cost)
                )
                {
                    used.Tokens.ForEach(token => isUsed[token] = true);
                    found.Add(
                        (
                            id,
                            new(new("title", id, string.Join(' ', words)), used.Tokens[0], used.Tokens[^1], used.Tokens)
                        )
                    );
                }
            }
        }

        return found;
    }

    /// <summary>The one option whose title has all of these words, or null when none or several have.</summary>
    public string? ByPart(IReadOnlyList<string> words)
    {
        var fits = _names
            .Where(name => !name.IsThin || words.Contains(name.Words[0]))
            .Select(name => (name.Id, Cost: PartCost(words, name.Words)))
            .Where(name => name.Cost is not null)
            .GroupBy(name => name.Id, StringComparer.Ordinal)
            .Select(names => (Id: names.Key, Cost: names.Min(name => name.Cost!.Value)))
            .ToList();
        var exact = fits.Where(fit => fit.Cost == 0).ToList();
        return exact is [var only] ? only.Id
            : exact.Count == 0 && fits is [var near] ? near.Id
            : null;
    }

    private static int? PartCost(IReadOnlyList<string> words, IReadOnlyList<string> title)
    {
        var cost = 0;
        foreach (var word in words)
        {
            if (title.Min(other => TitleWords.Distance(word, other)) is not { } distance)
            {
                return null;
            }

            cost += distance;
        }

        return cost;
    }

    // "Never fuzzy to two options": a mistyped title that another title fits as well is no title.
    private bool FitsAnother(ReadText text, bool[] isUsed, int at, string id, int length, int cost) =>
        cost > 0
        && _names.Any(other =>
            other.Id != id
            && other.Words.Count == length
            && Fits(text, isUsed, at, other.Words) is { } fit
            && fit.Cost <= cost
        );

    private static (List<int> Tokens, int Cost)? Fits(ReadText text, bool[] isUsed, int at, IReadOnlyList<string> words)
    {
        var tokens = new List<int>();
        var cost = 0;
        foreach (var word in words)
        {
            while (tokens.Count > 0 && at < text.Count && CanSkip(text, at))
            {
                at++;
            }

            if (at >= text.Count || isUsed[at] || TitleWords.Distance(text.Word(at), word) is not { } distance)
            {
                return null;
            }

            cost += distance;
            tokens.Add(at++);
        }

        return cost <= Math.Max(1, words.Count / 2) ? (tokens, cost) : null;
    }

    // A title may hold commas and small words that a person leaves out or puts in.
    private static bool CanSkip(ReadText text, int at) =>
        text.Word(at) is "," or "(" or ")" or "-" or "/" or "–" || TitleWords.IsSmall(text.Word(at));
}
