using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Host.Conversations;
using SpasmBot.Storage;
using SpasmBot.Storage.Rows;
using SpasmBot.TestKit;
using SpasmBot.TestKit.Disk;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>
/// The store and the conversations of a server without its silo, on a disk that can fail. All of it runs where it is
/// made: on a <see cref="SteppedScheduler"/> a seed chooses the order of its steps.
/// </summary>
internal sealed class SteppedServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SteppedServer(FaultyDisk disk, ServiceProvider services) => (Disk, _services) = (disk, services);

    public FaultyDisk Disk { get; }

    public static async Task<SteppedServer> StartAsync()
    {
        var disk = new FaultyDisk(Path.Combine(Path.GetTempPath(), $"spasmbot-{Guid.NewGuid():n}"));
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:DataFolder"] = disk.Folder,
            ["Storage:BusyTimeoutSeconds"] = "1",
        };
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = Path.GetTempPath() })
            .AddLogging()
            .AddSpasmBotStorage()
            .AddSingleton(new BotIdentity("bot", "Bot", "Sorry.", "1"))
            .AddSingleton<BotFactory>(state => new ScriptedBot(state, new CountedReferences()))
            .AddSingleton<TurnRunner>()
            .BuildServiceProvider();
        services.GetRequiredService<CommitQueue>().Scheduler = TaskScheduler.Current;
        foreach (var part in Lifecycles(services))
        {
            await part.StartingAsync(CancellationToken.None);
            await part.StartAsync(CancellationToken.None);
        }

        return new SteppedServer(disk, services);
    }

    /// <summary>A conversation as it comes into memory.</summary>
    public Conversation Open(ConversationKey key) => ActivatorUtilities.CreateInstance<Conversation>(_services, key);

    /// <summary>The transcript as it is stored.</summary>
    public async Task<IReadOnlyList<ActivityRow>> TranscriptAsync(ConversationKey key)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<SpasmDb>>().CreateDbContextAsync();
        return await db
            .Activities.AsNoTracking()
            .Where(a => a.ConversationId == key.ConversationId)
            .OrderBy(a => a.Sequence)
            .ToListAsync();
    }

    /// <summary>The last activity that a power cut at this moment would leave.</summary>
    public long LastAfterPowerCut(ConversationKey key)
    {
        var left = Directory.CreateTempSubdirectory("spasmbot-").FullName;
        try
        {
            Disk.CutPower(left);
            using var connection = new SqliteConnection($"Data Source={left}/spasmbot.db;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COALESCE(MAX(Sequence), 0) FROM Activities WHERE ConversationId = $id";
            command.Parameters.AddWithValue("$id", key.ConversationId);
            return (long)command.ExecuteScalar()!;
        }
        finally
        {
            Directory.Delete(left, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Disk.Fault = DiskFault.None;
        foreach (var part in Lifecycles(_services))
            await part.StoppedAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Disk.Dispose();
        Directory.Delete(Disk.Folder, recursive: true);
    }

    // What the sweep would do by the clock is not part of a turn.
    private static IEnumerable<IHostedLifecycleService> Lifecycles(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<IHostedLifecycleService>();
}
