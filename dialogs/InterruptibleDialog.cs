using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>
/// Looks at every message before the open question does: too long, commands, answers to questions that are no longer
/// open, emergency words, a long pause, a free question. The one place for all of them.
/// </summary>
public abstract class InterruptibleDialog(string dialogId, CheckAccess access) : ComponentDialog(dialogId)
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

    /// <summary>What was written into a value: its text, or all fields of a form.</summary>
    private static string? SaidIn(ClientValue? value) =>
        value?.Value ?? (value?.Fields is { } fields ? string.Join(". ", fields.Values) : null);

    /// <summary>Emergency words come first, wherever they are typed; then a pause, then a free question.</summary>
    private async Task<DialogTurnResult?> HearAsync(
        DialogContext dc,
        SymptomCheck check,
        string text,
        CancellationToken cancellationToken
    )
    {
        var message = dc.Context.Activity.AsMessageActivity();
        var screen = check.State.OpenQuestion is { } open ? check.Find(open) : null;
        var reply = screen is null ? null : _replies.Read(screen, message);
        var unread = reply is Reply.Ticks ? WithoutTitles(text, screen!) : text;
        var isOwnWords = reply is Reply.Words && screen!.Id == BotQuestionIds.OwnWords;
        var hits = isOwnWords ? [] : access.Parts.Language.Emergencies.Listen(unread, access.Parts.Today);
        hits = [.. hits.Where(hit => !Settles(screen, reply, hit.Finding))];
        if (hits.Count > 0 || check.HasExpiredSigns)
        {
            RecordIfAnswer(check, screen, reply, text);
            return await FromTheTopAfterAsync(dc, check, hits, text, cancellationToken);
        }

        if (RemarkOn(text, screen, reply) is { } remark)
        {
            return await SayAsync(dc, check, remark, cancellationToken);
        }

        if (screen?.Id == BotQuestionIds.Menu && reply is Reply.NotUnderstood && IsAboutSymptoms(text))
        {
            return await BeginWithOwnWordsAsync(dc, check, text, cancellationToken);
        }

        return IsBesideTheQuestion(text, screen, reply)
            ? await AnswerQuestionAsync(dc, check, text, isOwnWords, cancellationToken)
            : null;
    }

    /// <summary>
    /// Whether the message asks something beside the open question. What that can read as an answer is one, and so are
    /// contact details: "Will is my name, 082 555 0100".
    /// </summary>
    private static bool IsBesideTheQuestion(string text, Screen? screen, Reply? reply) =>
        screen?.Id != BotQuestionIds.Ask
        && reply is null or Reply.NotUnderstood or Reply.Words
        && !(
            reply is Reply.Words
            && screen!.Asked.Kind == AnswerKind.Contact
            && text.Any(c => char.IsDigit(c) || c == '@')
        )
        && KnowledgeBase.LooksLikeQuestion(text);

    /// <summary>
    /// The one line for an insult, an order or another language; null for anything that says something of the symptoms,
    /// and for names and addresses, which may be in any language.
    /// </summary>
    private string? RemarkOn(string text, Screen? screen, Reply? reply)
    {
        var isOpenText = reply is Reply.Words && screen!.Asked.Kind == AnswerKind.Text;
        if (reply is not Reply.NotUnderstood && !isOpenText)
        {
            return null;
        }

        var remarks = access.Parts.Language.Remarks;
        return remarks.IsOtherLanguage(text) ? Texts.EnglishOnly
            : IsAboutSymptoms(text) ? null
            : remarks.Read(text) switch
            {
                Remark.Orders => Texts.NoOrders,
                Remark.Abuse => Texts.StayCalm,
                _ => null,
            };
    }

    /// <summary>
    /// What was typed beside the titles on the screen. Words that name an option in another way are heard twice, for
    /// they may say more: "crushing pain in my chest" is the front of the chest, and an emergency.
    /// </summary>
    private static string WithoutTitles(string text, Screen screen) =>
        screen.Options.Aggregate(
            text,
            (rest, option) => rest.Replace(option.Title, " ", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whether the answer to the open question already says this of the finding.</summary>
    private static bool Settles(Screen? screen, Reply? reply, string finding) =>
        reply switch
        {
            Reply.Ticks ticks => ticks.Presences.ContainsKey(finding),
            Reply.Yes or Reply.NotSure => screen!.Options.Any(option => option.Id == finding),
            _ => false,
        };

    private static void RecordIfAnswer(SymptomCheck check, Screen? screen, Reply? reply, string text)
    {
        if (screen is { IsPartOfCheck: true } && reply is not (null or Reply.NotUnderstood))
        {
            check.Record(screen, reply, text);
        }
    }

    private async Task<DialogTurnResult> FromTheTopAfterAsync(
        DialogContext dc,
        SymptomCheck check,
        IReadOnlyList<EmergencyHit> hits,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (hits.Count > 0)
        {
            check.RecordSaid(hits, text);
            check.State.Purpose = Purposes.Check;
        }

        return await FromTheTopAsync(dc, check, cancellationToken);
    }

    private bool IsAboutSymptoms(string text)
    {
        var understood = access.Parts.Language.OwnWords.Read(text, new ReadingContext(access.Parts.Today));
        return understood is { Findings.Count: > 0 } or { OnsetDays: not null } or { Severity: not null };
    }

    /// <summary>Somebody who tells what is wrong at the menu has begun the check.</summary>
    private async Task<DialogTurnResult> BeginWithOwnWordsAsync(
        DialogContext dc,
        SymptomCheck check,
        string text,
        CancellationToken cancellationToken
    )
    {
        check.State.Purpose = Purposes.Check;
        check.Record(check.Find(BotQuestionIds.OwnWords)!, new Reply.Words(text), text);
        await SendAsync(dc, check, Texts.Thanks, cancellationToken);
        return await FromTheTopAsync(dc, check, cancellationToken);
    }

    private async Task<DialogTurnResult?> AnswerQuestionAsync(
        DialogContext dc,
        SymptomCheck check,
        string text,
        bool isOwnWords,
        CancellationToken cancellationToken
    )
    {
        var isStory = isOwnWords && IsAboutSymptoms(text);
        var asked = access.Parts.Language.Questions.Answer(text, access.Parts.Today);
        // An emergency in own words is shown first, by the check that takes them.
        if (asked.IsEmergency || (isStory && !asked.Answer.IsAnswered))
        {
            return null;
        }

        await dc.Context.SendActivityAsync(KnowledgeActivity.Of(asked.Answer, access.Parts), cancellationToken);
        if (isStory)
        {
            return null;
        }

        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

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
            case BotCommands.Forget:
                await SendAsync(dc, check, Texts.Forgotten, cancellationToken);
                await dc.Context.SendActivityAsync(Reports.Forget(), cancellationToken);
                return EndOfTurn;
            default:
                return await SayAsync(dc, check, Texts.Help, cancellationToken);
        }
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
