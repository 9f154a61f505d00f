using System.Text.Json;
using SpasmBot.Clinical;

namespace SpasmBot.Language.Cases;

/// <summary>Reads labelled lines, one JSON object a line.</summary>
internal static class LabelledLines
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The lines that can be read; the others are described. Blank lines are skipped.</summary>
    public static List<T> Read<T>(IEnumerable<string> lines, List<string> badLines)
    {
        var cases = new List<T>();
        foreach (var (index, line) in lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            try
            {
                cases.Add(JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException("it is null"));
            }
            catch (JsonException problem)
            {
                badLines.Add($"line {index + 1} cannot be read: {problem.Message}");
            }
        }

        return cases;
    }

    /// <summary>The presence that a label names.</summary>
    public static Presence PresenceOf(string label) =>
        PresenceId.TryParse(label, out var presence) ? presence : throw new JsonException($"'{label}' is no presence");
}
