using System.Globalization;
using SpasmBot.Runtime.Dialogs.Recognition;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Asks for a number, in digits or English words. The first number in the answer counts, if it fits the type.</summary>
/// <typeparam name="T">int, long, float, double or decimal.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <summary>A prompt that reads digits as <paramref name="defaultLocale"/> writes them when the activity names no locale.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (
            typeof(T) != typeof(int)
            && typeof(T) != typeof(long)
            && typeof(T) != typeof(float)
            && typeof(T) != typeof(double)
            && typeof(T) != typeof(decimal)
        )
        {
            throw new NotSupportedException($"NumberPrompt: type argument T of type '{typeof(T)}' is not supported.");
        }

        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    ) => SendPromptAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<T>();
        if (activity.Type == ActivityTypes.Message)
        {
            var numbers = NumberRecognizer.Recognize(activity.Text, activity.Locale ?? DefaultLocale);
            var first = numbers.FindIndex(number => !number.IsOrdinal);
            if (first >= 0 && TryConvert(numbers[first].Value, out var value))
            {
                result.Succeeded = true;
                result.Value = value;
            }
        }

        return Task.FromResult(result);
    }

    // 3.5 is no int, and neither is a number that is too large for one.
    private static bool TryConvert(decimal number, out T value)
    {
        value = default;
        var isWhole = typeof(T) == typeof(int) || typeof(T) == typeof(long);
        var (least, most) = typeof(T) == typeof(int) ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
        if (isWhole && (!decimal.IsInteger(number) || number < least || number > most))
        {
            return false;
        }

        value = (T)Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
        return true;
    }
}
