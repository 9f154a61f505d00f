namespace SpasmBot.Clinical.Tests;

/// <summary>Writes findings as a test reads best: <c>Known.Of("swelling", "twisted?", "fever!")</c>.</summary>
internal static class Known
{
    /// <summary>A bare id is present, one with a question mark unsure, one with an exclamation mark absent.</summary>
    public static Findings Of(params string[] marks) =>
        marks.Aggregate(
            Findings.None,
            (findings, mark) =>
                mark[^1] switch
                {
                    '?' => findings.With(mark[..^1], Presence.Unsure),
                    '!' => findings.With(mark[..^1], Presence.Absent),
                    _ => findings.With(mark, Presence.Present),
                }
        );
}
