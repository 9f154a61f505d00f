using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SpasmBot.EndToEnd.Tests.Kit;
using Xunit.Abstractions;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>
/// The server is killed in the midst of many turns, again and again. <c>SPASMBOT_KILLS</c> says how often (3 when it is
/// not set).
/// </summary>
public sealed class KillUnderLoadTests(ITestOutputHelper output)
{
    private const int People = 32;
    private const int MustWait = 50;

    [Fact]
    public async Task Killed_under_load_it_loses_no_acknowledged_turn_and_doubles_none()
    {
        var kills = int.Parse(
            Environment.GetEnvironmentVariable("SPASMBOT_KILLS") ?? "3",
            CultureInfo.InvariantCulture
        );
        var clock = Stopwatch.StartNew();
        await using var server = await ServerProcess.StartAsync("--Logging:LogLevel:Default=Warning");
        using var crowd = await Crowd.GatherAsync(server.Address, People);
        var random = new Random(1);
        var (waited, keptUnsaid) = (new List<int>(), 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var lost = await crowd.TalkUntilAsync(random.Next(20, 80), MustWait, KillAsync);
            var stored = await StoredAsync(server);
            Assert.Empty(crowd.Acknowledged.Except(stored, StringComparer.Ordinal));
            keptUnsaid += lost.Count(one => stored.Contains(one.ClientId));

            await server.StartAgainAsync();
            // Who got no answer says it again, under the same id; and everybody goes on.
            var again = lost.Select(one => crowd.SayAsync(one.Member, one.ClientId));
            var next = crowd.Members.Select(member => crowd.SayAsync(member, member.NextId()));
            Assert.All(await Task.WhenAll(again.Concat(next)), Assert.True);
        }

        Assert.Empty(crowd.Refusals);
        await EverythingWasSaidOnceAsync(crowd);
        Assert.All(waited, count => Assert.True(count >= MustWait));
        output.WriteLine(
            $"{kills} kills; {crowd.Acknowledged.Count} turns acknowledged; unacknowledged at a kill: {waited.Min()} to "
                + $"{waited.Max()}, {waited.Sum()} in all, of which {keptUnsaid} were stored; 0 lost, 0 doubled; "
                + $"{clock.Elapsed.TotalSeconds:0} s"
        );

        Task KillAsync()
        {
            waited.Add(crowd.Waiting);
            return server.KillAsync();
        }
    }

    private static async Task EverythingWasSaidOnceAsync(Crowd crowd)
    {
        var said = new List<string>();
        foreach (var member in crowd.Members)
            said.AddRange(await member.ReadOwnIdsAsync());
        Assert.Equal(crowd.Acknowledged.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    /// <summary>The client ids in the files as the kill left them, which are whole. Looks at a copy: who opens them tidies up.</summary>
    private static async Task<IReadOnlySet<string>> StoredAsync(ServerProcess server)
    {
        var copy = Directory.CreateTempSubdirectory("spasmbot-").FullName;
        foreach (var file in new[] { server.DatabaseFile, $"{server.DatabaseFile}-wal" }.Where(File.Exists))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        await using var connection = new SqliteConnection($"Data Source={copy}/spasmbot.db;Pooling=False");
        await connection.OpenAsync();
        Assert.Equal(["ok"], await ReadAsync("PRAGMA integrity_check"));
        Assert.Empty(await ReadAsync("PRAGMA foreign_key_check"));
        Assert.Empty(
            await ReadAsync(
                "SELECT ConversationId FROM Activities GROUP BY ConversationId HAVING MAX(Sequence) > COUNT(*)"
            )
        );
        var ids = await ReadAsync("SELECT ClientActivityId FROM Activities WHERE ClientActivityId IS NOT NULL");
        Assert.Distinct(ids, StringComparer.Ordinal);
        await connection.CloseAsync();
        Directory.Delete(copy, recursive: true);
        return ids.ToHashSet(StringComparer.Ordinal);

        async Task<List<string>> ReadAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            var values = new List<string>();
            while (await reader.ReadAsync())
                values.Add(reader.GetString(0));
            return values;
        }
    }
}
