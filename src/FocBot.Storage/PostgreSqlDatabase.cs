using System.Data.Common;
using Dapper;
using DbUp;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace FocBot.Storage;

/// <summary>A PostgreSQL database, which any number of replicas share.</summary>
public sealed class PostgreSqlDatabase : IDatabase, IDisposable
{
    // Slack wants an acknowledgement within three seconds: a server out of reach is told sooner.
    const int ConnectTimeoutSeconds = 2, CommandTimeoutSeconds = 10;

    // Any number, the same in every replica.
    const long LockNumber = 0x466F63426F74;

    readonly NpgsqlDataSource source;
    readonly SchemaMigration migration;

    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgreSqlDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ContainsKey("Timeout"))
            settings.Timeout = ConnectTimeoutSeconds;
        if (!settings.ContainsKey("Command Timeout"))
            settings.CommandTimeout = CommandTimeoutSeconds;
        source = NpgsqlDataSource.Create(settings);
        migration = new("PostgreSql", () => DeployChanges.To.PostgresqlDatabase(settings.ToString()));
        Keys = new PostgreSqlKeys(this);
    }

    public string Product => "PostgreSQL";

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public IXmlRepository Keys { get; }

    public string AnyOf(string parameter) => $"= ANY({parameter})";

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancel) =>
        ExplainAsync(async () =>
        {
            await migration.EnsureAsync(ExclusivelyAsync, cancel);
            await using var connection = await source.OpenConnectionAsync(cancel);
            return await read(connection);
        });

    public Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> write, CancellationToken cancel) =>
        ExplainAsync(async () =>
        {
            await migration.EnsureAsync(ExclusivelyAsync, cancel);
            await using var connection = await source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            if (durability == Durability.Relaxed)
                await connection.ExecuteAsync("SET LOCAL synchronous_commit = off");
            var result = await write(connection);
            await transaction.CommitAsync(cancel);
            return result;
        });

    public Task ExclusivelyAsync(Func<Task> action, CancellationToken cancel) =>
        ExplainAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            await connection.ExecuteAsync("SELECT pg_advisory_lock(@LockNumber)", new { LockNumber });
            try
            {
                await action();
            }
            finally
            {
                await connection.ExecuteAsync("SELECT pg_advisory_unlock(@LockNumber)", new { LockNumber });
            }

            return true;
        });

    // VACUUM is the server's own work.
    public Task EraseDeletedAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<long> ReadTimeAsync(long machineTime, CancellationToken cancel) =>
        ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"), cancel);

    public void Dispose()
    {
        source.Dispose();
        migration.Dispose();
    }

    static async Task<T> ExplainAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            throw new StorageUnavailableException($"PostgreSQL: {fault.Message}", fault);
        }
    }
}
