using System.Globalization;

namespace SpasmBot.Clinical;

/// <summary>A number of <see cref="Findings"/> and the values it can take (protocol, section 3).</summary>
public sealed record NumberRange(string Name, double Min, double Max)
{
    /// <summary>Years.</summary>
    public static NumberRange Age { get; } = new("age", 0, 120);

    /// <summary>Days since this episode began; at most a hundred years.</summary>
    public static NumberRange OnsetDays { get; } = new("onsetDays", 0, 36_500);

    /// <summary>Worst pain in the last day.</summary>
    public static NumberRange Severity { get; } = new("severity", 0, 10);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NumberRange> All { get; } = [Age, OnsetDays, Severity];

    /// <summary>Whether the number is one of these values; not a number is none.</summary>
    public bool Contains(double value) => value >= Min && value <= Max;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Min:0} to {Max:0}");
}
