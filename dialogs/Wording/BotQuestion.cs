using SpasmBot.Language;

namespace SpasmBot.Dialogs.Wording;

/// <summary>A question that belongs to the bot and not to a protocol: the menu, consent, contact details and the like.</summary>
public sealed record BotQuestion
{
    public required string Id { get; init; }

    public required AnswerKind Kind { get; init; }

    public required string Label { get; init; }

    public required string Text { get; init; }

    public string? Hint { get; init; }

    public required string Why { get; init; }

    public required string Retry { get; init; }

    public bool IsOptional { get; init; }

    public bool AllowsUnsure { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public string? Unit { get; init; }

    public string? Sets { get; init; }

    public IReadOnlyList<BotOption> Options { get; init; } = [];

    public IReadOnlyList<BotField> Fields { get; init; } = [];
}

/// <summary>One option of a <see cref="BotQuestion"/>.</summary>
public sealed record BotOption(string Id, string Title, string? Group, IReadOnlyList<string> Synonyms);

/// <summary>One field of a form.</summary>
/// <param name="Type"><c>text</c>, <c>tel</c> or <c>email</c>.</param>
/// <param name="Autocomplete">The token by which phones fill it in.</param>
public sealed record BotField(string Id, string Label, string Type, bool IsRequired, string? Autocomplete);
