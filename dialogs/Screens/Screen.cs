using SpasmBot.Contracts;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Screens;

/// <summary>One question as it is shown now: its words filled in, its options those that are still open.</summary>
public sealed record Screen
{
    /// <summary>What a typed answer is read against.</summary>
    public required AskedQuestion Asked { get; init; }

    public required string Label { get; init; }

    public required string Prompt { get; init; }

    public string? Hint { get; init; }

    /// <summary>The drawing that shows what is asked.</summary>
    public string? Figure { get; init; }

    public required string Why { get; init; }

    public required string Retry { get; init; }

    public IReadOnlyList<OptionData> Options { get; init; } = [];

    public IReadOnlyList<FieldData> Fields { get; init; } = [];

    /// <summary>What is ticked already.</summary>
    public IReadOnlyList<string> Selected { get; init; } = [];

    /// <summary>Whether the options, or the one finding of a yes or no question, are findings.</summary>
    public bool SettlesFindings { get; init; }

    /// <summary>Whether "not sure" leads to a precise question instead of counting.</summary>
    public bool ConfirmsUnsure { get; init; }

    /// <summary>Whether the answer is one of the check's, so that "back" forgets it.</summary>
    public bool IsPartOfCheck { get; init; } = true;

    /// <summary>The question's id.</summary>
    public string Id => Asked.Id;

    /// <summary>The wire name of the kind.</summary>
    public string Kind => Asked.Kind.ToString().ToLowerInvariant();
}
