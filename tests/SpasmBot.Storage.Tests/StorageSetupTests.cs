using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SpasmBot.Storage.Tests;

public class StorageSetupTests
{
    [Fact]
    public async Task Start_EmptyFolder_CreatesSchemaAndKeysFolderForTheOwnerOnly()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Equal([], await store.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
        Assert.True(Directory.Exists(store.Get<DataFolder>().Keys));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(owner, File.GetUnixFileMode(store.Folder));
            Assert.Equal(owner, File.GetUnixFileMode(store.Get<DataFolder>().Keys));
        }
    }

    [Fact]
    public async Task Migrations_SayWhatTheModelSays()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.False(await store.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task CompiledModel_SaysWhatTheModelSays()
    {
        await using var store = await TestStore.OpenAsync();

        await store.ReadAsync(db =>
        {
            var built = db.GetService<IDesignTimeModel>().Model;
            Assert.NotSame(built, db.Model);
            Assert.Equal(Lines(built), Lines(db.Model));
            return Task.FromResult(0);
        });

        static IEnumerable<string> Lines(IModel model) =>
            from entity in model.GetEntityTypes()
            from line in (IEnumerable<string>)
                [
                    .. entity
                        .GetProperties()
                        .Select(p => $"{p} {p.GetColumnName()} {p.GetColumnType()} {p.GetMaxLength()}"),
                    .. entity.GetKeys().Select(k => k.ToString()!),
                    .. entity.GetIndexes().Select(i => $"{i}"),
                    .. entity.GetForeignKeys().Select(f => $"{f} {f.DeleteBehavior}"),
                ]
            select $"{entity.Name} {entity.GetTableName()} {line}";
    }

    [Fact]
    public async Task Start_MigrationLockLeftByAKilledProcess_DoesNotStopIt()
    {
        await using var store = TestStore.Create();
        await store.ReadAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """
            )
        );

        await store.StartAsync().WaitAsync(TimeSpan.FromSeconds(60));

        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
    }

    [Fact]
    public async Task Host_StartsTheStoreBeforeOtherServicesAndStopsItAfterThem()
    {
        var folder = TestStore.NewFolder();
        var witness = new WritesAtStartAndStop();
        try
        {
            var builder = NewHost(("Storage:DataFolder", folder));
            builder
                .Services.AddSingleton(witness)
                .AddHostedService(services => services.GetRequiredService<WritesAtStartAndStop>());
            builder.Services.AddSpasmBotStorage();
            using var host = builder.Build();
            witness.Queue = host.Services.GetRequiredService<CommitQueue>();

            await host.StartAsync();
            await host.StopAsync();

            witness.AtStart!.MustCommit();
            witness.AtStop!.MustCommit();
            Assert.False(witness.Queue.IsRunning);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("Storage:RetentionDays", "0")]
    [InlineData("Storage:RetentionDays", "3651")]
    [InlineData("Storage:DataFolder", "")]
    [InlineData("Storage:BusyTimeoutSeconds", "0")]
    public async Task Host_SettingOutOfRange_RefusesToStartAndNamesIt(string setting, string value)
    {
        var builder = NewHost((setting, value));
        builder.Services.AddSpasmBotStorage();
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_FolderThatCannotBeWritten_RefusesToStartAndNamesTheSetting()
    {
        var file = Path.GetTempFileName();
        try
        {
            var builder = NewHost(("Storage:DataFolder", Path.Combine(file, "data")));
            builder.Services.AddSpasmBotStorage();
            using var host = builder.Build();

            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
            Assert.Contains("Storage:DataFolder", error.Message, StringComparison.Ordinal);
            Assert.Contains(file, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static HostApplicationBuilder NewHost(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = Path.GetTempPath() });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        return builder;
    }

    private sealed class WritesAtStartAndStop : IHostedService
    {
        public CommitQueue? Queue { get; set; }

        public CommitResult? AtStart { get; private set; }

        public CommitResult? AtStop { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) =>
            AtStart = await Queue!.CommitAsync(Turns.Start(Turns.Key("at-start")), cancellationToken);

        public async Task StopAsync(CancellationToken cancellationToken) =>
            AtStop = await Queue!.CommitAsync(Turns.Start(Turns.Key("at-stop")), cancellationToken);
    }
}
