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
    private readonly AnswerPieces _pieces;
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
        _pieces = new(_passage, text, _isUsed);
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

        if (OrdinalReader.Letters(_text.Tokens, _question.Options.Count) is { } letters)
        {
            letters.ForEach(place => Raise(_question.Options[place].Id, Presence.Present));
            Array.Fill(_isUsed, value: true);
            return;
        }

        ByTitle();
        ByPhrase(onlyAnswers: false);
        var before = Presence.Present;
        foreach (var piece in _pieces.All())
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
        && _pieces
            .All()
            .Exists(piece =>
                piece[0] < number
                && IsLeftOver(piece)
                && !piece.TrueForAll(at => words.IsPolite(_text.Tokens[at].Value))
            );

    /// <summary>The words that were not used, as typed.</summary>
    public string Remainder()
    {
        var pieces = _pieces.All().Where(IsLeftOver);
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
            if (IsLessThanAnother(id, match))
            {
                match.Used.ToList().ForEach(at => _isUsed[at] = false);
                continue;
            }

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
                Raise(mention.Finding, Said(mention));
            }
        }

        mentions.ForEach(mention => UseCues(mention.Match));
    }

    private Presence Said(FindingMention mention) =>
        IsContrasted(mention) ? Presence.Present
        : mention.Presence == Presence.Present && _pieces.IsDoubted(mention.Match.First) ? Presence.Unsure
        : mention.Presence;

    // "There all the time" says more than the title "At times" has.
    private bool IsLessThanAnother(string id, PhraseMatch match) =>
        _reading.Mentions.Any(mention =>
            mention.Finding != id
            && _options.Contains(mention.Finding)
            && mention.Match.Phrase.Kind == PhraseKind.Says
            && mention.Match.Used.Count > match.Used.Count
            && match.Used.All(mention.Match.Used.Contains)
        );

    // "Not the neck, mid back": what stands after the mark is meant instead. "Not the neck, ribs or chest" is a list.
    private bool IsContrasted(FindingMention mention)
    {
        var words = _text.Tokens;
        var mark = Enumerable.Range(0, words.Count).FirstOrDefault(at => words[at].Value is ",", -1);
        return mention.Presence == Presence.Absent
            && words[0].Value is "not"
            && mark > 0
            && mention.Match.First > mark
            && !words.Skip(mark).Any(word => word.Value is "or" or "nor" or "and" or "not" or "no");
    }

    // What only answers say is said in few words; in a long sentence the same word is about something else.
    private bool IsShort(PhraseMatch match)
    {
        var piece = _pieces.All().Find(piece => piece.Contains(match.First));
        return piece is not null && piece.Count <= MostWordsOfAnAnswer;
    }

    /// <summary>Reads a piece; the presence that was said of it, which a bare one after it may share.</summary>
    private Presence ByNumberOrPart(List<int> piece, Presence before)
    {
        var (tokens, presence) = _pieces.Sign(piece);
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

    private void UseCues(PhraseMatch match) =>
        Array.Fill(_isUsed, value: true, match.First, match.Last - match.First + 1);

    private void Raise(string id, Presence presence)
    {
        if (!_found.TryGetValue(id, out var known) || known < presence)
        {
            _found[id] = presence;
        }
    }
}
