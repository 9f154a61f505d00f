using System.Text.Json;
using SpasmBot.Host.Tests.Conversations;
using SpasmBot.TestKit;

namespace SpasmBot.Host.Tests.Copies;

/// <summary>A check that a person went through to its answer, and what was said in it.</summary>
internal sealed record FinishedCheck(OpenLine Line, IReadOnlyList<JsonElement> Transcript)
{
    private const int MostTurns = 80;

    /// <summary>The last answer as the client got it.</summary>
    public JsonElement Answer => Data.Last(data => data.TryGetProperty("answer", out _)).GetProperty("answer");

    /// <summary>What the client draws an emergency from; null when there is none.</summary>
    public JsonElement? Emergency =>
        Data.Last(data => data.TryGetProperty("answer", out _)).TryGetProperty("emergency", out var emergency)
            ? emergency
            : null;

    private IEnumerable<JsonElement> Data => Transcript.Select(DataOf).OfType<JsonElement>();

    public static async Task<FinishedCheck> OfAsync(HttpClient http, ScriptedPatient patient)
    {
        var line = await OpenLine.StartedAsync(http);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var transcript = await line.ReadAsync();
            if (transcript.Select(DataOf).OfType<JsonElement>().Any(data => data.TryGetProperty("answer", out _)))
                return new(line, transcript);
            await line.AnswerAsync(patient.Answer(QuestionIn(transcript)));
        }

        throw new InvalidOperationException("The check does not end.");
    }

    private static JsonElement QuestionIn(IReadOnlyList<JsonElement> transcript) =>
        transcript.Select(DataOf).OfType<JsonElement>().Last(data => data.TryGetProperty("question", out _));

    private static JsonElement? DataOf(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var channelData)
        && channelData.ValueKind == JsonValueKind.Object
        && channelData.TryGetProperty("spasmbot", out var data)
            ? data
            : null;
}
