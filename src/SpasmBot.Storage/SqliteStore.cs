using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using SpasmBot.Storage.Compiled;

namespace SpasmBot.Storage;

/// <summary>All that is particular to SQLite: how it is opened, made durable, migrated, and how it says no.</summary>
internal static class SqliteStore
{
    private const int ConstraintError = 19;
    private const int Corrupt = 11;
    private const int NoDatabase = 26;
    private const int SyncFailed = 10 | (4 << 8);
    private const int SynchronousFull = 2;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    public static void Configure(DbContextOptionsBuilder options, string file, int busyTimeoutSeconds)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = busyTimeoutSeconds,
        };
        options
            .UseSqlite(connection.ConnectionString)
            // Building the model at start would cost a third of a second. After a change of SpasmDb (a test tells):
            // dotnet ef dbcontext optimize --output-dir Compiled --namespace SpasmBot.Storage.Compiled
            .UseModel(SpasmDbModel.Instance)
            .AddInterceptors(new Pragmas(busyTimeoutSeconds))
            // One line a statement is for whoever debugs the store, not for the log of a clinic.
            .ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
    }

    /// <summary>Checks that a commit on this open connection is on the disk when it returns.</summary>
    /// <exception cref="InvalidOperationException">It is not; the caller must not write with it.</exception>
    public static async Task AssertDurableAsync(DbConnection connection)
    {
        var journal = Convert.ToString(await ScalarAsync(connection, "PRAGMA journal_mode"));
        var synchronous = Convert.ToInt32(await ScalarAsync(connection, "PRAGMA synchronous"));
        if (journal != "wal" || synchronous != SynchronousFull)
        {
            throw new InvalidOperationException(
                $"The database is not durable: journal_mode is {journal}, synchronous is {synchronous}."
            );
        }
    }

    /// <summary>True when the database refused one row, and is well itself.</summary>
    public static bool IsConstraintViolation(DbException error) =>
        error is SqliteException { SqliteErrorCode: ConstraintError };

    /// <summary>True when what the file holds makes no sense.</summary>
    public static bool IsDamage(Exception error) =>
        error.GetBaseException() is SqliteException { SqliteErrorCode: Corrupt or NoDatabase };

    /// <summary>True when all was written and the disk could not promise to keep it.</summary>
    public static bool IsUnsynced(Exception error) =>
        error.GetBaseException() is SqliteException { SqliteExtendedErrorCode: SyncFailed };

    /// <summary>True when the process that had the database open last did not close it: its log is still there.</summary>
    public static bool HasLog(string file) => new FileInfo($"{file}-wal") is { Exists: true, Length: > 0 };

    /// <summary>What is wrong, as a sentence for whoever runs the server.</summary>
    public static string ReasonOf(Exception error) =>
        error.GetBaseException() is SqliteException sqlite
            ? $"{SentenceOf(sqlite.SqliteErrorCode)} ({sqlite.Message})"
            : error.GetBaseException().Message;

    /// <summary>Checks that the file is whole.</summary>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static async Task AssertWholeAsync(DbConnection connection)
    {
        if (await ScalarAsync(connection, "PRAGMA quick_check(1)") is not "ok")
            throw new SqliteException("quick_check found damage", Corrupt);
    }

    /// <summary>Brings the schema up to date.</summary>
    public static async Task MigrateAsync(SpasmDb db, DataFolder folder, TimeProvider time, CancellationToken cancel)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            return;
        await using var alone = await LockAsync(Path.Combine(folder.Path, ".migrating"), time, cancel);
        // EF Core's own lock is a row that outlives a killed process and would stop every later start. The file lock does
        // not, and whoever holds it knows that such a row is left over.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Closes the connections to the file of <paramref name="db"/>: idle ones now, others when they are given back.</summary>
    public static void Release(SpasmDb db) =>
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());

    private static string SentenceOf(int code) =>
        code switch
        {
            5 or 6 => "Another program has locked the database.",
            8 => "The database may only be read.",
            10 => "The disk could not read or write.",
            Corrupt or NoDatabase => "The database file is damaged.",
            13 => "The disk is full.",
            14 => "The database file cannot be opened.",
            _ => "The database refused.",
        };

    private static async Task<FileStream> LockAsync(string file, TimeProvider time, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldElsewhere(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancel);
            }
        }
    }

    // By the system's own numbers (Linux, macOS, Windows): anything else does not go away by waiting.
    private static bool IsHeldElsewhere(IOException error) =>
        error.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolation;

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private sealed class Pragmas(int busyTimeoutSeconds) : DbConnectionInterceptor
    {
        // secure_delete: what a person had deleted is overwritten, not only unlinked.
        private readonly string _sql =
            $"PRAGMA busy_timeout={busyTimeoutSeconds * 1000}; PRAGMA journal_mode=WAL; "
            + "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = _sql;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
