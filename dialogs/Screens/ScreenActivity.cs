using System.Text;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Screens;

/// <summary>A screen as an activity: text for any client, suggested actions for one choice, and the same as data.</summary>
public static class ScreenActivity
{
    /// <summary>Shows a question.</summary>
    /// <param name="step">Number of this question.</param>
    /// <param name="of">How many there will probably be.</param>
    /// <param name="error">What was wrong with the last answer; the question stays open.</param>
    public static Activity Of(Screen screen, BotParts parts, int? step = null, int? of = null, string? error = null)
    {
        var texts = parts.Words.Messages;
        var text = error is null ? Text(screen, texts) : $"{error}\n\n{Text(screen, texts)}";
        var actions = Actions(screen, texts).ToList();
        var activity =
            actions.Count > 0
                ? (Activity)MessageFactory.SuggestedActions(actions, text, ssml: null, InputHints.ExpectingInput)
                : MessageFactory.Text(text, ssml: null, InputHints.ExpectingInput);
        activity.ChannelData = Wire.ChannelData(Data(screen, parts.Clinic, step, of, error));
        return activity;
    }

    private static SpasmBotData Data(Screen screen, ClinicProfile clinic, int? step, int? of, string? error) =>
        new()
        {
            Clinic = clinic.Id.Value,
            Question = screen.Id,
            Kind = screen.Kind,
            Prompt = screen.Prompt,
            Hint = screen.Hint,
            Figure = screen.Figure,
            Why = screen.Why,
            Step = step,
            Of = of,
            None = screen.Asked.AllowsNone,
            Unsure = screen.Asked.AllowsUnsure,
            Optional = screen.Asked.AllowsSkip,
            Findings = screen.SettlesFindings
                ? [.. screen.Options.Select(o => o.Id), .. screen.Asked.AlsoSettles]
                : null,
            Options = screen.Options.Count > 0 ? screen.Options : null,
            Selected = screen.Selected.Count > 0 ? screen.Selected : null,
            Min = screen.Asked.Min,
            Max = screen.Asked.Max,
            Unit = screen.Asked.Unit,
            Fields = screen.Fields.Count > 0 ? screen.Fields : null,
            Error = error,
        };

    private static string Text(Screen screen, Messages texts)
    {
        var text = new StringBuilder(screen.Prompt);
        if (screen.Hint is { } hint)
        {
            text.Append("\n\n").Append(hint);
        }

        if (screen.Asked.Kind is AnswerKind.Multi or AnswerKind.Body or AnswerKind.Slot)
        {
            text.Append('\n');
            for (var i = 0; i < screen.Options.Count; i++)
            {
                text.Append('\n').Append(i + 1).Append(". ").Append(screen.Options[i].Title);
                if (screen.Options[i].Hint is { } more)
                {
                    text.Append(" (").Append(more).Append(')');
                }
            }

            var also = Also(screen, texts).ToList();
            if (also.Count > 0)
            {
                text.Append("\n\n").Append(texts.AnswerAlso).Append(' ').AppendJoin(", ", also).Append('.');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Also(Screen screen, Messages texts)
    {
        if (screen.Asked.AllowsNone)
        {
            yield return texts.NoneOfThese;
        }

        if (screen.Asked.AllowsUnsure)
        {
            yield return texts.NotSure;
        }

        if (screen.Asked.AllowsSkip)
        {
            yield return texts.Skip;
        }
    }

    /// <summary>Buttons for one choice; what they send is what a person would type.</summary>
    private static IEnumerable<CardAction> Actions(Screen screen, Messages texts)
    {
        IEnumerable<string> titles = screen.Asked.Kind switch
        {
            AnswerKind.Choice => screen.Options.Select(option => option.Title),
            AnswerKind.YesNo => [texts.Yes, texts.No],
            _ => [],
        };
        if (screen.Asked.Kind is AnswerKind.YesNo && screen.Asked.AllowsUnsure)
        {
            titles = titles.Append(texts.NotSure);
        }

        if (screen.Asked.Kind is AnswerKind.Choice or AnswerKind.Text or AnswerKind.Number && screen.Asked.AllowsSkip)
        {
            titles = titles.Append(texts.Skip);
        }

        return titles.Select(title => new CardAction(ActionTypes.ImBack, title, value: title));
    }
}
