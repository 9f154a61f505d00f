using SpasmBot.Runtime.Dialogs.Choices;
using SpasmBot.Runtime.Dialogs.Recognition;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private static readonly (Choice Yes, Choice No, ChoiceFactoryOptions Options) English = (
        new Choice("Yes"),
        new Choice("No"),
        new ChoiceFactoryOptions(", ", " or ", ", or ", includeNumbers: true)
    );

    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _defaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, choiceDefaults: null, validator, defaultLocale) { }

    /// <summary>A prompt whose words for yes and no depend on the locale of the activity.</summary>
    public ConfirmPrompt(
        string dialogId,
        Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults,
        PromptValidator<bool> validator = null,
        string defaultLocale = null
    )
        : base(dialogId, validator)
    {
        _defaults = new(choiceDefaults ?? [], StringComparer.OrdinalIgnoreCase);
        DefaultLocale = defaultLocale;
    }

    /// <summary>How yes and no are shown; the options of a single question may say otherwise.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>Other words for yes and no than the locale's.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

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
        var (choices, choiceOptions) = Offer(activity);
        var prompt = AppendChoices(
            (isRetry ? options.RetryPrompt : null) ?? options.Prompt,
            activity.ChannelId,
            choices,
            options.Style ?? Style,
            choiceOptions,
            activity.Conversation?.ConversationType,
            cancellationToken
        );
        return turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    /// <summary>The usual words for yes and no first, then the words offered and, if they have numbers, those.</summary>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<bool>();
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var answer = YesNoRecognizer.Recognize(activity.Text) ?? RecognizeOffered(activity);
            result.Succeeded = answer.HasValue;
            result.Value = answer.GetValueOrDefault();
        }

        return Task.FromResult(result);
    }

    private bool? RecognizeOffered(Activity activity)
    {
        var (choices, options) = Offer(activity);
        var numbered = options.IncludeNumbers is not false;
        var recognizer = new FindChoicesOptions { RecognizeNumbers = numbered, RecognizeOrdinals = numbered };
        var found = ChoiceRecognizers.RecognizeChoices(activity.Text, choices, recognizer);
        return found.Count > 0 ? found[0].Resolution.Index == 0 : null;
    }

    private (IList<Choice> Choices, ChoiceFactoryOptions Options) Offer(Activity activity)
    {
        var (yes, no, options) = _defaults.GetValueOrDefault(activity.Locale ?? DefaultLocale ?? string.Empty, English);
        IList<Choice> choices = ConfirmChoices is { } own ? [own.Item1, own.Item2] : [yes, no];
        return (choices, ChoiceOptions ?? options);
    }
}
