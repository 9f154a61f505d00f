using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;

namespace SpasmBot.Dialogs;

/// <content>The commands: back, change, start over, why, a person, stop, a mistake, resume, a booking, forget, help.</content>
public abstract partial class InterruptibleDialog
{
    private async Task<DialogTurnResult?> ObeyAsync(
        DialogContext dc,
        SymptomCheck check,
        string command,
        string? question,
        CancellationToken cancellationToken
    )
    {
        switch (command)
        {
            case BotCommands.Back:
                return await BackAsync(dc, check, cancellationToken);
            case BotCommands.Change:
                return await ChangeAsync(dc, check, question, cancellationToken);
            case BotCommands.Restart:
                await SendAsync(dc, check, Texts.Restart, cancellationToken);
                check.Restart();
                check.State.Purpose = Purposes.Check;
                return await FromTheTopAsync(dc, check, cancellationToken);
            case BotCommands.Why:
                var why = check.State.OpenQuestion is { } open ? check.Find(open)?.Why : null;
                return await SayAsync(dc, check, why ?? Texts.WhyNothing, cancellationToken);
            case BotCommands.Person:
                await dc.CancelAllDialogsAsync(cancellationToken);
                return await dc.BeginDialogAsync(ToPerson, options: null, cancellationToken);
            case BotCommands.Stop:
                await SendAsync(dc, check, Texts.Stopped, cancellationToken);
                check.Restart();
                return await FromTheTopAsync(dc, check, cancellationToken);
            case BotCommands.Mistake:
                return await MistakeAsync(dc, check, cancellationToken);
            case BotCommands.Resume:
                return await ResumeAsync(dc, check, cancellationToken);
            case BotCommands.Booking:
                return await SayAsync(dc, check, WhereToChangeBooking(check), cancellationToken);
            case BotCommands.Forget:
                var farewell = MessageFactory.Text(Desk.Fill(access.Parts, Texts.Forgotten, check.ForWhom));
                farewell.ChannelData = Wire.ChannelData(new() { Forgotten = true });
                await dc.Context.SendActivityAsync(farewell, cancellationToken);
                await dc.Context.SendActivityAsync(Reports.Forget(), cancellationToken);
                return EndOfTurn;
            default:
                return await SayAsync(dc, check, Texts.Help, cancellationToken);
        }
    }

    /// <summary>The page is told with the reference when the request was sent from here.</summary>
    private string WhereToChangeBooking(SymptomCheck check)
    {
        if (check.IsEmergency)
        {
            return Texts.EmergencyFirst;
        }

        return check.State.BookingReference is { } reference
            ? access.Parts.Words.Fill(
                Texts.BookingPage,
                check.ForWhom,
                ("enquiry", access.Parts.Clinic.EnquiryUrl(reference))
            )
            : Texts.BookingPageOther;
    }

    /// <summary>The open question again; with none open, what stands.</summary>
    private static async Task<DialogTurnResult?> ResumeAsync(
        DialogContext dc,
        SymptomCheck check,
        CancellationToken cancellationToken
    )
    {
        if (check.State.OpenQuestion is null)
        {
            return null;
        }

        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    /// <summary>One answer back; out of what is beside the check, back to where the person was.</summary>
    private async Task<DialogTurnResult> BackAsync(
        DialogContext dc,
        SymptomCheck check,
        CancellationToken cancellationToken
    )
    {
        var isBeside = check.IsBeside;
        var isBack = !isBeside && check.TryBack();
        var isDone = isBeside || isBack || check.State.Purpose is not null;
        await SendAsync(dc, check, isDone ? Texts.Back : Texts.BackNothing, cancellationToken);
        check.State.Purpose = check.HasBegun || isBack ? Purposes.Check : null;
        return await FromTheTopAsync(dc, check, cancellationToken);
    }

    private async Task<DialogTurnResult> ChangeAsync(
        DialogContext dc,
        SymptomCheck check,
        string? question,
        CancellationToken cancellationToken
    )
    {
        if (question is null && check.HasBegun)
        {
            check.State.SummaryPage = 0;
            await dc.CancelAllDialogsAsync(cancellationToken);
            return await dc.BeginDialogAsync(ToChange, options: null, cancellationToken);
        }

        if (question is null || !check.TryChange(question))
        {
            return await SayAsync(dc, check, Texts.ChangeNothing, cancellationToken);
        }

        check.State.Purpose = Purposes.Check;
        return await FromTheTopAsync(dc, check, cancellationToken);
    }

    private async Task<DialogTurnResult> MistakeAsync(
        DialogContext dc,
        SymptomCheck check,
        CancellationToken cancellationToken
    )
    {
        if (!check.TryRecheck())
        {
            return await SayAsync(dc, check, Texts.MistakeNothing, cancellationToken);
        }

        check.State.Purpose = Purposes.Check;
        await SendAsync(dc, check, Texts.Mistake, cancellationToken);
        return await FromTheTopAsync(dc, check, cancellationToken);
    }
}
