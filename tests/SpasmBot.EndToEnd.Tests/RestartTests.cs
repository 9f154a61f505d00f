using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The server dies in mid-conversation, and nothing is lost.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_check_goes_on_when_the_server_is_killed_after_every_turn()
    {
        await using var server = await ServerProcess.StartAsync();
        var vignette = Vignette.All.Single(one => one.Id == "d031");
        var patient = new ScriptedPatient(vignette, AnswerStyle.Values);
        using var client = await DirectLineClient.StartAsync(server.Address);
        for (var turn = 1; client.Assessment is null && turn < 40; turn++)
        {
            await client.PostAsync(patient.Answer(client.Question));
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        Assert.Equal(vignette.ProtocolDisposition, client.Assessment?.GetProperty("disposition").GetString());
        Assert.Equal(client.Asked.Count, client.Asked.Distinct(StringComparer.Ordinal).Count());
    }
}
