using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Forms;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>A booking request: days and times, how to reach the person, and that the clinic may keep it.</summary>
public sealed class BookingDialog : ComponentDialog
{
    private const string TimesKey = "times";
    private const string ContactKey = "contact";
    private readonly CheckAccess _access;

    public BookingDialog(CheckAccess access)
        : base(nameof(BookingDialog))
    {
        _access = access;
        AddDialog(new WaterfallDialog("steps", [AskTimesAsync, AskContactAsync, AskConsentAsync, StoreAsync]));
        AddDialog(new QuestionPrompt(access));
        AddDialog(new FormPrompt(access));
        InitialDialogId = "steps";
    }

    private Messages Texts => _access.Parts.Words.Messages;

    private async Task<DialogTurnResult> AskTimesAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        if (check.IsEmergency)
        {
            await SayAsync(step, Texts.BookingNotNow, cancellationToken);
            return await step.EndDialogAsync(result: null, cancellationToken);
        }

        return await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.BookingTimes, cancellationToken);
    }

    private async Task<DialogTurnResult> AskContactAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var check = await _access.OpenAsync(step.Context, cancellationToken);
        step.Values[TimesKey] = string.Join(
            '\n',
            Times(check.Find(BotQuestionIds.BookingTimes)!, step.Result as Reply)
        );
        return await step.BeginDialogAsync(nameof(FormPrompt), BotQuestionIds.BookingContact, cancellationToken);
    }

    private async Task<DialogTurnResult> AskConsentAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not ContactDetails contact)
        {
            return await DeclineAsync(step, cancellationToken);
        }

        step.Values[ContactKey] = Wire.Json(contact);
        return await step.BeginDialogAsync(nameof(QuestionPrompt), BotQuestionIds.BookingConsent, cancellationToken);
    }

    private async Task<DialogTurnResult> StoreAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not Reply.Yes)
        {
            return await DeclineAsync(step, cancellationToken);
        }

        var check = await _access.OpenAsync(step.Context, cancellationToken);
        var contact = Wire.FromJson<ContactDetails>((string)step.Values[ContactKey]);
        var reference = _access.Parts.References.Next();
        var booking = new BookingRequest
        {
            Reference = reference,
            PreferredTimes = ((string)step.Values[TimesKey]).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Name = contact.Name ?? "",
            Phone = contact.Phone,
            Email = contact.Email,
            ConsentedAt = _access.Parts.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            Disposition = check.State.LastDisposition,
        };
        await step.Context.SendActivityAsync(Reports.Booking(booking), cancellationToken);
        check.State.BookingReference = reference;
        var text = Desk.Fill(
            _access.Parts,
            Texts.BookingDone,
            forWhom: null,
            ("reference", reference),
            ("enquiry", _access.Parts.Clinic.EnquiryUrl(reference))
        );
        var done = MessageFactory.Text(text);
        done.ChannelData = Wire.ChannelData(new() { Clinic = _access.Parts.Clinic.Id.Value, Booking = new(reference) });
        await step.Context.SendActivityAsync(done, cancellationToken);
        return await step.EndDialogAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> DeclineAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        await SayAsync(step, Texts.BookingDeclined, cancellationToken);
        return await step.EndDialogAsync(result: null, cancellationToken);
    }

    private async Task SayAsync(WaterfallStepContext step, string text, CancellationToken cancellationToken) =>
        await step.Context.SendActivityAsync(MessageFactory.Text(Desk.Fill(_access.Parts, text)), cancellationToken);

    private static IEnumerable<string> Times(Screens.Screen screen, Reply? reply) =>
        reply switch
        {
            Reply.Ticks ticks => screen
                .Options.Where(option => ticks.Presences.GetValueOrDefault(option.Id) == Presence.Present)
                .Select(option => option.Title),
            Reply.Words words => [words.Text.ReplaceLineEndings(" ")],
            _ => [],
        };
}
