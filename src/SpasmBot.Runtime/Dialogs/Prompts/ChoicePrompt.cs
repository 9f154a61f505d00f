using SpasmBot.Runtime.Dialogs.Choices;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Asks for one of several choices, understood by their words, place or number.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _defaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, choiceDefaults: null, validator, defaultLocale) { }

    /// <summary>A prompt that writes choices by the locale of the activity.</summary>
    public ChoicePrompt(
        string dialogId,
        Dictionary<string, ChoiceFactoryOptions> choiceDefaults,
        PromptValidator<FoundChoice> validator = null,
        string defaultLocale = null
    )
        : base(dialogId, validator)
    {
        _defaults = new(choiceDefaults ?? [], StringComparer.OrdinalIgnoreCase);
        DefaultLocale = defaultLocale;
    }

    /// <summary>How choices are shown; the options of a single question may say otherwise.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    /// <summary>How choices are written into a sentence or list.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>How the answer is understood.</summary>
    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var locale = activity.Locale ?? DefaultLocale ?? string.Empty;
        var prompt = AppendChoices(
            (isRetry ? options.RetryPrompt : null) ?? options.Prompt,
            activity.ChannelId,
            options.Choices ?? [],
            options.Style ?? Style,
            ChoiceOptions ?? _defaults.GetValueOrDefault(locale),
            activity.Conversation?.ConversationType,
            cancellationToken
        );
        return turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<FoundChoice>();
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var recognizer = (RecognizerOptions ?? new FindChoicesOptions()).For(activity.Locale, DefaultLocale);
            var found = ChoiceRecognizers.RecognizeChoices(activity.Text, options.Choices ?? [], recognizer);
            if (found.Count > 0)
            {
                result.Succeeded = true;
                result.Value = found[0].Resolution;
            }
        }

        return Task.FromResult(result);
    }
}
