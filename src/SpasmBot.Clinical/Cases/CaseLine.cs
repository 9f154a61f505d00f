using System.Text.Json;
using SpasmBot.Clinical.Requests;

namespace SpasmBot.Clinical.Cases;

/// <summary>A labelled case: what is known, and the answer it must lead to.</summary>
internal sealed record CaseLine(
    string Id,
    Findings Findings,
    Disposition Expected,
    string DecidingRule,
    Disposition ClinicalMin,
    Disposition ClinicalMax
)
{
    /// <summary>Reads one line of JSON; null with a message when it cannot be used.</summary>
    public static CaseLine? TryRead(string json, Protocol protocol, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return TryRead(document.RootElement, protocol, out problem);
        }
        catch (JsonException)
        {
            problem = "is not valid JSON";
            return null;
        }
    }

    private static CaseLine? TryRead(JsonElement line, Protocol protocol, out string problem)
    {
        problem = "must be an object";
        if (line.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        if (JsonText.IsBroken(line))
        {
            problem = "contains a text that is not valid Unicode";
            return null;
        }
        var errors = new FieldErrors();
        var findings = ReadFindings(line, protocol, errors);
        var id = ReadText(line, "id", errors);
        var expected = ReadDisposition(line, "protocolDisposition", errors);
        var decidingRule = ReadText(line, "decidingRule", errors);
        var min = ReadDisposition(line, "clinicalMin", errors);
        var max = ReadDisposition(line, "clinicalMax", errors);
        if (decidingRule.Length > 0 && !KnowsRule(protocol, decidingRule))
        {
            errors.Add("decidingRule", $"{decidingRule} is not a rule of this protocol");
        }
        if (max < min)
        {
            errors.Add("clinicalMax", "is less urgent than clinicalMin");
        }
        var messages = errors.ToDictionary();
        problem = string.Join("; ", messages.Select(pair => $"{pair.Key} {string.Join(", ", pair.Value)}"));
        return messages.Count > 0 ? null : new CaseLine(id, findings, expected, decidingRule, min, max);
    }

    private static Findings ReadFindings(JsonElement line, Protocol protocol, FieldErrors errors)
    {
        var reader = new FindingsReader(protocol, errors);
        if (!line.TryGetProperty(FindingsReader.FindingsField, out _))
        {
            errors.Add(FindingsReader.FindingsField, "is missing");
        }
        return line.EnumerateObject().Aggregate(Findings.None, reader.Read);
    }

    private static string ReadText(JsonElement line, string field, FieldErrors errors)
    {
        if (line.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString() ?? "";
        }
        errors.Add(field, "must be a text");
        return "";
    }

    private static Disposition ReadDisposition(JsonElement line, string field, FieldErrors errors)
    {
        var text = line.TryGetProperty(field, out var value) ? value.ToString() : "";
        if (!DispositionId.TryParse(text, out var disposition))
        {
            errors.Add(field, "must be a disposition");
        }
        return disposition;
    }

    private static bool KnowsRule(Protocol protocol, string id) =>
        id == protocol.NotAnsweredRule.Id || protocol.Rules.Any(rule => rule.Id == id);
}
