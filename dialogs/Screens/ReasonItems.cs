using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Screens;

/// <summary>The reasons of an answer, each with the answers that led to it in the words of the person's own answers.</summary>
internal sealed class ReasonItems(BotParts parts)
{
    private Messages Texts => parts.Words.Messages;

    /// <summary>The reasons as items, in their order.</summary>
    public IReadOnlyList<AnswerItem> Of(IReadOnlyList<Reason> reasons, string? forWhom) =>
        [
            .. reasons.Select(reason => new AnswerItem(reason.Text)
            {
                Because = Because(reason, forWhom),
                Source = reason.Source,
            }),
        ];

    private string? Because(Reason reason, string? forWhom)
    {
        var causes = reason.Because.Select(CauseText).Where(text => text.Length > 0).ToList();
        return causes.Count == 0
            ? null
            : parts.Words.Fill(Texts.BecauseYouTold, forWhom, ("answers", string.Join("; ", causes)));
    }

    private string CauseText(Cause cause)
    {
        var number = cause.Value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";
        var template = cause.Finding switch
        {
            "age" => Texts.BecauseAge,
            "onsetDays" => Texts.BecauseOnset,
            "severity" => Texts.BecauseSeverity,
            "ageAtOnset" => Texts.BecauseAgeAtOnset,
            _ => cause.Presence == "unsure" ? Texts.BecauseUnsure : "{finding}",
        };
        var label = parts.Protocol.FindFinding(cause.Finding)?.Label ?? cause.Finding;
        var days = cause.Finding == "onsetDays" ? parts.Words.DaysAgo(cause.Value ?? 0) : "";
        return parts.Words.Fill(template, forWhom: null, ("finding", label), ("number", number), ("days", days));
    }
}
