using System.Collections.Immutable;

namespace SpasmBot.Clinical;

/// <summary>
/// What is known of one person: numbers, and a presence for each finding that was asked or said.
/// A finding that is not in <see cref="Presences"/> was not asked and counts as absent (protocol, section 2).
/// </summary>
public sealed record Findings
{
    /// <summary>Nothing is known.</summary>
    public static Findings None { get; } = new();

    /// <summary>Age in years, 0 to 120; null when not known.</summary>
    public double? Age { get; init; }

    /// <summary>Days since this episode began, 0 to 36,500; null when not known.</summary>
    public double? OnsetDays { get; init; }

    /// <summary>Worst pain in the last day, 0 to 10; null when not known.</summary>
    public double? Severity { get; init; }

    /// <summary>Presence by finding id.</summary>
    public ImmutableSortedDictionary<string, Presence> Presences { get; init; } =
        ImmutableSortedDictionary.Create<string, Presence>(StringComparer.Ordinal);

    /// <summary>Ids of questions that were skipped: "not answered" is not "no".</summary>
    public ImmutableSortedSet<string> NotAnswered { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The presence of a finding, or null when it was not asked.</summary>
    public Presence? this[string findingId] => Presences.TryGetValue(findingId, out var presence) ? presence : null;

    /// <summary>Whether the finding was said to be there.</summary>
    public bool IsPresent(string findingId) => this[findingId] == Presence.Present;

    /// <summary>The same findings with this one set.</summary>
    public Findings With(string findingId, Presence presence) =>
        this with
        {
            Presences = Presences.SetItem(findingId, presence),
        };

    /// <summary>The same findings with this number, by the name that requests and conditions use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public Findings WithNumber(string name, double? value) =>
        name switch
        {
            "age" => this with { Age = value },
            "onsetDays" => this with { OnsetDays = value },
            "severity" => this with { Severity = value },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
        };
}
