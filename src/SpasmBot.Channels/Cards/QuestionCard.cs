using System.Globalization;
using System.Text.Json.Nodes;
using SpasmBot.Channels.Inbound;
using SpasmBot.Contracts;
using static SpasmBot.Channels.Cards.CardElements;

namespace SpasmBot.Channels.Cards;

/// <summary>Questions that need more than one tap: ticks, a number, a form.</summary>
internal sealed class QuestionCard(CardWords words)
{
    public JsonObject? Render(SpasmBotData data)
    {
        if (data.Question is not { } question)
            return null;
        var inputs = Inputs(data).ToList();
        return inputs.Count == 0
            ? null
            : Attachment([.. Head(data, inputs), .. inputs, Actions(Buttons(data, question))], data.Prompt ?? "");
    }

    private static IEnumerable<JsonObject> Inputs(SpasmBotData data) =>
        data.Kind switch
        {
            "number" => [Number(data)],
            "multi" or "body" or "slot" or "contact" => [.. Ticks(data), .. (data.Fields ?? []).Select(Field)],
            _ => [],
        };

    /// <summary>The question above several inputs; a single input has it as its label, which is read out with it.</summary>
    private static IEnumerable<JsonObject> Head(SpasmBotData data, List<JsonObject> inputs)
    {
        var label = data.Hint is { } more ? $"{data.Prompt} ({more})" : data.Prompt;
        if (inputs is [var only] && !only.ContainsKey("label"))
        {
            only["label"] = label;
            yield break;
        }

        yield return Words(data.Prompt ?? "", size: "Medium", isBold: true);
        if (data.Hint is { } hint)
            yield return Words(hint, isSubtle: true);
    }

    private IEnumerable<JsonNode> Buttons(SpasmBotData data, string question)
    {
        JsonObject Answer(string? key = null)
        {
            var answer = new JsonObject { ["question"] = question };
            if (key is not null)
                answer[key] = true;
            return answer;
        }

        yield return Submit(
            words.Send,
            Answer(data.Kind == "number" ? SubmittedValue.NumberMark : null),
            withInputs: true
        );
        if (data.None is true)
            yield return Submit(words.None, Answer("none"));
        if (data.Unsure is true)
            yield return Submit(words.Unsure, Answer("unsure"));
        if (data.Optional is true)
            yield return Submit(words.Skip, Answer("skip"));
    }

    /// <summary>One list of ticks, or one for each group under its heading; they are sent as one.</summary>
    private static IEnumerable<JsonObject> Ticks(SpasmBotData data)
    {
        var groups = (data.Options ?? []).GroupBy(option => option.Group, StringComparer.Ordinal).ToList();
        foreach (var (index, group) in groups.Index())
        {
            var list = new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = groups.Count == 1 ? SubmittedValue.Ticks : $"{SubmittedValue.Ticks}.{index}",
                ["isMultiSelect"] = true,
                ["style"] = "expanded",
                ["wrap"] = true,
                ["choices"] = new JsonArray([.. group.Select(Choice)]),
            };
            if (group.Key is { } heading)
                list["label"] = heading;
            var ticked = group.Select(option => option.Id).Intersect(data.Selected ?? [], StringComparer.Ordinal);
            if (string.Join(',', ticked) is { Length: > 0 } value)
                list["value"] = value;
            yield return list;
        }
    }

    private static JsonObject Choice(OptionData option) =>
        new()
        {
            ["title"] = option.Hint is { } hint ? $"{option.Title} ({hint})" : option.Title,
            ["value"] = option.Id,
        };

    private static JsonObject Number(SpasmBotData data)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.Number",
            ["id"] = "value",
            ["isRequired"] = true,
            ["errorMessage"] = data.Hint ?? data.Prompt,
        };
        if (data.Min is { } min)
            input["min"] = min;
        if (data.Max is { } max)
            input["max"] = max;
        return input;
    }

    private static JsonObject Field(FieldData field)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = SubmittedValue.FieldPrefix + field.Id,
            ["label"] = field.Hint is { } hint ? $"{field.Label} ({hint})" : field.Label,
            ["style"] = field.Type is "tel" or "email" ? TitleCase(field.Type) : "Text",
            ["isRequired"] = field.Required,
        };
        if (field.Required)
            input["errorMessage"] = field.Error ?? field.Label;
        if (field.Value is { } value)
            input["value"] = value;
        return input;
    }

    private static string TitleCase(string style) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(style);
}
