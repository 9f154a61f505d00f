using System.Text.Json;
using SpasmBot.Runtime.Dialogs;
using SpasmBot.Runtime.Dialogs.Choices;

namespace SpasmBot.Runtime.Json;

/// <summary>
/// Reads prompt options without reading what was asked: an answer that fits needs the choices only, and two activities
/// are most of what is stored.
/// </summary>
internal static class PromptOptionsReader
{
    public static PromptOptions Read(ReadOnlyMemory<byte> json)
    {
        var options = new PromptOptions();
        ReadOnlyMemory<byte>? prompt = null;
        ReadOnlyMemory<byte>? retryPrompt = null;
        var reader = new Utf8JsonReader(json.Span, RuntimeJson.StateReader);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var value = json[start..(int)reader.BytesConsumed];
            switch (name)
            {
                case "prompt" or "Prompt":
                    prompt = value;
                    break;
                case "retryPrompt" or "RetryPrompt":
                    retryPrompt = value;
                    break;
                case "choices" or "Choices":
                    options.Choices = Of<IList<Choice>>(value);
                    break;
                case "style" or "Style":
                    options.Style = Of<ListStyle?>(value);
                    break;
                case "validations" or "Validations":
                    options.Validations = Of<object>(value);
                    break;
            }
        }

        options.ReadLater(prompt, retryPrompt);
        return options;
    }

    private static T Of<T>(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<T>(json.Span, RuntimeJson.StateOptions);
}
