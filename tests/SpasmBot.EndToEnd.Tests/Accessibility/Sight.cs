using SpasmBot.Contracts;
using SpasmBot.Language;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>
/// Everything a person can be shown, by what proves that it is on the page. Kinds of questions and what the bot can say
/// beside them come from the server's own types, so that a new one without a sight fails.
/// </summary>
internal static class Sight
{
    /// <summary>What stands in some state of its own, by the property of <see cref="SpasmBotData"/> that carries it.</summary>
    private static readonly Dictionary<string, string[]> Carried = new(StringComparer.Ordinal)
    {
        [nameof(SpasmBotData.Figure)] = ["self test"],
        [nameof(SpasmBotData.Unsure)] = ["not sure about some"],
        [nameof(SpasmBotData.Selected)] = ["ticked already"],
        [nameof(SpasmBotData.Error)] = ["error"],
        [nameof(SpasmBotData.Emergency)] = ["emergency", "crisis"],
        [nameof(SpasmBotData.Answer)] = ["answer"],
        [nameof(SpasmBotData.Copy)] = ["copy"],
        [nameof(SpasmBotData.Forgotten)] = ["deleted"],
        [nameof(SpasmBotData.Handoff)] = ["handed over"],
        [nameof(SpasmBotData.Booking)] = ["booked"],
        [nameof(SpasmBotData.Summary)] = ["summary"],
    };

    /// <summary>Parts of every question, seen with its kind.</summary>
    private static readonly string[] PartsOfQuestions =
    [
        nameof(SpasmBotData.Clinic),
        nameof(SpasmBotData.Question),
        nameof(SpasmBotData.Kind),
        nameof(SpasmBotData.Prompt),
        nameof(SpasmBotData.Hint),
        nameof(SpasmBotData.Why),
        nameof(SpasmBotData.Step),
        nameof(SpasmBotData.Of),
        nameof(SpasmBotData.None),
        nameof(SpasmBotData.Optional),
        nameof(SpasmBotData.Findings),
        nameof(SpasmBotData.Options),
        nameof(SpasmBotData.Min),
        nameof(SpasmBotData.Max),
        nameof(SpasmBotData.Unit),
        nameof(SpasmBotData.Fields),
        nameof(SpasmBotData.Assessment),
    ];

    private static readonly Dictionary<string, string> Proofs = new(StringComparer.Ordinal)
    {
        ["greeting"] = ".question-card[data-question='menu']",
        ["consent"] = ".question-card[data-question='consent']",
        ["scale"] = ".scale-number",
        ["front of the body"] = ".body-map[data-view='front']",
        ["why"] = ".why[open]",
        ["self test"] = ".question-card .figure",
        ["not sure about some"] = ".unsure-mark[aria-pressed='true']",
        ["ticked already"] = ".row[data-state='ticked']",
        ["error"] = "#question-error:not([hidden])",
        ["error in a field"] = ".field .error:not([hidden])",
        ["too long"] = "#said-problem:not([hidden])",
        ["summary"] = ".summary, .question-card[data-question='summary']",
        ["answer"] = ".answer-card:not([data-look='danger'])",
        ["answer unfolded"] = ".answer-card details[open] .phases",
        ["copy"] = ".message.wide > .button",
        ["emergency"] = "#emergency:not(:has(.exit-button))",
        ["crisis"] = "#emergency:has(.exit-button)",
        ["booked"] = ".reference",
        ["handed over"] = ".event",
        ["menu open"] = "#menu-list:not([hidden])",
        ["confirm"] = "dialog.confirm[open]",
        ["deleted"] = "#notice .notice",
        ["waiting to be sent"] = "[data-state='waiting'] .delivery:not(.failed)",
        ["urgent and not sent"] = "#connection.is-urgent",
        ["not saved"] = ".delivery.failed",
        ["waiting long"] = ".waiting",
        ["offline"] = "#connection:not([hidden])",
        ["cannot open"] = "#notice a[href^='tel:']",
    };

    /// <summary>The names of everything that has to be seen.</summary>
    public static IEnumerable<string> All =>
        Proofs
            .Keys.Concat(Enum.GetValues<AnswerKind>().Select(Of))
            .Concat(typeof(SpasmBotData).GetProperties().SelectMany(property => CarriedBy(property.Name)))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The name of a kind of question.</summary>
    public static string Of(AnswerKind kind) => $"question: {kind.ToString().ToLowerInvariant()}";

    /// <summary>What matches on a page that shows it.</summary>
    public static string ProofOf(string sight) =>
        sight.StartsWith("question: ", StringComparison.Ordinal)
            ? $".question-card[data-kind='{sight["question: ".Length..]}']"
            : Proofs[sight];

    private static string[] CarriedBy(string property) =>
        PartsOfQuestions.Contains(property, StringComparer.Ordinal) ? []
        : Carried.TryGetValue(property, out var sights) ? sights
        : [$"what SpasmBotData.{property} shows"];
}
