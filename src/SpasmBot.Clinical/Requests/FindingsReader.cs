using System.Text.Json;

namespace SpasmBot.Clinical.Requests;

/// <summary>Reads numbers, findings and skipped questions from JSON, strictly: what it does not know is an error.</summary>
internal sealed class FindingsReader(Protocol protocol, FieldErrors errors)
{
    public const string FindingsField = "findings";
    public const string NotAnsweredField = "notAnswered";

    /// <summary>The fields it reads.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [.. NumberRange.All.Select(range => range.Name), FindingsField, NotAnsweredField];

    /// <summary>Reads one of <see cref="Fields"/> into the findings.</summary>
    public Findings Read(Findings findings, JsonProperty field) =>
        field.Name switch
        {
            "age" => findings with { Age = ReadNumber(field, NumberRange.Age) },
            "onsetDays" => findings with { OnsetDays = ReadNumber(field, NumberRange.OnsetDays) },
            "severity" => findings with { Severity = ReadNumber(field, NumberRange.Severity) },
            FindingsField => ReadFindings(findings, field.Value),
            NotAnsweredField => ReadNotAnswered(findings, field.Value),
            _ => findings,
        };

    private double? ReadNumber(JsonProperty field, NumberRange range)
    {
        if (field.Value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        var isNumber = field.Value.ValueKind == JsonValueKind.Number;
        if (isNumber && field.Value.TryGetDouble(out var value) && range.Contains(value))
        {
            return value;
        }
        errors.Add(field.Name, $"must be a number from {range}, or null when it is not known");
        return null;
    }

    private Findings ReadFindings(Findings findings, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            errors.Add(FindingsField, "must be an object of finding ids with present, absent or unsure");
            return findings;
        }
        var presences = findings.Presences.ToBuilder();
        foreach (var one in given.EnumerateObject().TakeWhile(_ => !errors.IsFull))
        {
            var field = $"{FindingsField}.{one.Name}";
            var word = one.Value.ValueKind == JsonValueKind.String ? one.Value.GetString() : null;
            if (protocol.FindFinding(one.Name) is null)
            {
                var hint = Spelling.DidYouMean(one.Name, protocol.Findings.Select(finding => finding.Id));
                errors.Add(field, $"is not a finding of this protocol{hint}");
            }
            else if (!PresenceId.TryParse(word, out var presence))
            {
                errors.Add(field, "must be present, absent or unsure");
            }
            else if (!presences.TryAdd(one.Name, presence))
            {
                errors.Add(field, "is given twice");
            }
        }
        return findings with { Presences = presences.ToImmutable() };
    }

    private Findings ReadNotAnswered(Findings findings, JsonElement given)
    {
        if (given.ValueKind == JsonValueKind.Null)
        {
            return findings;
        }
        if (given.ValueKind != JsonValueKind.Array)
        {
            errors.Add(NotAnsweredField, "must be a list of question ids");
            return findings;
        }
        var ids = findings.NotAnswered.ToBuilder();
        foreach (var (index, one) in given.EnumerateArray().Index().TakeWhile(_ => !errors.IsFull))
        {
            var field = $"{NotAnsweredField}[{index}]";
            if (one.ValueKind != JsonValueKind.String || one.GetString() is not { } id)
            {
                errors.Add(field, "must be a question id");
            }
            else if (protocol.FindQuestion(id) is null)
            {
                var hint = Spelling.DidYouMean(id, protocol.Questions.Select(question => question.Id));
                errors.Add(field, $"is not a question of this protocol{hint}");
            }
            else
            {
                ids.Add(id);
            }
        }
        return findings with { NotAnswered = ids.ToImmutable() };
    }
}
