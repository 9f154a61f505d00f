using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <content>What is heard in words: emergency signs first, then an answer, symptoms at the menu, a free question.</content>
public abstract partial class InterruptibleDialog
{
    /// <summary>Words beyond which a message at the menu is no choice of it.</summary>
    private const int ShortestStory = 12;

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

        if (check.IsEmergency && reply is not Reply.Ticks && check.Denies(text))
        {
            return await MistakeAsync(dc, check, cancellationToken);
        }

        if (RemarkOn(text, screen, reply) is { } remark)
        {
            return await SayAsync(dc, check, remark, cancellationToken);
        }

        if (screen?.Id == BotQuestionIds.Menu && IsStory(text, reply))
        {
            return await BeginWithOwnWordsAsync(dc, check, text, cancellationToken);
        }

        if (IsBesideTheQuestion(text, screen, reply))
        {
            return await AnswerQuestionAsync(dc, check, text, isOwnWords, cancellationToken);
        }

        return IsTold(check, screen, reply) ? await NoteAsync(dc, check, text, cancellationToken) : null;
    }

    /// <summary>
    /// Whether what was typed at the menu tells what is wrong. A long message may hold a word of the menu in passing
    /// ("38.9 when they checked"); who wants a visit or a person is still taken there.
    /// </summary>
    private bool IsStory(string text, Reply? reply) =>
        reply switch
        {
            Reply.NotUnderstood => IsAboutSymptoms(text),
            Reply.Ticks ticks => !ticks.Presences.Keys.Any(id => id is Purposes.Book or Purposes.Person)
                && text.Count(char.IsWhiteSpace) >= ShortestStory
                && IsAboutSymptoms(text),
            _ => false,
        };

    /// <summary>Whether words that answer nothing may tell of symptoms: once a check has begun, they belong to it.</summary>
    private static bool IsTold(SymptomCheck check, Screen? screen, Reply? reply) =>
        check.HasBegun
        && (reply is null or Reply.NotUnderstood || (reply is Reply.Words && screen!.Id == BotQuestionIds.Ask));

    /// <summary>Notes symptoms that were told beside the open question, and goes on from there.</summary>
    private async Task<DialogTurnResult?> NoteAsync(
        DialogContext dc,
        SymptomCheck check,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (check.RecordTold(text) is not { Count: > 0 } noted)
        {
            return null;
        }

        var sentence = access.Parts.Words.Fill(Texts.Noted, check.ForWhom, ("findings", string.Join("; ", noted)));
        await SendAsync(dc, check, sentence, cancellationToken);
        check.State.Purpose = Purposes.Check;
        return await FromTheTopAsync(dc, check, cancellationToken);
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
    /// The one line for an insult, an order, another language or a question about the bot; null for anything that says something of the symptoms,
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
        return remarks.IsOtherLanguage(text)
            ? Texts.EnglishOnly
            : remarks.Read(text) switch
            {
                // "Can I stop my warfarin?" also says that it is taken; the answer to it goes first.
                Remark.OwnMedicine when !isOpenText => Texts.OwnMedicine,
                _ when IsAboutSymptoms(text) => null,
                Remark.OwnMedicine => Texts.OwnMedicine,
                Remark.AboutBot => Texts.AboutBot,
                Remark.MyData => Texts.MyData,
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
        await SendAsync(dc, check, check.HeardInWords(Texts), cancellationToken);
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
        if (check.IsEmergency)
        {
            return await SayAsync(dc, check, Texts.EmergencyFirst, cancellationToken);
        }

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

    /// <summary>What was written into a value: its text, or all fields of a form.</summary>
    private static string? SaidIn(ClientValue? value) =>
        value?.Value ?? (value?.Fields is { } fields ? string.Join(". ", fields.Values) : null);
}
