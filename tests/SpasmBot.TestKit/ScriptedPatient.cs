using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpasmBot.Clinical;

namespace SpasmBot.TestKit;

/// <summary>How a scripted patient answers.</summary>
public enum AnswerStyle
{
    /// <summary>With values, as a client that draws its own controls.</summary>
    Values,

    /// <summary>With typed titles, numbers and words, as somebody at a keyboard.</summary>
    Typed,
}

/// <summary>
/// A patient who knows findings, age, days and severity, sees only <c>channelData.spasmbot</c>, and answers whatever is
/// asked.
/// </summary>
public sealed class ScriptedPatient(
    IReadOnlyDictionary<string, Presence> findings,
    double? age,
    double? onsetDays,
    double? severity,
    AnswerStyle style
)
{
    private readonly Findings _known = findings.Aggregate(
        Findings.None,
        (all, finding) => all.With(finding.Key, finding.Value)
    );

    public ScriptedPatient(Vignette vignette, AnswerStyle style)
        : this(vignette.Findings, vignette.Age, vignette.OnsetDays, vignette.Severity, style) { }

    /// <summary>The answer to a question: the fields <c>text</c> or <c>value</c> of a message activity.</summary>
    public JsonObject Answer(JsonElement question)
    {
        var id = question.GetProperty("question").GetString()!;
        return id switch
        {
            "menu" => Pick(question, "check"),
            "for-whom" => Pick(question, age < 18 ? "child" : "me"),
            "consent" => Pick(question, "agree"),
            "guardian" => Pick(question, "with-parent"),
            "own-words" => Skip(id),
            "own-words.confirm" => AsItStands(question, id),
            _ => AnswerByKind(question, id),
        };
    }

    private JsonObject AnswerByKind(JsonElement question, string id) =>
        question.GetProperty("kind").GetString() switch
        {
            "number" => Number(id, question),
            "yesno" => YesNo(id, Options(question) is [var sign, ..] ? sign.Id : null),
            "choice" => Labelled(question) is { Count: > 0 } labelled ? Pick(question, labelled[0])
            : Allows(question, "none") ? Ticked(id, question, [], [])
            : Skip(id),
            "multi" or "body" => Ticks(id, question),
            _ => Skip(id),
        };

    private JsonObject Number(string id, JsonElement question)
    {
        var number = id switch
        {
            "age" => age,
            "onset.when" => onsetDays,
            "pain.severity" => severity,
            _ => throw new InvalidOperationException($"{id} is no number a scripted patient knows."),
        };
        if (number is not { } known)
        {
            return Skip(id);
        }

        var typed = known.ToString(CultureInfo.InvariantCulture);
        return style == AnswerStyle.Values
            ? Value(new JsonObject { ["question"] = id, ["value"] = known })
            : Text(id == "onset.when" && known > 0 ? $"{typed} days" : typed);
    }

    private JsonObject YesNo(string id, string? finding)
    {
        var presence = finding is null ? Presence.Absent : PresenceOf(finding);
        if (style == AnswerStyle.Typed)
        {
            return Text(
                presence switch
                {
                    Presence.Present => "yes",
                    Presence.Absent => "no",
                    _ => "not sure",
                }
            );
        }

        var value = new JsonObject { ["question"] = id };
        switch (presence)
        {
            case Presence.Present:
                value["selected"] = new JsonArray(finding);
                break;
            case Presence.Absent:
                value["none"] = true;
                break;
            default:
                value["unsure"] = true;
                break;
        }

        return Value(value);
    }

    private JsonObject Ticks(string id, JsonElement question)
    {
        var unsure = Allows(question, "unsure") ? Labelled(question, Presence.Unsure) : [];
        return Ticked(id, question, Labelled(question), unsure);
    }

    /// <summary>Keeps what is ticked already.</summary>
    private JsonObject AsItStands(JsonElement question, string id) =>
        Ticked(
            id,
            question,
            [.. question.GetProperty("selected").EnumerateArray().Select(one => one.GetString()!)],
            []
        );

    private JsonObject Ticked(string id, JsonElement question, List<string> present, List<string> unsure)
    {
        if (style == AnswerStyle.Typed)
        {
            return TypedTicks(question, present, unsure);
        }

        var value = new JsonObject { ["question"] = id };
        if (present.Count == 0 && unsure.Count == 0)
        {
            value["none"] = true;
        }

        if (present.Count > 0)
        {
            value["selected"] = new JsonArray([.. present.Select(one => (JsonNode)one)]);
        }

        if (unsure.Count > 0)
        {
            value["unsure"] = new JsonArray([.. unsure.Select(one => (JsonNode)one)]);
        }

        return Value(value);
    }

    private static JsonObject TypedTicks(JsonElement question, List<string> present, List<string> unsure)
    {
        var titles = Options(question)
            .ToDictionary(option => option.Id, option => option.Title, StringComparer.Ordinal);
        var said = present.ConvertAll(id => titles[id]);
        said.AddRange(unsure.Select(id => "not sure about " + titles[id]));
        return Text(
            said.Count switch
            {
                0 => "none of these",
                1 => said[0],
                _ => $"{string.Join(", ", said[..^1])} and {said[^1]}",
            }
        );
    }

    private JsonObject Pick(JsonElement question, string option)
    {
        var id = question.GetProperty("question").GetString()!;
        return style == AnswerStyle.Values
            ? Value(new JsonObject { ["question"] = id, ["selected"] = new JsonArray(option) })
            : Text(Options(question).Single(shown => shown.Id == option).Title);
    }

    private JsonObject Skip(string id) =>
        style == AnswerStyle.Values ? Value(new JsonObject { ["question"] = id, ["skip"] = true }) : Text("skip");

    private List<string> Labelled(JsonElement question, Presence presence = Presence.Present) =>
        [.. Options(question).Select(option => option.Id).Where(id => PresenceOf(id) == presence)];

    /// <summary>What is labelled, or what a label brings with it; anything else is not there.</summary>
    private Presence PresenceOf(string finding) =>
        ExpressionEvaluator.PresenceOf(finding, _known, Shipped.Protocol) ?? Presence.Absent;

    private static bool Allows(JsonElement question, string answer) =>
        question.TryGetProperty(answer, out var allowed) && allowed.ValueKind == JsonValueKind.True;

    private static List<(string Id, string Title)> Options(JsonElement question) =>
        question.TryGetProperty("options", out var options)
            ?
            [
                .. options
                    .EnumerateArray()
                    .Select(o => (o.GetProperty("id").GetString()!, o.GetProperty("title").GetString()!)),
            ]
            : [];

    private static JsonObject Value(JsonObject value) => new() { ["value"] = value };

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
