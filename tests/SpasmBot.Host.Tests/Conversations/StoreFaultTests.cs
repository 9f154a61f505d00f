using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using SpasmBot.Storage;
using SpasmBot.TestKit;
using SpasmBot.TestKit.Disk;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>What a person, a client and whoever watches the server see when it cannot store anything.</summary>
public sealed class StoreFaultTests
{
    private const string Sentence = "We could not save that. Please try again.";

    private static TimeSpan? Stall =>
        Environment.GetEnvironmentVariable("SPASMBOT_STALL") is { } seconds
            ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))
            : null;

    [Theory]
    [InlineData(DiskFault.Full, "The disk is full.")]
    [InlineData(DiskFault.ReadOnly, "The database may only be read.")]
    public async Task Disk_ThatFails_IsSaidToThePersonAndNothingIsAcknowledged(DiskFault fault, string reason)
    {
        using var data = new TemporaryFolder();
        using var disk = new FaultyDisk(data.Path);
        await using var server = await TestServer.StartAsync(data);

        await FailsAndRecoversAsync(server, reason, () => disk.Fault = fault, () => disk.Fault = DiskFault.None);
    }

    [Fact]
    public async Task Database_LockedByAnotherProgram_IsSaidToThePersonAndNothingIsAcknowledged()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data);
        using var intruder = new SqliteConnection($"Data Source={data.Path}/spasmbot.db;Pooling=False");
        intruder.Open();

        await FailsAndRecoversAsync(
            server,
            "Another program has locked the database.",
            () => Execute("BEGIN IMMEDIATE"),
            () => Execute("ROLLBACK")
        );

        void Execute(string sql)
        {
            using var command = intruder.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task Server_StartedOnAFileThatIsNoDatabase_SaysSoToEverybodyAndGoesOnOnceItIsMended()
    {
        using var data = new TemporaryFolder();
        var file = data.Write("spasmbot.db", new string('x', 8192));
        await using var server = await TestServer.StartAsync(data);

        Assert.Contains("The database file is damaged.", await ReadinessAsync(server, false), StringComparison.Ordinal);
        var line = await OpenLine.PrepareAsync(server.Client);
        var (status, problem) = await line.StartAsync();
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, Sentence),
            (status, problem.GetProperty("detail").GetString())
        );

        File.Delete(file);
        await ReadinessAsync(server, true);
        Assert.Equal(HttpStatusCode.Created, (await line.StartAsync()).Status);
    }

    /// <summary>In real time with <c>SPASMBOT_STALL</c> seconds; by a clock that is moved without it.</summary>
    [Fact]
    public async Task Disk_ThatDoesNotAnswerForTenSeconds_IsSaidToThePersonAndNothingIsAcknowledged()
    {
        using var data = new TemporaryFolder();
        using var disk = new FaultyDisk(data.Path);
        var clock = new MovableClock();
        await using var server = await TestServer.StartAsync(data, adapt: Use(clock));
        var line = await OpenLine.StartedAsync(server.Client);

        using var stall = disk.StallSyncs();
        var begun = TimeProvider.System.GetTimestamp();
        var post = line.SayAsync("hello", "tap");
        await stall.Reached;
        if (Stall is null)
            clock.Move(TimeSpan.FromSeconds(10));
        Assert.Contains("A commit has taken ", await ReadinessAsync(server, false), StringComparison.Ordinal);
        var (status, problem) = await post;
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, Sentence),
            (status, problem.GetProperty("detail").GetString())
        );
        Assert.Empty(await line.SaidAsync());
        // It is sent again while the disk still does not answer.
        var again = line.SayAsync("hello", "tap");
        while (Stall is { } whole && TimeProvider.System.GetElapsedTime(begun) < whole)
            await ReadinessAsync(server, false);
        Assert.False(again.IsCompleted);
        stall.Dispose();

        Assert.Equal(HttpStatusCode.OK, (await again).Status);
        await ReadinessAsync(server, true);
        Assert.Equal(["tap"], await line.SaidAsync());
        Assert.Equal(HttpStatusCode.OK, (await line.SayAsync("help", "next")).Status);
        Assert.Equal(["tap", "next"], await line.SaidAsync());
    }

    [Fact]
    public async Task Post_GivenUpWhileTheDiskStalls_IsOneTurnWhenItIsSentAgain()
    {
        using var data = new TemporaryFolder();
        using var disk = new FaultyDisk(data.Path);
        await using var server = await TestServer.StartAsync(
            data,
            adapt: builder =>
                builder.Services.PostConfigure<SiloMessagingOptions>(messaging =>
                    messaging.ResponseTimeout = TimeSpan.FromSeconds(2)
                )
        );
        var line = await OpenLine.StartedAsync(server.Client);

        var stall = disk.StallSyncs();
        var (status, problem) = await line.SayAsync("hello", "tap");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, Sentence),
            (status, problem.GetProperty("detail").GetString())
        );
        stall.Dispose();

        Assert.Equal(HttpStatusCode.OK, (await line.SayAsync("hello", "tap")).Status);
        Assert.Equal(["tap"], await line.SaidAsync());
    }

    [Fact]
    public async Task Clock_SetBackADay_ChangesNothingForAConversation()
    {
        using var data = new TemporaryFolder();
        var clock = new MovableClock();
        await using var server = await TestServer.StartAsync(data, adapt: Use(clock));
        var line = await OpenLine.StartedAsync(server.Client);
        await line.SayAsync("help", "before");

        clock.Move(TimeSpan.FromDays(-1));

        Assert.Equal(HttpStatusCode.OK, (await line.SayAsync("help", "after")).Status);
        Assert.Equal(HttpStatusCode.OK, (await line.SayAsync("help", "before")).Status);
        Assert.Equal(["before", "after"], await line.SaidAsync());
        Assert.Equal(0, await server.Get<RetentionSweep>().SweepAsync());
        await ReadinessAsync(server, true);
        await OpenLine.StartedAsync(server.Client);
    }

    private static async Task FailsAndRecoversAsync(TestServer server, string reason, Action fail, Action mend)
    {
        var line = await OpenLine.StartedAsync(server.Client);
        Assert.Equal(HttpStatusCode.OK, (await line.SayAsync("help", "before")).Status);

        fail();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var (status, problem) = await line.SayAsync("help", "tap");
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, Sentence),
                (status, problem.GetProperty("detail").GetString())
            );
        }

        Assert.Contains(reason, await ReadinessAsync(server, false), StringComparison.Ordinal);
        Assert.Equal(["before"], await line.SaidAsync());
        var other = await OpenLine.PrepareAsync(server.Client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.StartAsync()).Status);

        mend();
        await ReadinessAsync(server, true);
        Assert.Equal(HttpStatusCode.OK, (await line.SayAsync("help", "tap")).Status);
        Assert.Equal(["before", "tap"], await line.SaidAsync());
        Assert.Equal(HttpStatusCode.Created, (await other.StartAsync()).Status);
    }

    /// <summary>What readiness says as soon as it is as expected.</summary>
    private static async Task<string> ReadinessAsync(TestServer server, bool isReady)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await server.Client.GetAsync("health/ready", limit.Token);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(limit.Token);
            if (answer.IsSuccessStatusCode == isReady)
                return body.GetRawText();
        }
    }

    private static Action<WebApplicationBuilder> Use(TimeProvider clock) =>
        builder => builder.Services.AddSingleton(clock);
}
