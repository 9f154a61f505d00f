using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpasmBot.Host.Tests.Conversations;
using SpasmBot.TestKit;

namespace SpasmBot.Host.Tests.Web;

/// <summary>The server over another protocol: a setting, and nothing else.</summary>
public sealed class OtherProtocolTests
{
    private static readonly string[] Check =
    [
        "Check my symptoms",
        "me",
        "34",
        "I agree",
        "skip",
        "none of these",
        "3 days",
        "slowly",
        "it gives way",
    ];

    [Fact]
    public async Task Server_OverATinyProtocol_AssessesAndAnswersACheckByIt()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data, [$"--Protocol:Folder={TinyProtocol.Folder}"]);

        using var findings = new StringContent(
            """{ "findings": { "gives-way": "present" } }""",
            Encoding.UTF8,
            "application/json"
        );
        using var assessed = await server.Client.PostAsync(new Uri("/api/assess", UriKind.Relative), findings);
        var conversation = server.Conversation("a");
        await conversation.StartAsync(Talk.Start());
        foreach (var said in Check)
        {
            await conversation.SayAsync(said);
        }

        var answer = await assessed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("physio", answer.GetProperty("disposition").GetString());
        Assert.Equal("k1", answer.GetProperty("protocolVersion").GetString());
        var lines = await conversation.ReadLinesAsync();
        Assert.Contains(lines!, line => line.StartsWith("bot: Book a knee visit.", StringComparison.Ordinal));
    }
}
