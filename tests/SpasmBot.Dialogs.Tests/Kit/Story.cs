using System.Text.Json;
using SpasmBot.Clinical;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>One labelled story of <c>tests/cases/vignettes.jsonl</c>.</summary>
public sealed record Story(string Id, string Text, Patient Patient, string Disposition)
{
    /// <summary>All of them by id.</summary>
    public static IReadOnlyDictionary<string, Story> All { get; } =
        File.ReadLines(Repository.PathOf("tests", "cases", "vignettes.jsonl"))
            .Select(Read)
            .ToDictionary(story => story.Id, StringComparer.Ordinal);

    private static Story Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var patient = new Patient
        {
            Age = Number(json, "age"),
            OnsetDays = Number(json, "onsetDays"),
            Severity = Number(json, "severity"),
            Findings = json.GetProperty("findings")
                .EnumerateObject()
                .ToDictionary(
                    finding => finding.Name,
                    finding => Enum.Parse<Presence>(finding.Value.GetString()!, ignoreCase: true),
                    StringComparer.Ordinal
                ),
        };
        return new(
            json.GetProperty("id").GetString()!,
            json.GetProperty("text").GetString()!,
            patient,
            json.GetProperty("protocolDisposition").GetString()!
        );
    }

    private static double? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
