using SpasmBot.Runtime.Dialogs.Choices;
using SpasmBot.Runtime.Json;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Asks for a <typeparamref name="T"/> until it gets one that is valid, and ends with it.</summary>
public abstract class Prompt<T> : Dialog
{
    internal const string AttemptCountKey = "AttemptCount";
    private const string OptionsKey = "options";
    private const string StateKey = "state";

    private readonly PromptValidator<T> _validator;

    /// <summary>A prompt of that id, which accepts what it recognises unless a validator says otherwise.</summary>
    protected Prompt(string dialogId, PromptValidator<T> validator = null)
        : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        _validator = validator;
    }

    /// <summary>Asks for the first time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The options are no <see cref="PromptOptions"/>.</exception>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        DialogContext.ThrowIfToken(options, nameof(options));
        if (options is not PromptOptions prompt)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for prompt dialogs.");
        }

        ExpectInput(prompt.Prompt);
        ExpectInput(prompt.RetryPrompt);
        var state = new Dictionary<string, object>(StringComparer.Ordinal) { [AttemptCountKey] = 0 };
        dc.ActiveDialog.State[OptionsKey] = prompt;
        dc.ActiveDialog.State[StateKey] = state;
        await OnPromptAsync(dc.Context, state, prompt, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Ends with the answer if it is valid; otherwise asks again, unless the validator has said something itself. Anything but a message is ignored.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var (state, options) = Remembered(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        state[AttemptCountKey] = state.Read<int>(AttemptCountKey) + 1;
        var isValid = _validator is null
            ? recognized.Succeeded
            : await _validator(
                new PromptValidatorContext<T>(dc.Context, recognized, state, options),
                cancellationToken
            );
        if (isValid)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state, options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>Asks again: a dialog that was put on top of the prompt has ended.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object result = null,
        CancellationToken cancellationToken = default
    )
    {
        DialogContext.ThrowIfToken(result, nameof(result));
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    )
    {
        var (state, options) = Remembered(instance);
        return OnPromptAsync(turnContext, state, options, isRetry: false, cancellationToken);
    }

    /// <summary>Asks.</summary>
    protected abstract Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    );

    /// <summary>Understands the answer.</summary>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    );

    /// <summary>A copy of the prompt that offers the choices in that style.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions options = null,
        CancellationToken cancellationToken = default
    ) => AppendChoices(prompt, channelId, choices, style, options, conversationType: null, cancellationToken);

    /// <summary>As above, for a channel whose abilities depend on the kind of conversation.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions options,
        string conversationType,
        CancellationToken cancellationToken = default
    )
    {
        var text = prompt?.Text ?? string.Empty;
        IMessageActivity offer = style switch
        {
            ListStyle.None => MessageFactory.Text(text),
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, speak: null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, speak: null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, speak: null, options, conversationType),
        };
        if (prompt is not Activity original)
        {
            offer.InputHint = InputHints.ExpectingInput;
            return offer;
        }

        var copy = original.Copy();
        copy.Text = offer.Text;
        if (offer.SuggestedActions is { Actions.Count: > 0 })
        {
            copy.SuggestedActions = offer.SuggestedActions;
        }

        if (offer.Attachments is { Count: > 0 })
        {
            copy.Attachments = [.. copy.Attachments ?? [], .. offer.Attachments];
        }

        return copy;
    }

    // A copy, so that the address of one turn does not become part of what is asked in the next.
    private protected static Task SendPromptAsync(
        ITurnContext turnContext,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var prompt = (isRetry ? options.RetryPrompt : null) ?? options.Prompt;
        return prompt is null ? Task.CompletedTask : turnContext.SendActivityAsync(prompt.Copy(), cancellationToken);
    }

    private static (IDictionary<string, object> State, PromptOptions Options) Remembered(DialogInstance instance) =>
        (instance.State.Read<IDictionary<string, object>>(StateKey), instance.State.Read<PromptOptions>(OptionsKey));

    private static void ExpectInput(Activity activity)
    {
        if (activity is not null && string.IsNullOrEmpty(activity.InputHint))
        {
            activity.InputHint = InputHints.ExpectingInput;
        }
    }
}
