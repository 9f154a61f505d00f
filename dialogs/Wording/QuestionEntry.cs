using SpasmBot.Clinical;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Wording;

/// <summary>A question as it stands in <c>questions.yaml</c>.</summary>
internal sealed class QuestionEntry
{
    public string? Kind { get; set; }
    public string? Label { get; set; }
    public string? Text { get; set; }
    public string? Hint { get; set; }
    public string? Why { get; set; }
    public string? Retry { get; set; }
    public bool Optional { get; set; }
    public bool Unsure { get; set; }
    public double? Min { get; set; }
    public double? Max { get; set; }
    public string? Unit { get; set; }
    public string? Sets { get; set; }
    public List<OptionEntry?>? Options { get; set; }
    public List<FieldEntry?>? Fields { get; set; }

    public BotQuestion ToQuestion(string id, string file, List<ProtocolError> errors)
    {
        if (!Enum.TryParse<AnswerKind>(Kind, ignoreCase: true, out var kind))
        {
            errors.Add(new(file, 1, $"'{id}': '{Kind}' is no kind of question."));
        }

        foreach (var (name, text) in new[] { ("label", Label), ("text", Text), ("why", Why), ("retry", Retry) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                errors.Add(new(file, 1, $"'{id}': the key '{name}' is missing or empty."));
            }
        }

        var options = (Options ?? []).Where(option => option is { Id: not null, Title: not null }).ToList();
        var fields = (Fields ?? []).Where(field => field is { Id: not null, Label: not null, Type: not null }).ToList();
        if (options.Count < (Options?.Count ?? 0) || fields.Count < (Fields?.Count ?? 0))
        {
            errors.Add(new(file, 1, $"'{id}': an option needs 'id' and 'title', a field 'id' and 'label'."));
        }

        return new()
        {
            Id = id,
            Kind = kind,
            Label = Label ?? "",
            Text = Text?.Trim() ?? "",
            Hint = Hint?.Trim(),
            Why = Why?.Trim() ?? "",
            Retry = Retry?.Trim() ?? "",
            IsOptional = Optional,
            AllowsUnsure = Unsure,
            Min = Min,
            Max = Max,
            Unit = Unit,
            Sets = Sets,
            Options = [.. options.Select(o => new BotOption(o!.Id!, o.Title!, o.Group, o.Synonyms ?? []))],
            Fields = [.. fields.Select(f => new BotField(f!.Id!, f.Label!, f.Type!, f.Required, f.Autocomplete))],
        };
    }
}

internal sealed class OptionEntry
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public string? Group { get; set; }
    public List<string>? Synonyms { get; set; }
}

internal sealed class FieldEntry
{
    public string? Id { get; set; }
    public string? Label { get; set; }
    public string? Type { get; set; } = "text";
    public bool Required { get; set; }
    public string? Autocomplete { get; set; }
}
