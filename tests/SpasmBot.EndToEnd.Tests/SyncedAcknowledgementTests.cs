using Microsoft.AspNetCore.Builder;
using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.TestKit;
using SpasmBot.TestKit.Disk;
using Xunit.Abstractions;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>A message is acknowledged when it is on the disk: seen from outside, in the system calls of the server.</summary>
public sealed class SyncedAcknowledgementTests(ITestOutputHelper output)
{
    private const int Turns = 6;

    [Fact]
    public async Task Between_a_post_and_its_200_the_log_is_synced()
    {
        if (await SystemCalls.WhyNotAsync() is { } why)
        {
            output.WriteLine($"{why} Shown instead on a disk of SQLite's that can be stalled, in this process.");
            await StalledDiskHoldsBackTheAcknowledgementAsync();
            return;
        }

        var calls = new SystemCalls(Path.GetTempFileName());
        await using (var server = await ServerProcess.StartTracedAsync(calls.Tracer))
        {
            using var client = await DirectLineClient.StartAsync(server.Address);
            await TalkAsync(client);
        }

        Assert.Equal(Enumerable.Repeat(true, Turns), calls.SyncedBeforeAcknowledged());
    }

    private static async Task StalledDiskHoldsBackTheAcknowledgementAsync()
    {
        var folder = Directory.CreateTempSubdirectory("spasmbot-").FullName;
        using var disk = new FaultyDisk(folder);
        await using var server = Host.Server.Build([
            "--Urls=http://127.0.0.1:0",
            $"--Storage:DataFolder={folder}",
            "--RateLimits:Enabled=false",
        ]);
        await server.StartAsync();
        using var client = await DirectLineClient.StartAsync(new Uri(server.Urls.First()));

        var stall = disk.StallSyncs();
        var turn = TalkAsync(client);
        await stall.Reached;
        await Assert.ThrowsAsync<TimeoutException>(() => turn.WaitAsync(TimeSpan.FromSeconds(1)));
        stall.Dispose();
        await turn;

        await server.StopAsync();
    }

    private static async Task TalkAsync(DirectLineClient client)
    {
        var patient = new ScriptedPatient(Vignette.All.Single(one => one.Id == "d031"), AnswerStyle.Values);
        for (var turn = 0; turn < Turns; turn++)
            await client.PostAsync(patient.Answer(client.Question));
    }
}
