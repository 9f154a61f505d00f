using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace SpasmBot.Storage.Tests;

/// <summary>A store in a folder of its own, registered as the server registers it; the sweep runs only when asked to.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _stopped;

    private TestStore(string folder, ServiceProvider services, FakeTimeProvider time) =>
        (Folder, _services, Time) = (folder, services, time);

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public string DatabaseFile => Get<DataFolder>().DatabaseFile;

    public CommitQueue Queue => Get<CommitQueue>();

    public ConversationStore Conversations => Get<ConversationStore>();

    public ConversationErasure Erasure => Get<ConversationErasure>();

    public DeskWrites Desk => Get<DeskWrites>();

    public RetentionSweep Retention => Get<RetentionSweep>();

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), $"spasmbot-{Guid.NewGuid():n}");

    public static async Task<TestStore> OpenAsync(string? folder = null, int retentionDays = 90)
    {
        var store = Create(folder, retentionDays);
        await store.StartAsync();
        return store;
    }

    /// <summary>Registered but not started: no schema yet, and what is queued waits.</summary>
    public static TestStore Create(string? folder = null, int retentionDays = 90)
    {
        folder ??= NewFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var settings = new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = folder,
            ["Storage:RetentionDays"] = $"{retentionDays}",
            ["Storage:BusyTimeoutSeconds"] = "1",
        };
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = Path.GetTempPath() })
            .AddSingleton<TimeProvider>(time)
            .AddLogging()
            .AddSpasmBotStorage()
            .BuildServiceProvider();
        return new(folder, services, time);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        await Lifetime().StartingAsync(CancellationToken.None);
        await Lifetime().StartAsync(CancellationToken.None);
    }

    public async Task StopAsync()
    {
        _stopped = true;
        await Lifetime().StoppedAsync(CancellationToken.None);
    }

    public async Task<T> ReadAsync<T>(Func<SpasmDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<SpasmDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
            await StopAsync();
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private StoreLifetime Lifetime() => _services.GetServices<IHostedService>().OfType<StoreLifetime>().Single();
}
