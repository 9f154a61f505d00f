namespace SpasmBot.Language.Phrases;

/// <summary>What phrases do; the names are those of the files.</summary>
internal static class PhraseKind
{
    /// <summary>The finding is there.</summary>
    public const string Says = "says";

    /// <summary>The finding may be there: worth a precise question.</summary>
    public const string Hints = "hints";

    /// <summary>The finding is not there ("breathing is normal").</summary>
    public const string Denies = "denies";

    /// <summary>
    /// Too general to say that the finding is there, but when it is denied the finding is not ("no numbness").
    /// </summary>
    public const string OnlyDenied = "only-denied";

    /// <summary>The finding is there, in an answer to a question that shows it ("always", "phone").</summary>
    public const string Answers = "answers";

    /// <summary>Words in the same sentence with which the finding does not count.</summary>
    public const string Unless = "unless";

    /// <summary>Sayings that mean nothing of what they name.</summary>
    public const string Idiom = "idioms";

    /// <summary>The kinds that a finding may have.</summary>
    public static readonly IReadOnlyList<string> OfFindings = [Says, Hints, Denies, OnlyDenied, Answers, Unless];

    public static bool IsOfFinding(string kind) => kind is Says or Hints or Denies or OnlyDenied or Answers;
}
