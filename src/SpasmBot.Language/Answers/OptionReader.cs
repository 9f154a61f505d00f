using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Reading;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>Reads which options a text names: by title, in the patient's own words, by number or by a part of a title.</summary>
internal sealed class OptionReader
{
    private const int MostWordsOfAnAnswer = 6;

    private readonly AskedQuestion _question;
    private readonly PreparedText _text;
    private readonly TextReading _reading;
    private readonly Passage _passage;
    private readonly OptionTitles _titles;
    private readonly HashSet<string> _options;
    private readonly HashSet<string> _ids;
    private readonly bool[] _isUsed;
    private readonly SortedDictionary<string, Presence> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _byNumber = new(StringComparer.Ordinal);
    private int? _firstNumber;

    public OptionReader(AskedQuestion question, PreparedText text, FindingReader reader, DateOnly today)
    {
        _question = question;
        _text = text;
        _options = question.Options.Select(option => option.Id).ToHashSet(StringComparer.Ordinal);
        _ids = [.. _options, .. question.AlsoSettles];
        _reading = reader.Read(text, today, _ids);
        _passage = _reading.Passage;
        _titles = new(question.Options);
        _isUsed = new bool[text.Tokens.Count];
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyDictionary<string, Presence> Found => _found;

    /// <summary>Reads everything; <see cref="Remainder"/> is what is left.</summary>
    public void Read(IEnumerable<PhraseMatch> spokenFor)
    {
        foreach (var match in spokenFor)
        {
            Array.Fill(_isUsed, value: true, match.First, match.Last - match.First + 1);
        }

        ByTitle();
        ByPhrase(onlyAnswers: false);
        var before = Presence.Present;
        foreach (var piece in Pieces())
        {
            before = ByNumberOrPart(piece, before);
        }

        ByPhrase(onlyAnswers: true);
    }

    /// <summary>
    /// Whether all that was found are numbers of options behind words that nothing was found in: "asdf, 3" is no
    /// answer, "3, since last week" and "ok, 3" are.
    /// </summary>
    public bool IsNumberAmongOtherWords(WordsFile words) =>
        _firstNumber is { } number
        && _found.Keys.All(_byNumber.Contains)
        && Pieces()
            .Exists(piece =>
                piece[0] < number
                && IsLeftOver(piece)
                && !piece.TrueForAll(at => words.IsPolite(_text.Tokens[at].Value))
            );

    /// <summary>The words that were not used, as typed.</summary>
    public string Remainder()
    {
        var pieces = Pieces().Where(IsLeftOver);
        return string.Join(", ", pieces.Select(piece => _text.Slice(piece[0], piece[^1])));
    }

    private bool IsLeftOver(List<int> piece) =>
        piece.Exists(at => !TitleWords.IsLight(_text.Tokens[at].Value) && !_passage.IsNegator(at));

    private void ByTitle()
    {
        var negation = new Negation(_passage);
        var doubt = new Doubt(_passage);
        foreach (var (id, match) in _titles.Whole(_passage.Text, _isUsed))
        {
            // A title that is all of the message is a tick, whatever words it is made of.
            var isAll = _isUsed.Count(used => used) >= _text.Tokens.Count(token => token.IsWordOrNumber);
            var denied = !isAll && negation.Of(match).Denial != Denial.None;
            var presence =
                denied ? Presence.Absent
                : !isAll && doubt.Of(match) is not null ? Presence.Unsure
                : Presence.Present;
            Raise(id, presence);
            UseCues(match);
        }
    }

    private void ByPhrase(bool onlyAnswers)
    {
        var mentions = _reading
            .Mentions.Where(mention =>
                _ids.Contains(mention.Finding) && mention.Match.Phrase.Kind == PhraseKind.Answers == onlyAnswers
            )
            .ToList();
        foreach (var mention in mentions)
        {
            // Words of a title are that option's; beside it they may still tell a side.
            var isTaken = _options.Contains(mention.Finding) && mention.Match.Used.All(at => _isUsed[at]);
            if (!isTaken && (!onlyAnswers || IsShort(mention.Match)))
            {
                Raise(mention.Finding, mention.Presence);
            }
        }

        mentions.ForEach(mention => UseCues(mention.Match));
    }

    // What only answers say is said in few words; in a long sentence the same word is about something else.
    private bool IsShort(PhraseMatch match)
    {
        var piece = Pieces().Find(piece => piece.Contains(match.First));
        return piece is not null && piece.Count <= MostWordsOfAnAnswer;
    }

    /// <summary>Reads a piece; the presence that was said of it, which a bare one after it may share.</summary>
    private Presence ByNumberOrPart(List<int> piece, Presence before)
    {
        var (tokens, presence) = Sign(piece);
        // "Not sure about 2 and 3" doubts both.
        if (before == Presence.Unsure && tokens.Count == piece.Count)
        {
            presence = before;
        }

        if (OrdinalReader.Read([.. tokens.Select(at => _text.Tokens[at])], _question.Options.Count) is { } places)
        {
            _firstNumber ??= piece[0];
            foreach (var place in places)
            {
                _byNumber.Add(_question.Options[place].Id);
                Raise(_question.Options[place].Id, presence);
            }

            piece.ForEach(at => _isUsed[at] = true);
            return presence;
        }

        var words = tokens.Select(at => _text.Tokens[at].Value).Where(word => !TitleWords.IsSmall(word)).ToList();
        var heavy = words.Where(word => !TitleWords.IsLight(word)).ToList();
        var option =
            words.Count > 0 && !IsSaidOfAnother(tokens)
                ? _titles.ByPart(words) ?? (heavy.Count > 0 ? _titles.ByPart(heavy) : null)
                : null;
        if (option is not null)
        {
            Raise(option, presence);
            piece.ForEach(at => _isUsed[at] = true);
        }

        return presence;
    }

    // "It hurts to breathe" is pain on breathing, and no part of the title "New shortness of breath".
    private bool IsSaidOfAnother(List<int> tokens)
    {
        var heavy = tokens.Where(at => !TitleWords.IsLight(_text.Tokens[at].Value)).ToList();
        return heavy.Count > 0
            && _reading.Mentions.Any(mention =>
                !_ids.Contains(mention.Finding)
                && mention.Match.Phrase.Kind == PhraseKind.Says
                && mention.Match.Used.Count > heavy.Count
                && heavy.TrueForAll(mention.Match.Used.Contains)
            );
    }

    // "Not 3", "maybe 2", "not sure about driving": what stands before the name of an option.
    private (List<int> Tokens, Presence Presence) Sign(List<int> piece)
    {
        var presence = Presence.Present;
        var rest = new List<int>();
        foreach (var at in piece)
        {
            if (
                _passage.Cues.Covers(English.Cue.Doubt, at)
                || _text.Tokens[at].Value is "unsure" or "maybe" or "sure" or "about" or "probably"
            )
            {
                presence = Presence.Unsure;
            }
            else if (
                // "No 2" is number 2.
                !(
                    _text.Tokens[at].Value is "no"
                    && at + 1 < _text.Tokens.Count
                    && _text.Tokens[at + 1].Kind == TokenKind.Number
                )
                && (
                    _passage.IsNegator(at)
                    || _text.Tokens[at].Value is "no" or "not" or "never" or "except" or "without"
                )
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

    private void UseCues(PhraseMatch match) =>
        Array.Fill(_isUsed, value: true, match.First, match.Last - match.First + 1);

    private void Raise(string id, Presence presence)
    {
        if (!_found.TryGetValue(id, out var known) || known < presence)
        {
            _found[id] = presence;
        }
    }

    // Runs of unused words between separators and used words.
    private List<List<int>> Pieces()
    {
        var pieces = new List<List<int>> { new() };
        for (var at = 0; at < _text.Tokens.Count; at++)
        {
            var token = _text.Tokens[at];
            var separates =
                _isUsed[at]
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
}
