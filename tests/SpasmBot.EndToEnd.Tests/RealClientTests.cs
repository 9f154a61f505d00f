using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The unchanged public client <c>botframework-directlinejs</c> takes labelled patients through the check.</summary>
[Collection(nameof(SharedServer))]
public sealed class RealClientTests(SharedServer server)
{
    [Theory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task The_public_client_finishes_a_check(string mode)
    {
        var vignettes = Vignette.All.Where(one => one.Id is "d001" or "d021" or "d036").ToList();
        var lines = File.ReadLines(Repository.PathOf("tests", "cases", "vignettes.jsonl"))
            .Where(line => vignettes.Exists(one => line.Contains($"\"{one.Id}\"", StringComparison.Ordinal)));
        var cases = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(cases, lines);

        var output = await Node.RunAsync(
            "directline-check.mjs",
            "--url",
            server.Address.OriginalString,
            "--case",
            cases,
            "--mode",
            mode
        );

        var results = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.All(
            results,
            result =>
            {
                Assert.True(result.GetProperty("cards").GetInt32() > 0, "No card came with the questions.");
                Assert.Empty(result.GetProperty("cardErrors").EnumerateArray());
            }
        );
        var ended = results.ToDictionary(
            result => result.GetProperty("id").GetString()!,
            result => result.GetProperty("disposition").GetString(),
            StringComparer.Ordinal
        );
        Assert.Equal(vignettes.ToDictionary(one => one.Id, one => (string?)one.ProtocolDisposition), ended);
    }

    [Fact]
    public async Task The_public_client_goes_on_after_every_fault_of_the_line()
    {
        var output = await Node.RunAsync("faults-check.mjs", "--url", server.Address.OriginalString);

        Assert.Equal(19, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_public_client_goes_on_a_day_later_with_its_resume_key()
    {
        var folder = Directory.CreateTempSubdirectory("spasmbot-").FullName;
        var clock = new MovableClock();
        string[] settings =
        [
            "--Urls=http://127.0.0.1:0",
            $"--Storage:DataFolder={folder}",
            "--RateLimits:Enabled=false",
        ];
        await using var ours = Host.Server.Build(
            settings,
            builder => builder.Services.AddSingleton<TimeProvider>(clock)
        );
        await ours.StartAsync();

        var keys = await Node.RunAsync("faults-check.mjs", "--url", ours.Urls.First(), "--begin");
        clock.Move(TimeSpan.FromDays(1));
        var resumed = await Node.RunAsync("faults-check.mjs", "--url", ours.Urls.First(), "--resume", keys);

        Assert.Contains("resumed", resumed, StringComparison.Ordinal);
        await ours.StopAsync();
    }

    [Fact]
    public async Task The_clients_own_tests_pass() => await Node.RunAsync("--test");
}
