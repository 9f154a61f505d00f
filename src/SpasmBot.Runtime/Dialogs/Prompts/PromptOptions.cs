using System.Text.Json;
using SpasmBot.Runtime.Dialogs.Choices;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>What a prompt says and accepts.</summary>
public class PromptOptions
{
    private StoredActivity _prompt;
    private StoredActivity _retryPrompt;

    /// <summary>What is asked.</summary>
    public Activity Prompt
    {
        get => _prompt.Value;
        set => _prompt = new(value);
    }

    /// <summary>What is asked when the answer was not understood or not valid; the prompt again if not set.</summary>
    public Activity RetryPrompt
    {
        get => _retryPrompt.Value;
        set => _retryPrompt = new(value);
    }

    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown, instead of the prompt's own style.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Anything that the validator wants to know.</summary>
    public object Validations { get; set; }

    /// <summary>Takes what is asked from where it is stored; it is read when somebody looks, which an answer that fits does not.</summary>
    internal void ReadLater(ReadOnlyMemory<byte>? prompt, ReadOnlyMemory<byte>? retryPrompt) =>
        (_prompt, _retryPrompt) = (new(prompt), new(retryPrompt));

    private struct StoredActivity
    {
        private ReadOnlyMemory<byte>? _json;

        public StoredActivity(Activity value) => Value = value;

        public StoredActivity(ReadOnlyMemory<byte>? json) => _json = json;

        public Activity Value
        {
            get
            {
                if (_json is { } json)
                {
                    field = JsonSerializer.Deserialize<Activity>(json.Span, RuntimeJson.StateOptions);
                    _json = null;
                }

                return field;
            }
            private set;
        }
    }
}
