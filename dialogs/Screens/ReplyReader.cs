using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Screens;

/// <summary>Reads an answer to a screen, tapped or typed.</summary>
public sealed class ReplyReader(BotParts parts)
{
    private static readonly Reply NotOffered = new Reply.NotUnderstood(NotUnderstoodReason.NotOffered);
    private static readonly Reply NotAnOption = new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption);

    /// <summary>What the message means for the screen; a message that is no answer is a value too.</summary>
    public Reply Read(Screen screen, IMessageActivity activity)
    {
        var value = Wire.Read(activity.Value);
        return value?.Question == screen.Id ? FromValue(screen, value) : FromText(screen, activity.Text ?? "");
    }

    /// <summary>What typed words mean for the screen.</summary>
    public Reply FromText(Screen screen, string text)
    {
        var reply = parts.Language.Answers.Read(text, screen.Asked, parts.Today);
        return reply is not Reply.NotUnderstood ? reply
            : screen.Selected.Count > 0 && IsYes(screen, text) ? AsItStands(screen)
            : screen.SettlesFindings ? FromOwnWords(screen, text) ?? reply
            : reply;
    }

    private bool IsYes(Screen screen, string text) =>
        parts.Language.Answers.Read(text, screen.Asked with { Kind = AnswerKind.YesNo, Options = [] }, parts.Today)
        is Reply.Yes;

    /// <summary>"Yes, that is right": what is ticked already stays ticked.</summary>
    private static Reply.Ticks AsItStands(Screen screen) =>
        new(screen.Selected.ToDictionary(id => id, _ => Presence.Present, StringComparer.Ordinal), Remainder: "");

    /// <summary>Own words that speak of what is on the screen, without naming an option.</summary>
    private Reply? FromOwnWords(Screen screen, string text)
    {
        var settles = screen.Options.Select(option => option.Id).Concat(screen.Asked.AlsoSettles).ToHashSet();
        var understood = parts.Language.OwnWords.Read(text, new ReadingContext(parts.Today, screen.Asked));
        var said = understood
            .Findings.Where(finding => settles.Contains(finding.Key))
            .ToDictionary(finding => finding.Key, finding => finding.Value, StringComparer.Ordinal);
        return said.Count == 0 ? null
            : screen.Asked.Kind == AnswerKind.YesNo ? AsYesNo(said.Values.First())
            : screen.Asked.Kind == AnswerKind.Choice && said.Count(f => f.Value == Presence.Present) != 1 ? null
            : new Reply.Ticks(said, Remainder: "");
    }

    private static Reply AsYesNo(Presence presence) =>
        presence switch
        {
            Presence.Present => new Reply.Yes(),
            Presence.Absent => new Reply.No(),
            _ => new Reply.NotSure(),
        };

    private Reply FromValue(Screen screen, ClientValue value)
    {
        if (value.IsSkip)
        {
            return screen.Asked.AllowsSkip ? new Reply.Skip() : NotOffered;
        }

        return screen.Asked.Kind switch
        {
            AnswerKind.Number => FromNumber(screen, value),
            AnswerKind.YesNo => FromYesNo(screen, value),
            AnswerKind.Choice => FromChoice(screen, value),
            AnswerKind.Multi or AnswerKind.Body or AnswerKind.Slot => FromTicks(screen, value),
            _ => FromText(screen, value.Value ?? ""),
        };
    }

    private Reply FromNumber(Screen screen, ClientValue value)
    {
        if (value.IsUnsure)
        {
            return screen.Asked.AllowsUnsure ? new Reply.NotSure() : NotOffered;
        }

        if (!double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return FromText(screen, value.Value ?? "");
        }

        var isInRange =
            double.IsFinite(number) && number >= (screen.Asked.Min ?? number) && number <= (screen.Asked.Max ?? number);
        return isInRange ? new Reply.Number(number) : new Reply.NotUnderstood(NotUnderstoodReason.OutOfRange);
    }

    private Reply FromYesNo(Screen screen, ClientValue value)
    {
        var finding = screen.Options.Count > 0 ? screen.Options[0].Id : null;
        return value switch
        {
            { Selected: [var one] } when one == finding || one == "yes" => new Reply.Yes(),
            { Selected: ["no"] } or { IsNone: true } => new Reply.No(),
            { IsUnsure: true } or { Unsure.Count: > 0 } => screen.Asked.AllowsUnsure ? new Reply.NotSure() : NotOffered,
            { Value: "true" } => new Reply.Yes(),
            { Value: "false" } => new Reply.No(),
            { Value: { } text } => FromText(screen, text),
            _ => NotAnOption,
        };
    }

    private Reply FromChoice(Screen screen, ClientValue value)
    {
        if (value.IsNone)
        {
            return screen.Asked.AllowsNone ? new Reply.None() : NotOffered;
        }

        if (value.IsUnsure)
        {
            return screen.Asked.AllowsUnsure ? new Reply.AllUnsure() : NotOffered;
        }

        if (value.Selected is { Count: > 1 })
        {
            return new Reply.NotUnderstood(NotUnderstoodReason.MoreThanOne);
        }

        var id = value.Selected is [var one] ? one : value.Value;
        return screen.Options.Any(option => option.Id == id) ? Ticked(id!)
            : value.Value is { } text ? FromText(screen, text)
            : NotAnOption;
    }

    private static Reply.Ticks Ticked(string id) =>
        new(new Dictionary<string, Presence>(StringComparer.Ordinal) { [id] = Presence.Present }, Remainder: "");

    private static Reply FromTicks(Screen screen, ClientValue value)
    {
        var selected = value.Selected ?? [];
        var unsure = value.Unsure ?? [];
        var known = screen.Options.Select(option => option.Id).Concat(screen.Asked.AlsoSettles).ToHashSet();
        if (selected.Concat(unsure).Any(id => !known.Contains(id)))
        {
            return NotAnOption;
        }

        if (value.IsUnsure || unsure.Count > 0)
        {
            if (!screen.Asked.AllowsUnsure)
            {
                return NotOffered;
            }

            unsure = value.IsUnsure ? [.. screen.Options.Select(option => option.Id)] : unsure;
        }

        // A tick beside "none" or "not sure" is a tick: the more urgent reading of a contradiction.
        var ticks = unsure.ToDictionary(id => id, _ => Presence.Unsure, StringComparer.Ordinal);
        foreach (var id in selected)
        {
            ticks[id] = Presence.Present;
        }

        return ticks.Count > 0 ? new Reply.Ticks(ticks, Remainder: "")
            : value.IsNone ? (screen.Asked.AllowsNone ? new Reply.None() : NotOffered)
            : NotAnOption;
    }
}
