using System.Data.Common;
using Dapper;
using DbUp;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FocBot.Storage;

/// <summary>One SQLite file, which several processes on this machine may share.</summary>
public sealed class SqliteDatabase : IDatabase, IDisposable
{
    static readonly TimeSpan LockPollInterval = TimeSpan.FromMilliseconds(100), LongestLockWait = TimeSpan.FromSeconds(30);

    readonly string file;
    readonly SqliteConnectionStringBuilder connectionString;
    readonly SchemaMigration migration;
    // Within the process writers wait here; SQLite itself would let them poll.
    readonly SemaphoreSlim writer = new(1);
    bool wasThere;

    /// <exception cref="IOException">The file cannot be written: a fault of the settings, which stops the start.</exception>
    public SqliteDatabase(string file, ILoggerFactory logs)
    {
        this.file = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(this.file)!;
        try
        {
            Directory.CreateDirectory(folder);
            using var writable = new FileStream(this.file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{this.file} can't be written ({fault.Message}) Set Storage:File to a file in a folder where this program may write.",
                fault);
        }

        connectionString = new() { DataSource = this.file, DefaultTimeout = 10, ForeignKeys = true };
        migration = new("Sqlite", () => DeployChanges.To.SqliteDatabase(connectionString.ToString()));
        Keys = new FileSystemXmlRepository(new(Path.Combine(folder, "keys")), logs);
    }

    public string Product => "SQLite";

    // The one writer has the whole file.
    public string SkipLocked => "";

    public IXmlRepository Keys { get; }

    public string AnyOf(string parameter) => $"IN {parameter}";

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancel) =>
        ExplainAsync(async () =>
        {
            await using var connection = await OpenAsync(Durability.Relaxed, cancel);
            return await read(connection);
        });

    public async Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> write, CancellationToken cancel)
    {
        await writer.WaitAsync(cancel);
        try
        {
            return await ExplainAsync(async () =>
            {
                await using var connection = await OpenAsync(durability, cancel);
                await using var transaction = await connection.BeginTransactionAsync(cancel);
                var result = await write(connection);
                await transaction.CommitAsync(cancel);
                return result;
            });
        }
        finally
        {
            writer.Release();
        }
    }

    public async Task ExclusivelyAsync(Func<Task> action, CancellationToken cancel)
    {
        await using var held = await LockAsync(cancel);
        await action();
    }

    public async Task EraseDeletedAsync(CancellationToken cancel)
    {
        await writer.WaitAsync(cancel);
        try
        {
            await ExplainAsync(async () =>
            {
                await using var connection = await OpenAsync(Durability.Full, cancel);
                return await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            });
        }
        finally
        {
            writer.Release();
        }
    }

    // One machine, one clock; but it may have been set back.
    public async Task<long> ReadTimeAsync(long machineTime, CancellationToken cancel) =>
        Math.Max(machineTime, await ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(accepted_at), 0) FROM inbox"), cancel));

    public void Dispose()
    {
        using (var connection = new SqliteConnection(connectionString.ToString()))
            SqliteConnection.ClearPool(connection);
        migration.Dispose();
        writer.Dispose();
    }

    async Task<SqliteConnection> OpenAsync(Durability durability, CancellationToken cancel)
    {
        // An open connection would go on writing to a file that nobody finds again.
        if (wasThere && !File.Exists(file))
            throw new StorageUnavailableException($"{file} was deleted while the program ran. Restore it, or restart the program to begin a new one.");
        await migration.EnsureAsync(ExclusivelyAsync, cancel);
        wasThere = true;
        var connection = new SqliteConnection(connectionString.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await connection.ExecuteAsync($"""
                PRAGMA busy_timeout = 5000;
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")};
                PRAGMA secure_delete = ON;
                """);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    async Task<FileStream> LockAsync(CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += LockPollInterval)
        {
            try
            {
                return new($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < LongestLockWait)
            {
                await Task.Delay(LockPollInterval, cancel);
            }
        }
    }

    async Task<T> ExplainAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"{file}: {fault.Message}", fault);
        }
    }
}
