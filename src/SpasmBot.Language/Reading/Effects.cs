using SpasmBot.Language.English;
using SpasmBot.Language.Phrases;

namespace SpasmBot.Language.Reading;

/// <summary>What things are said to do to the pain.</summary>
internal enum Effect
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>They make it worse.</summary>
    Worsens,

    /// <summary>They do not hurt.</summary>
    Spares,

    /// <summary>They make it better.</summary>
    Eases,

    /// <summary>They do not help.</summary>
    Fails,
}

/// <summary>
/// Finds what each part of a sentence says that things do to the pain, also where one verb serves several: "golf makes
/// it worse, so does sneezing", "heat and rest help".
/// </summary>
internal sealed class Effects
{
    // A part that denies or spares does so with the words of the other two inside it: "doesn't help".
    private static readonly (string Kind, Effect Effect)[] Kinds =
    [
        (Cue.Fails, Effect.Fails),
        (Cue.Spares, Effect.Spares),
        (Cue.Worsens, Effect.Worsens),
        (Cue.Eases, Effect.Eases),
        (Cue.Whenever, Effect.Worsens),
    ];

    private readonly ReadText _text;
    private readonly CueMap _cues;
    private readonly int[] _partOf;
    private readonly List<Part> _parts = [];

    public Effects(ReadText text, CueMap cues)
    {
        (_text, _cues) = (text, cues);
        _partOf = new int[text.Count];
        Cut();
        for (var at = 0; at < _parts.Count; at++)
        {
            _parts[at].Own = OwnEffect(_parts[at]);
        }

        for (var at = 0; at < _parts.Count; at++)
        {
            _parts[at].Effect = _parts[at].Own != Effect.None ? _parts[at].Own : Shared(at);
        }
    }

    /// <summary>What is said of the things that a token is among, also by a verb that they share.</summary>
    public Effect Of(int token) => _parts.Count == 0 ? Effect.None : _parts[_partOf[token]].Effect;

    /// <summary>What the token's own part of the sentence says.</summary>
    public Effect OwnOf(int token) => _parts.Count == 0 ? Effect.None : _parts[_partOf[token]].Own;

    private void Cut()
    {
        var join = Join.Sentence;
        var first = 0;
        for (var at = 0; at < _text.Count; at++)
        {
            _partOf[at] = _parts.Count;
            if (JoinAt(at) is { } next)
            {
                Add(first, at - 1, join);
                // What only joins joins still: ", and".
                join = first > at - 1 && next != Join.Sentence && join != Join.Sentence ? Later(join, next) : next;
                first = at + 1;
            }
        }

        Add(first, _text.Count - 1, join);
        for (var at = 0; at < _text.Count; at++)
        {
            _partOf[at] = Math.Min(_partOf[at], _parts.Count - 1);
        }
    }

    private static Join Later(Join one, Join other) =>
        one == Join.But || other == Join.But ? Join.But
        : one > other ? one
        : other;

    private void Add(int first, int last, Join join)
    {
        if (last >= first)
        {
            _parts.Add(new(first, last, join));
        }
    }

    private Join? JoinAt(int at) =>
        // "Heat? Helps a lot."
        _text.Word(at)
            is "?"
            ? Join.Comma
        : _text.Tokens[at].EndsSentence ? Join.Sentence
        : _text.IsMark(at) ? Join.Comma
        : _text.Word(at) switch
        {
            "and" or "or" or "nor" or "plus" or "en" => Join.And,
            "but" or "though" or "although" or "whereas" or "however" or "maar" => Join.But,
            _ => null,
        };

    private Effect OwnEffect(Part part)
    {
        foreach (var (kind, effect) in Kinds)
        {
            if (_cues.FirstBetween(kind, part.First, part.Last) is not null)
            {
                return effect;
            }
        }

        return Effect.None;
    }

