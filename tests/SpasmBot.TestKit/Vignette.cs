using System.Text.Json;
using SpasmBot.Clinical;

namespace SpasmBot.TestKit;

/// <summary>A labelled case of <c>tests/cases/vignettes.jsonl</c>: a story, its findings and where they lead.</summary>
public sealed record Vignette
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public double? Age { get; init; }

    public double? OnsetDays { get; init; }

    public double? Severity { get; init; }

    /// <summary>Presence by finding id.</summary>
    public required IReadOnlyDictionary<string, Presence> Findings { get; init; }

    public required string ProtocolDisposition { get; init; }

    public required string DecidingRule { get; init; }

    /// <summary>All labelled cases.</summary>
    public static IReadOnlyList<Vignette> All { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests", "cases", "vignettes.jsonl"))
            .Where(line => line.Length > 0)
            .Select(Read),
    ];

    private static Vignette Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        double? Number(string name) =>
            root.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        string Text(string name) => root.GetProperty(name).GetString()!;
        return new()
        {
            Id = Text("id"),
            Text = Text("text"),
            Age = Number("age"),
            OnsetDays = Number("onsetDays"),
            Severity = Number("severity"),
            Findings = root.GetProperty("findings")
                .EnumerateObject()
                .ToDictionary(
                    finding => finding.Name,
                    finding => Enum.Parse<Presence>(finding.Value.GetString()!, ignoreCase: true),
                    StringComparer.Ordinal
                ),
            ProtocolDisposition = Text("protocolDisposition"),
            DecidingRule = Text("decidingRule"),
        };
    }
}
