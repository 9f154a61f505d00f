using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>
/// Looks at every message before the open question does: too long, commands, answers to questions that are no longer
/// open, emergency words, a long pause, a free question. The one place for all of them.
/// </summary>
public abstract partial class InterruptibleDialog(string dialogId, CheckAccess access) : ComponentDialog(dialogId)
{
    /// <summary>The waterfall of the conversation.</summary>
    protected const string Steps = "steps";

    /// <summary>The waterfall that hands over to a person.</summary>
    protected const string ToPerson = "to-person";

    /// <summary>The waterfall that changes an earlier answer.</summary>
    protected const string ToChange = "to-change";

    /// <summary>The longest message that is read, in characters.</summary>
    public const int LongestText = 4000;

    private readonly ReplyReader _replies = new(access.Parts);

    /// <summary>Opens the check of the conversation.</summary>
    protected CheckAccess Access => access;

    private Messages Texts => access.Parts.Words.Messages;

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc,
        CancellationToken cancellationToken = default
    )
    {
        if (innerDc.Context.Activity.Type != ActivityTypes.Message)
        {
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        }

        var check = await access.OpenAsync(innerDc.Context, cancellationToken);
        check.ExpireSignsAfterPause(access.Parts.Now);
        return await InterruptAsync(innerDc, check, cancellationToken)
            ?? await base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    /// <summary>What the message leads to, when it is no answer to the open question; null when it is left to that.</summary>
    private async Task<DialogTurnResult?> InterruptAsync(
        DialogContext dc,
        SymptomCheck check,
        CancellationToken cancellationToken
    )
    {
        var message = dc.Context.Activity.AsMessageActivity();
        var text = message.Text ?? "";
        var value = Wire.Read(message.Value);
        if (text.Length > LongestText || value?.Value?.Length > LongestText)
        {
            return await SayAsync(dc, check, Texts.TooLong, cancellationToken);
        }

        if (text.Trim().Length == 0 && value is null)
        {
            var isFile = message.Attachments is { Count: > 0 };
            return isFile ? await SayAsync(dc, check, Texts.NoFiles, cancellationToken) : null;
        }

        if ((value is null ? access.Parts.Language.Commands.Read(text) : value.Command) is { } command)
        {
            return await ObeyAsync(dc, check, command, value?.Question, cancellationToken);
        }

        if (value?.Question is { } question && question != check.State.OpenQuestion)
        {
            var stale = check.State.OpenQuestion is null ? Texts.StaleNothingOpen : Texts.Stale;
            return await SayAsync(dc, check, stale, cancellationToken);
        }

        return await HearAsync(dc, check, SaidIn(value) ?? text, cancellationToken);
    }

    /// <summary>Says something and asks the open question again.</summary>
    private async Task<DialogTurnResult> SayAsync(
        DialogContext dc,
        SymptomCheck check,
        string text,
        CancellationToken cancellationToken
    )
    {
        await SendAsync(dc, check, text, cancellationToken);
        if (check.HasExpiredSigns)
        {
            return await FromTheTopAsync(dc, check, cancellationToken);
        }

        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    private async Task SendAsync(
        DialogContext dc,
        SymptomCheck check,
        string text,
        CancellationToken cancellationToken
    ) =>
        await dc.Context.SendActivityAsync(
            MessageFactory.Text(Desk.Fill(access.Parts, text, check.ForWhom)),
            cancellationToken
        );

    /// <summary>The position is derived: whatever is open, the way is run from its beginning.</summary>
    private async Task<DialogTurnResult> FromTheTopAsync(
        DialogContext dc,
        SymptomCheck check,
        CancellationToken cancellationToken
    )
    {
        if (check.HasExpiredSigns && !check.IsEmergency)
        {
            await SendAsync(dc, check, Texts.AfterPause, cancellationToken);
        }

        check.State.OpenQuestion = null;
        check.State.Failures = 0;
        await dc.CancelAllDialogsAsync(cancellationToken);
        return await dc.BeginDialogAsync(Steps, options: null, cancellationToken);
    }
}
