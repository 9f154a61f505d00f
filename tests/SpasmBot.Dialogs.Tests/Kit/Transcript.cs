using System.Text;
using System.Text.Json;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>A conversation as a clinician reads it: the bot's words, the person's behind ">", reports in brackets.</summary>
public sealed class Transcript
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Bot(Said said)
    {
        _text.AppendLine(said.Words.ReplaceLineEndings());
        if (said.Buttons.Count > 0)
        {
            _text.AppendLine().Append("   ").AppendJoin("  ", said.Buttons.Select(title => $"[{title}]")).AppendLine();
        }

        _text.AppendLine();
    }

    public void Reported(Reported reported)
    {
        string?[] said = [reported["kind"], reported["reason"], reported["disposition"], reported["reference"]];
        _text
            .Append('{')
            .Append(reported.Name)
            .Append(": ")
            .AppendJoin(", ", said.Where(text => text is not null))
            .AppendLine("}")
            .AppendLine();
    }

    public void Person(string text) => _text.Append("> ").AppendLine(text).AppendLine();

    /// <summary>A tap, in the words that were on the screen.</summary>
    public void Person(string json, Said? question)
    {
        var value = JsonDocument.Parse(json).RootElement;
        var parts = new List<string>();
        foreach (var entry in value.EnumerateObject().Where(entry => entry.Name != "question"))
        {
            parts.Add(
                entry.Value.ValueKind == JsonValueKind.True ? entry.Name
                : entry.Value.ValueKind == JsonValueKind.Array
                    ? $"{entry.Name}: {string.Join(" + ", entry.Value.EnumerateArray().Select(id => Title(id, question)))}"
                : $"{entry.Name}: {entry.Value}"
            );
        }

        Person($"({string.Join("; ", parts)})");
    }

    private static string Title(JsonElement id, Said? question) =>
        question?.Options.FirstOrDefault(option => option.Id == id.ToString())?.Title ?? id.ToString();
}
