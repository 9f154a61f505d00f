using System.Text.Json;
using SpasmBot.Clinical.Requests;

namespace SpasmBot.Clinical;

/// <summary>
/// Reads the body of <c>POST /api/assess</c> (protocol, section 6), strictly: an id that nobody knows could be an
/// emergency sign with a slip in it.
/// </summary>
public static class AssessRequest
{
    /// <summary>The field that stands for the whole body.</summary>
    public const string WholeBody = "$";

    /// <summary>Reads the text; see the other overload.</summary>
    public static bool TryRead(
        string json,
        Protocol protocol,
        out Findings findings,
        out IReadOnlyDictionary<string, string[]> errors
    )
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return TryRead(document.RootElement, protocol, out findings, out errors);
        }
        catch (JsonException error)
        {
            var place = $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
            errors = Only(WholeBody, $"is not valid JSON ({place})");
            findings = Findings.None;
            return false;
        }
        catch (ArgumentException)
        {
            errors = Only(WholeBody, "is not valid text: half a character stands in it");
            findings = Findings.None;
            return false;
        }
    }

    /// <summary>
    /// Reads age, onsetDays and severity (missing or null: not known), findings by id and the ids of skipped questions.
    /// </summary>
    /// <param name="body">The request.</param>
    /// <param name="protocol">Whose ids count.</param>
    /// <param name="findings">What was read; nothing when there are errors.</param>
    /// <param name="errors">Messages by the field they are about, for example <c>findings.fevr</c>.</param>
    public static bool TryRead(
        JsonElement body,
        Protocol protocol,
        out Findings findings,
        out IReadOnlyDictionary<string, string[]> errors
    )
    {
        findings = Findings.None;
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors = Only(WholeBody, "must be an object");
            return false;
        }
        var collected = new FieldErrors();
        var read = ReadFields(body, new FindingsReader(protocol, collected), collected);
        errors = collected.ToDictionary();
        if (errors.Count > 0)
        {
            return false;
        }
        findings = read;
        return true;
    }

    private static Findings ReadFields(JsonElement body, FindingsReader reader, FieldErrors errors)
    {
        if (JsonText.IsBroken(body))
        {
            errors.Add(WholeBody, "contains a text that is not valid Unicode");
            return Findings.None;
        }
        var findings = Findings.None;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in body.EnumerateObject().TakeWhile(_ => !errors.IsFull))
        {
            if (!FindingsReader.Fields.Contains(field.Name, StringComparer.Ordinal))
            {
                errors.Add(field.Name, $"is not known here{Spelling.DidYouMean(field.Name, FindingsReader.Fields)}");
            }
            else if (!seen.Add(field.Name))
            {
                errors.Add(field.Name, "is given twice");
            }
            else
            {
                findings = reader.Read(findings, field);
            }
        }
        return findings;
    }

    private static Dictionary<string, string[]> Only(string field, string message) =>
        new(StringComparer.Ordinal) { [field] = [message] };
}
