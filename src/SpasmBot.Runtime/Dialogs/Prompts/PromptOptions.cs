using SpasmBot.Runtime.Dialogs.Choices;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs;

/// <summary>What a prompt says and accepts.</summary>
public class PromptOptions
{
    /// <summary>What is asked.</summary>
    public Activity Prompt { get; set; }

    /// <summary>What is asked when the answer was not understood or not valid; the prompt again if not set.</summary>
    public Activity RetryPrompt { get; set; }

    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown, instead of the prompt's own style.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Anything that the validator wants to know.</summary>
    public object Validations { get; set; }
}