    // "Rest and heat help, sitting and driving hurt": an "and" binds closer than a comma.
    private Effect Shared(int at)
    {
        if (Opposite(at) is { } turned)
        {
            return turned;
        }

        if (IsStatement(_parts[at]))
        {
            return Effect.None;
        }

        var after = at + 1 < _parts.Count ? _parts[at + 1] : null;
        if (after is { Join: Join.And, Own: not Effect.None } && _parts[at].Join != Join.And)
        {
            return after.Own;
        }

        var before = FromBefore(at);
        return before != Effect.None ? before : FromAfter(at);
    }

    // "Pills didn't help, rest did", "sitting hurts, walking doesn't": the verb alone, said the other way round.
    private Effect? Opposite(int at)
    {
        const int MostWords = 6;
        var part = _parts[at];
        if (part.Last - part.First >= MostWords || part.Last == part.First)
        {
            return null;
        }

        // "It's not the driving, it's the lying down".
        if (_text.Word(part.First) is "its" or "rather" or "more" or "only" && BeforeAny(at) == Effect.Spares)
        {
            return Effect.Worsens;
        }

        var end = _text.IsMark(part.Last) ? part.Last - 1 : part.Last;
        return (_text.Word(end), BeforeAny(at)) switch
        {
            ("did" or "does" or "do" or "is" or "are", Effect.Fails) => Effect.Eases,
            ("did" or "does" or "do" or "is" or "are", Effect.Spares) => Effect.Worsens,
            ("didnt" or "doesnt" or "dont" or "not" or "isnt" or "arent", Effect.Eases) => Effect.Fails,
            ("didnt" or "doesnt" or "dont" or "not" or "isnt" or "arent", Effect.Worsens) => Effect.Spares,
            _ => null,
        };
    }

    private Effect BeforeAny(int at)
    {
        for (var left = at; left > 0 && _parts[left].Join != Join.Sentence; left--)
        {
            if (_parts[left - 1].Own != Effect.None)
            {
                return _parts[left - 1].Own;
            }
        }

        return Effect.None;
    }

    private Effect FromBefore(int at)
    {
        for (var left = at; left > 0 && Reaches(_parts[left]); left--)
        {
            if (_parts[left - 1].Own != Effect.None)
            {
                return _parts[left - 1].Own;
            }

            if (IsStatement(_parts[left - 1]))
            {
                break;
            }
        }

        return Effect.None;
    }

    // Only what opens a sentence waits for its verb: "driving, lifting and sneezing make it worse".
    private Effect FromAfter(int at)
    {
        for (var left = at; _parts[left].Join != Join.Sentence; left--)
        {
            if (left == 0 || _parts[left - 1].Own != Effect.None || IsStatement(_parts[left - 1]))
            {
                return Effect.None;
            }
        }

        for (var right = at + 1; right < _parts.Count && _parts[right].Join is Join.Comma or Join.And; right++)
        {
            if (_parts[right].Own != Effect.None)
            {
                return _parts[right].Own;
            }

            if (IsStatement(_parts[right]))
            {
                break;
            }
        }

        return Effect.None;
    }

    // "Worse with typing but not driving".
    private bool Reaches(Part part) =>
        part.Join is Join.Comma or Join.And || (part.Join == Join.But && _text.Word(part.First) is "not" or "never");

    // "Driving makes it worse, I work at a desk": a subject of its own shares no verb, "when I work" does.
    private bool IsStatement(Part part)
    {
        for (var at = part.First; at <= part.Last; at++)
        {
            if (_text.Word(at) is "when" or "if" or "while" or "whenever" or "as" or "with")
            {
                return false;
            }

            if (_cues.Covers(Cue.Subject, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How a part is joined to the one before it; the later binds closer.</summary>
    private enum Join
    {
        Sentence,
        But,
        Comma,
        And,
    }

    private sealed class Part(int first, int last, Join join)
    {
        public int First { get; } = first;

        public int Last { get; } = last;

        public Join Join { get; } = join;

        public Effect Own { get; set; }

        public Effect Effect { get; set; }
    }
}
