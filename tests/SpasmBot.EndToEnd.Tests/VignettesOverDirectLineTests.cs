using System.Text.Json;
using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>Every labelled case through the conversation itself, by a patient who sees only what a client sees.</summary>
[Collection(nameof(SharedServer))]
public sealed class VignettesOverDirectLineTests(SharedServer server)
{
    private const int MostQuestions = 40;

    public static TheoryData<string, AnswerStyle> Cases()
    {
        var cases = new TheoryData<string, AnswerStyle>();
        foreach (var vignette in Vignette.All)
        {
            cases.Add(vignette.Id, AnswerStyle.Values);
            cases.Add(vignette.Id, AnswerStyle.Typed);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_labelled_case_ends_where_the_protocol_says(string id, AnswerStyle style)
    {
        var vignette = Vignette.All.Single(one => one.Id == id);
        using var client = await DirectLineClient.StartAsync(server.Address);
        var patient = new ScriptedPatient(vignette, style);
        for (var turn = 0; turn < MostQuestions && client.Assessment is null; turn++)
        {
            await client.PostAsync(patient.Answer(client.Question));
        }

        Assert.True(client.Assessment is not null, $"No answer after {string.Join(' ', client.Asked)}");
        Assert.Equal(vignette.ProtocolDisposition, Disposition(client.Assessment.Value));
    }

    private static string? Disposition(JsonElement assessment) => assessment.GetProperty("disposition").GetString();
}
