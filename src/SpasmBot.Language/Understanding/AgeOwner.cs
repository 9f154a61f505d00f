using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Tells whose age a number is, and whether it is the age of now.</summary>
internal sealed class AgeOwner
{
    private const int NearRelation = 6;
    private const int NearPast = 5;

    private static readonly string[] Groups =
    [
        "kids",
        "children",
        "twins",
        "grandchildren",
        "grandkids",
        "dog",
        "cat",
        "kinders",
        "babies",
        "boys",
        "girls",
    ];

    private static readonly string[] Relations =
    [
        "son",
        "daughter",
        "baby",
        "child",
        "toddler",
        "boy",
        "girl",
        "grandson",
        "granddaughter",
        "grandchild",
        "husband",
        "wife",
        "partner",
        "mother",
        "father",
        "mom",
        "mum",
        "mam",
        "ma",
        "dad",
        "gran",
        "granny",
        "grandmother",
        "grandfather",
        "oupa",
        "ouma",
        "aunt",
        "uncle",
        "sister",
        "brother",
        "friend",
        "boss",
        "colleague",
        "neighbour",
        "he",
        "she",
        "hes",
        "shes",
        "who",
    ];

    private static readonly string[] BodyParts =
    [
        "back",
        "neck",
        "shoulder",
        "shoulders",
        "spine",
        "rib",
        "ribs",
        "blade",
        "blades",
        "chest",
        "upper",
        "lower",
        "mid",
        "left",
        "right",
        "rug",
        "nek",
    ];

    private readonly TimeTokens _tokens;
    private readonly bool _isForTyper;
    private readonly Lazy<bool> _isFamily;

    public AgeOwner(TimeTokens tokens, string? forWhom)
    {
        _tokens = tokens;
        _isForTyper = forWhom == "me" || (forWhom is null && Any(TellsOfOwnPain));
        _isFamily = new(() => Any(NamesTyper));
    }

    /// <summary>"I'm his daughter": of two ages the other is the patient's.</summary>
    public bool TyperIsOnlyFamily => _isFamily.Value;

    /// <summary>"My son is 12": the patient's age only when the check is for somebody else, or nobody knows.</summary>
    public bool IsAnother(int at)
    {
        for (var back = 1; back <= NearRelation; back++)
        {
            if (at - back < 0 || _tokens.Tokens[at - back].EndsSentence || _tokens.Is(at - back, "im", "i"))
            {
                return false;
            }

            if (
                (back <= 4 && _tokens.Is(at - back, Groups))
                || (_isForTyper && _tokens.Is(at - back, Relations) && !_tokens.Is(at - back - 1, "a", "im"))
                || (_isForTyper && _tokens.Is(at - back, "after") && _tokens.Is(at - back - 1, "look", "looking"))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"My daughter, 12, has", "the wife's 29 and".</summary>
    public static bool IsBesideRelation(TimeTokens tokens, int at, int end)
    {
        var relation = at - (tokens.Is(at - 1, ",", "(") ? 2 : 1);
        var isKnown = tokens.Is(relation - 1, "my", "the", "our", "his", "her", "teenage", "young", "old", "little");
        return isKnown
            && tokens.Is(relation, Relations)
            && (relation == at - 1 ? AgeWords.IsEnd(tokens, end) : !AgeWords.IsWord(tokens, end));
    }

    /// <summary>"When I was 12", "at the age of 30": not now.</summary>
    public static bool IsOnceUponATime(TimeTokens tokens, int at)
    {
        if (AgeWords.IsAtThatAge(tokens, at, at + 1))
        {
            return false;
        }

        for (var back = 1; back <= NearPast; back++)
        {
            if (at - back < 0 || tokens.Tokens[at - back].EndsSentence || tokens.Is(at - back, "im", "am"))
            {
                return false;
            }

            if (tokens.Is(at - back, "my", "his", "her") && tokens.Is(at - back + 1, "age"))
            {
                return false;
            }

            if (tokens.Is(at - back, "was", "were", "since", "when", "at", "explain", "until"))
            {
                return true;
            }
        }

        return false;
    }

    // "My back", "I strained", "this is about me": the typer is the patient, and the ages of others are theirs.
    private bool TellsOfOwnPain(int at) =>
        (_tokens.Is(at, "my") && _tokens.Is(at + 1, BodyParts))
        || (_tokens.Is(at, "about") && _tokens.Is(at + 1, "me") && !_tokens.Is(at + 2, Relations))
        || (
            _tokens.Is(at, "i")
            && _tokens.Is(at + 1, "hurt", "strained", "pulled", "tore", "twisted", "ache", "lift", "lifted", "carry")
        );

    private bool NamesTyper(int at) =>
        _tokens.Is(at, "im", "am") && _tokens.Is(at + 1, "his", "her", "their") && _tokens.Is(at + 2, Family);

    private static readonly string[] Family =
    [
        "daughter",
        "son",
        "wife",
        "husband",
        "mother",
        "father",
        "mom",
        "mum",
        "dad",
        "sister",
        "brother",
        "carer",
        "partner",
        "nurse",
    ];

    private bool Any(Func<int, bool> isThere)
    {
        for (var at = 0; at < _tokens.Count; at++)
        {
            if (isThere(at))
            {
                return true;
            }
        }

        return false;
    }
}
