using System.Data.Common;
using Dapper;
using FocBot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FocBot.Tests.Storage;

/// <summary>What cannot be stored is refused, with the reason, and nothing else stops.</summary>
public sealed class StorageFaultTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_that_cannot_be_written_stops_the_start_and_names_the_setting()
    {
        var file = Path.GetTempFileName();
        Assert.Contains("Storage:File", Assert.Throws<IOException>(() =>
            new SqliteDatabase(Path.Combine(file, "focbot.db"), NullLoggerFactory.Instance)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_the_next_delivery_is_accepted_once_there_is_room()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var process = await storage.OpenAsync();
        var (database, inbox) = (process.GetRequiredService<IDatabase>(), process.GetRequiredService<Inbox>());
        Assert.True(await inbox.AcceptAsync(InboxTests.Message("1"), Cancel));
        // A pooled connection keeps the limit: to the program that is a full disk.
        await LimitAsync(database, 1);
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            inbox.AcceptAsync(InboxTests.Message("2") with { Payload = new byte[200_000] }, Cancel));
        Assert.Contains("full", fault.Message, StringComparison.Ordinal);
        await LimitAsync(database, int.MaxValue);
        Assert.True(await inbox.AcceptAsync(InboxTests.Message("2"), Cancel));
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        await File.WriteAllTextAsync(storage.File, string.Concat(Enumerable.Repeat("this is no database ", 1_000)), Cancel);
        using var database = new SqliteDatabase(storage.File, NullLoggerFactory.Instance);
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.ReadAsync(_ => Task.FromResult(0), Cancel));
        Assert.Contains("not a database", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_deleted_while_the_program_runs_is_named_and_nothing_is_written_to_nowhere()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var inbox = (await storage.OpenAsync()).GetRequiredService<Inbox>();
        Assert.True(await inbox.AcceptAsync(InboxTests.Message("1"), Cancel));
        File.Delete(storage.File);
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => inbox.AcceptAsync(InboxTests.Message("2"), Cancel));
        Assert.Contains("was deleted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_another_program_holds_is_named_and_passes()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var process = await storage.OpenAsync();
        var inbox = process.GetRequiredService<Inbox>();
        Assert.True(await inbox.AcceptAsync(InboxTests.Message("1"), Cancel));
        await using (var other = new SqliteConnection($"Data Source={storage.File};Pooling=False"))
        {
            await other.OpenAsync(Cancel);
            await using var held = await other.BeginTransactionAsync(Cancel);
            var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => inbox.AcceptAsync(InboxTests.Message("2"), Cancel));
            Assert.Contains("locked", fault.Message, StringComparison.Ordinal);
        }

        Assert.True(await inbox.AcceptAsync(InboxTests.Message("2"), Cancel));
    }

    [Fact]
    public async Task A_PostgreSQL_server_out_of_reach_is_named()
    {
        using var database = new PostgreSqlDatabase("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.ReadAsync(_ => Task.FromResult(0), Cancel));
        Assert.StartsWith("PostgreSQL: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestStorage.Sqlite, "PRAGMA synchronous", "2")]
    [InlineData(TestStorage.PostgreSql, "SHOW synchronous_commit", "on")]
    public async Task Accepting_waits_for_the_disk(string product, string setting, string full)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var database = new ObservedDatabase(process.GetRequiredService<IDatabase>(), setting);
        await using var inbox = ActivatorUtilities.CreateInstance<Inbox>(process, database);
        Assert.True(await inbox.AcceptAsync(InboxTests.Message("1"), Cancel));
        Assert.Equal(full, Assert.Single(database.Found));
    }

    static Task<long> LimitAsync(IDatabase database, int pages) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"PRAGMA max_page_count = {pages}"), Cancel);

    /// <summary>Notes a setting of the database in each transaction.</summary>
    sealed class ObservedDatabase(IDatabase database, string setting) : IDatabase
    {
        internal List<string?> Found { get; } = [];

        public string Product => database.Product;

        public string SkipLocked => database.SkipLocked;

        public IXmlRepository Keys => database.Keys;

        public string AnyOf(string parameter) => database.AnyOf(parameter);

        public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancel) => database.ReadAsync(read, cancel);

        public Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> write, CancellationToken cancel) =>
            database.WriteAsync(durability, async connection =>
            {
                Found.Add(await connection.ExecuteScalarAsync<string>(setting));
                return await write(connection);
            }, cancel);

        public Task ExclusivelyAsync(Func<Task> action, CancellationToken cancel) => database.ExclusivelyAsync(action, cancel);

        public Task EraseDeletedAsync(CancellationToken cancel) => database.EraseDeletedAsync(cancel);

        public Task<long> ReadTimeAsync(long machineTime, CancellationToken cancel) => database.ReadTimeAsync(machineTime, cancel);
    }
}
