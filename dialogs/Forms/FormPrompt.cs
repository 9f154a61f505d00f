using SpasmBot.Contracts;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Forms;

/// <summary>
/// Asks for contact details, by the id of the form in the options, and ends with <see cref="ContactDetails"/>, or with
/// <see cref="Reply.Skip"/> where they are optional. What was given is kept while the rest is asked again.
/// </summary>
public sealed class FormPrompt(CheckAccess access) : Dialog(nameof(FormPrompt))
{
    private const string FormKey = "form";
    private const string GivenPrefix = "given.";
    private readonly ContactReader _reader = new(access.Parts.Clinic.Region, access.Parts.Words.Messages);

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var form = options as string ?? throw new ArgumentException("The form's id is expected.", nameof(options));
        dc.ActiveDialog.State[FormKey] = form;
        await AskAsync(dc.Context, dc.ActiveDialog, errors: null, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var check = await access.OpenAsync(dc.Context, cancellationToken);
        var instance = dc.ActiveDialog;
        var question = access.Parts.Words.Questions[(string)instance.State[FormKey]];
        var value = Wire.Read(dc.Context.Activity.Value);
        var text = value is null ? dc.Context.Activity.AsMessageActivity().Text ?? "" : "";
        if (question.IsOptional && IsSkip(check.Find(question.Id)!, value, text))
        {
            check.State.OpenQuestion = null;
            return await dc.EndDialogAsync(new Reply.Skip(), cancellationToken);
        }

        var before = GivenBefore(instance);
        var given = value?.Fields ?? _reader.FromLine(text, before);
        var reading = _reader.Check(question.Fields, before, given);
        if (reading.Errors.Count > 0)
        {
            foreach (var (field, said) in reading.Given)
            {
                instance.State[GivenPrefix + field] = said;
            }

            check.State.Failures++;
            await AskAsync(dc.Context, instance, reading.Errors, cancellationToken);
            return EndOfTurn;
        }

        check.State.Failures = 0;
        check.State.OpenQuestion = null;
        return await dc.EndDialogAsync(reading.Details, cancellationToken);
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => AskAsync(turnContext, instance, errors: null, cancellationToken);

    private bool IsSkip(Screen screen, ClientValue? value, string text) =>
        value is not null
            ? value.IsSkip || value.IsNone
            : access.Parts.Language.Answers.Read(
                text,
                screen.Asked with
                {
                    Kind = AnswerKind.YesNo,
                },
                access.Parts.Today
            )
                is Reply.Skip
                    or Reply.No;

    private static Dictionary<string, string> GivenBefore(DialogInstance instance) =>
        instance
            .State.Where(entry => entry.Key.StartsWith(GivenPrefix, StringComparison.Ordinal))
            .ToDictionary(
                entry => entry.Key[GivenPrefix.Length..],
                entry => entry.Value?.ToString() ?? "",
                StringComparer.Ordinal
            );

    private async Task AskAsync(
        ITurnContext turn,
        DialogInstance instance,
        IReadOnlyDictionary<string, string>? errors,
        CancellationToken cancellationToken
    )
    {
        var check = await access.OpenAsync(turn, cancellationToken);
        var form = (string)instance.State[FormKey];
        var before = GivenBefore(instance);
        var screen = check.Find(form)!;
        screen = screen with
        {
            Fields =
            [
                .. screen.Fields.Select(field =>
                    field with
                    {
                        Value = before.GetValueOrDefault(field.Id),
                        Error = errors?.GetValueOrDefault(field.Id),
                    }
                ),
            ],
        };
        check.State.OpenQuestion = form;
        var error = errors is null ? null : string.Join(' ', errors.Values.Distinct(StringComparer.Ordinal));
        if (error is not null && check.State.Failures > 1)
        {
            error = $"{error} {access.Parts.Words.Messages.OfferPerson}";
        }

        await turn.SendActivityAsync(ScreenActivity.Of(screen, access.Parts, error: error), cancellationToken);
    }
}
