using System.Collections.Frozen;

namespace SpasmBot.Clinical.Loading;

/// <summary>The words that the files use for what the engine knows.</summary>
internal static class Words
{
    public const string Otherwise = "otherwise";

    public const string EmergencySigns = "emergency-signs";

    public const string Health = "health";

    public static IReadOnlyDictionary<string, string> Groups { get; } =
        Same(
            EmergencySigns,
            "general-health",
            "other-symptoms",
            "where",
            "onset",
            "pain",
            "relief",
            "activities",
            "self-tests"
        );

    /// <summary>The parts of a check. A list, because a misspelt section would be one that is never asked.</summary>
    public static IReadOnlyDictionary<string, string> Sections { get; } =
        Same(EmergencySigns, "where", "onset", "pain", "activities", Health, "after-assault", "self-tests");

    public static IReadOnlyDictionary<string, UnsureMeaning> UnsureMeanings { get; } =
        Of<UnsureMeaning>(
            ("counts", UnsureMeaning.Counts),
            ("ignored", UnsureMeaning.Ignored),
            ("limited", UnsureMeaning.Limited)
        );

    public static IReadOnlyDictionary<string, Disposition> Dispositions { get; } =
        Enum.GetValues<Disposition>().Reverse().ToFrozenDictionary(DispositionId.Of, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, QuestionKind> QuestionKinds { get; } =
        Of<QuestionKind>(
            ("choice", QuestionKind.Choice),
            ("multi", QuestionKind.Multi),
            ("yesno", QuestionKind.YesNo),
            ("number", QuestionKind.Number),
            ("body", QuestionKind.Body)
        );

    public static IReadOnlyDictionary<string, AdviceKind> AdviceKinds { get; } =
        Of<AdviceKind>(
            ("do", AdviceKind.Do),
            ("do-not", AdviceKind.DoNot),
            ("makes-worse", AdviceKind.MakesWorse),
            ("safety-net", AdviceKind.SafetyNet),
            ("while-waiting", AdviceKind.WhileWaiting)
        );

    /// <summary>Whether one known option settles the question (any) or all must be known.</summary>
    public static IReadOnlyDictionary<string, bool> SettledByAny { get; } = Of<bool>(("any", true), ("all", false));

    /// <summary>After which own words a question is asked.</summary>
    public static IReadOnlyDictionary<string, OwnStory?> Stories { get; } =
        Of<OwnStory?>(("told", OwnStory.Told), ("untold", OwnStory.Untold));

    /// <summary>The drawings there are.</summary>
    public static IReadOnlyDictionary<string, string?> Figures { get; } =
        Of<string?>(("seated-twist", "seated-twist"), ("seated-side-bend", "seated-side-bend"));

    /// <summary>The numbers a question can set, with their ranges (protocol, section 3).</summary>
    public static IReadOnlyDictionary<string, NumberRange> NumberRanges { get; } =
        NumberRange.All.ToFrozenDictionary(range => range.Name, StringComparer.Ordinal);

    /// <summary>Words with a meaning of their own in conditions.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["and", "or", "not", Otherwise, .. ExpressionNames.Numbers];

    public static string NameOf(AdviceKind kind) => AdviceKinds.First(pair => pair.Value == kind).Key;

    private static FrozenDictionary<string, string> Same(params string[] words) =>
        words.ToFrozenDictionary(word => word, StringComparer.Ordinal);

    private static FrozenDictionary<string, T> Of<T>(params (string Word, T Value)[] pairs) =>
        pairs.ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);
}
