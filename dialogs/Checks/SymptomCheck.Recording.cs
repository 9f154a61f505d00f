using SpasmBot.Clinical;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Checks;

/// <content>What a reply to a screen says of findings and numbers.</content>
public sealed partial class SymptomCheck
{
    private GivenAnswer Answer(Screen screen, Reply reply)
    {
        var answer = new GivenAnswer { Question = screen.Id, Shown = [.. screen.Options.Select(o => o.Id)] };
        switch (reply)
        {
            case Reply.Skip:
                answer.Skipped = true;
                break;
            case Reply.Number number:
                SetNumber(answer, screen.Asked.Sets, number.Value);
                break;
            case Reply.Ticks ticks when screen.SettlesFindings:
                SetTicks(answer, screen, ticks.Presences);
                break;
            case Reply.Ticks ticks when screen.Id == Wording.BotQuestionIds.OwnWordsConfirm:
                answer.Rejected = [.. answer.Shown.Where(id => !IsTicked(ticks, id))];
                break;
            case Reply.Ticks ticks:
                answer.Choice = ticks.Presences.First(tick => tick.Value == Presence.Present).Key;
                break;
            case Reply.None when screen.Id == Wording.BotQuestionIds.OwnWordsConfirm:
                answer.Rejected = [.. answer.Shown];
                break;
            case Reply.Yes:
                SetAll(answer, Presence.Present);
                break;
            case Reply.None or Reply.No:
                SetAll(answer, Presence.Absent);
                break;
            case Reply.AllUnsure or Reply.NotSure when screen.ConfirmsUnsure:
                answer.ToConfirm = [.. answer.Shown];
                break;
            case Reply.AllUnsure or Reply.NotSure:
                SetAll(answer, Presence.Unsure);
                break;
        }

        return answer;
    }

    private static bool IsTicked(Reply.Ticks ticks, string id) =>
        ticks.Presences.TryGetValue(id, out var presence) && presence == Presence.Present;

    private static void SetAll(GivenAnswer answer, Presence presence) =>
        answer.Findings = answer.Shown.ToDictionary(id => id, _ => presence, StringComparer.Ordinal);

    /// <summary>
    /// What is ticked is there, what is not ticked is not. Somebody who only says what is not there ("no fever") has
    /// not spoken of the rest, which is asked again; nor of all that a sign covers of which one part is denied.
    /// </summary>
    private void SetTicks(GivenAnswer answer, Screen screen, IReadOnlyDictionary<string, Presence> ticks)
    {
        if (ticks.Values.All(presence => presence == Presence.Absent))
        {
            answer.Shown = [.. answer.Shown.Where(id => ticks.ContainsKey(id) && parts.Language.IsSettledByDenial(id))];
            ticks = ticks.Where(tick => answer.Shown.Contains(tick.Key)).ToDictionary();
        }

        if (screen.Asked.Kind is not AnswerKind.Choice)
        {
            SetAll(answer, Presence.Absent);
        }

        foreach (var (id, presence) in ticks)
        {
            if (presence == Presence.Unsure && screen.ConfirmsUnsure)
            {
                answer.Findings.Remove(id);
                answer.ToConfirm.Add(id);
            }
            else
            {
                answer.Findings[id] = presence;
            }
        }
    }

    private void SetNumber(GivenAnswer answer, string? sets, double value)
    {
        switch (sets)
        {
            case AnswerFold.AgeId:
                answer.Age = value;
                break;
            case AnswerFold.SeverityId:
                answer.Severity = value;
                break;
            case AnswerFold.OnsetId:
                answer.Since = AnswerFold.Since(value, parts.Today);
                break;
        }
    }
}
