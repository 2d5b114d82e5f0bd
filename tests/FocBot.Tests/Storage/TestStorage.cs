using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Dapper;
using FocBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace FocBot.Tests.Storage;

/// <summary>A database of its own for one test, and the processes that share it.</summary>
sealed class TestStorage : IAsyncDisposable
{
    internal const string Sqlite = "SQLite", PostgreSql = "PostgreSQL";

    /// <summary>A connection string of a PostgreSQL server where the tests may create databases.</summary>
    internal const string ServerVariable = "FOCBOT_TEST_POSTGRESQL";

    /// <summary>Set to <c>PostgreSQL</c>: every server that a test starts has a database there, where it would have a SQLite file.</summary>
    internal const string ProductVariable = "FOCBOT_TEST_DATABASE";

    static readonly ConcurrentDictionary<string, Lazy<Task<string>>> ofServers = new(StringComparer.Ordinal);

    readonly string folder = Directory.CreateTempSubdirectory("focbot").FullName;
    readonly string? connectionString;
    readonly ConcurrentBag<ServiceProvider> processes = [];

    TestStorage(string? connectionString) => this.connectionString = connectionString;

    public static TheoryData<string> Products => [Sqlite, PostgreSql];

    internal SteppedTime Time { get; } = new();

    internal string File => Path.Combine(folder, "focbot.db");

    /// <summary>The settings that lead to this database.</summary>
    internal string[] Settings => [$"--Storage:File={File}", $"--Storage:ConnectionString={connectionString}"];

    /// <summary>A new, empty database; the test is skipped where there is no PostgreSQL.</summary>
    internal static async Task<TestStorage> CreateAsync(string product)
    {
        if (product == Sqlite)
            return new(null);
        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{ServerVariable} names no PostgreSQL server.");
        return new(await CreateDatabaseAsync(server!));
    }

    [ModuleInitializer]
    internal static void UseProduct() => RunningServer.StorageOf = SettingsOfAsync;

    /// <summary>The settings of a server that keeps what it stores under the name of a file: the same again for the same file, after a restart.</summary>
    static async Task<string[]> SettingsOfAsync(string file)
    {
        if (Environment.GetEnvironmentVariable(ProductVariable) != PostgreSql || Environment.GetEnvironmentVariable(ServerVariable) is not { } server)
            return [$"--Storage:File={file}"];
        var connectionString = await ofServers.GetOrAdd(file, _ => new(() => CreateDatabaseAsync(server))).Value;
        return [$"--Storage:File={file}", $"--Storage:ConnectionString={connectionString}"];
    }

    static async Task<string> CreateDatabaseAsync(string server)
    {
        var name = $"focbot_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    /// <summary>What one process has of it.</summary>
    internal async Task<ServiceProvider> OpenAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging();
        services.AddStorage(new ConfigurationBuilder().AddCommandLine(Settings).Build());
        var process = services.BuildServiceProvider();
        processes.Add(process);
        // From here on the test's time passes, not the database's.
        await process.GetRequiredService<StorageClock>().ReadAsync(CancellationToken.None);
        return process;
    }

    /// <summary>All bytes that the database's files hold; the rows of PostgreSQL as text.</summary>
    internal async Task<string> ContentAsync()
    {
        if (connectionString is null)
            return string.Concat(Directory.GetFiles(folder, "focbot.db*")
                .Select(file => System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(file))));
        var tables = new[] { "inbox", "installations", "threads", "histories", "user_states", "one_time_codes", "secrets" };
        await using var connection = new NpgsqlConnection(connectionString);
        var all = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            foreach (var row in await connection.QueryAsync($"SELECT * FROM {table}"))
                all.AppendJoin(' ', ((IDictionary<string, object?>)row).Values.Select(value =>
                    value is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : value));
        }

        return all.ToString();
    }

    /// <summary>Counts rows, beside the program.</summary>
    internal async Task<long> CountAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={File}") : new NpgsqlConnection(connectionString);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        if (connectionString is null)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        NpgsqlConnection.ClearAllPools();
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database;
        await ExecuteAsync(Environment.GetEnvironmentVariable(ServerVariable)!, $"DROP DATABASE {name} WITH (FORCE)");
    }

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync(sql);
    }
}

/// <summary>Time that a test lets pass, and whose wall clock it can set.</summary>
sealed class SteppedTime() : FakeTimeProvider(System.GetUtcNow())
{
    TimeSpan offset;
    int timersCreated;

    /// <summary>Somebody begins to wait for so long.</summary>
    internal event EventHandler<TimeSpan>? TimerCreated;

    /// <summary>How often somebody began to wait for time to pass.</summary>
    internal int TimersCreated => Volatile.Read(ref timersCreated);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        // After the timer is set: whoever sees the count may advance the time, and it fires.
        Interlocked.Increment(ref timersCreated);
        TimerCreated?.Invoke(this, dueTime);
        return timer;
    }

    /// <summary>Sets the wall clock; what has elapsed stays the same.</summary>
    internal void SetClock(TimeSpan by) => offset += by;
}
