using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>Decides whether an answer is good. It is called for answers that were not understood too, and may change what was recognised.</summary>
public delegate Task<bool> PromptValidator<T>(
    PromptValidatorContext<T> promptContext,
    CancellationToken cancellationToken
);

/// <summary>What a prompt understood.</summary>
public class PromptRecognizerResult<T>
{
    /// <summary>Whether it understood anything.</summary>
    public bool Succeeded { get; set; }

    public T Value { get; set; }

    public bool AllowInterruption { get; set; }
}

/// <summary>What a validator judges.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext,
        PromptRecognizerResult<T> recognized,
        IDictionary<string, object> state,
        PromptOptions options
    )
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>What the prompt remembers between answers; a validator may keep things there too.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How often an answer was given, this one included.</summary>
    public int AttemptCount => State.Read<int>(Prompt<T>.AttemptCountKey);
}
