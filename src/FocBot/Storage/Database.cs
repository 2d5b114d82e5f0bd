using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FocBot.Storage;

/// <summary>Section <c>Storage</c>.</summary>
sealed class StorageOptions
{
    internal const string Section = "Storage";

    /// <summary>The SQLite file; empty means <c>focbot.db</c> in the user's local data folder.</summary>
    public string File { get; set; } = "";
}

/// <summary>What must survive a restart. One SQL for every database behind it; one connection, whose statements are prepared once.</summary>
sealed class Database : IDisposable
{
    readonly string file;
    readonly List<string> tables = [];
    readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    readonly Lock turn = new();
    SqliteConnection? connection;

    /// <exception cref="IOException">The file can't be written: known at start, although it is opened when it is first needed.</exception>
    internal Database(string file)
    {
        this.file = Path.GetFullPath(file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this.file)!);
            using var writable = new FileStream(this.file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{this.file} can't be written ({fault.Message}) Set Storage:File to a file in a folder where this program may write.", fault);
        }
    }

    /// <summary>Whether anything was ever kept.</summary>
    internal bool Exists => connection is not null || new FileInfo(file) is { Exists: true, Length: > 0 };

    /// <summary>A table that somebody keeps things in: made when the database is opened, which is when it is first needed.</summary>
    internal void Keeps(string table)
    {
        lock (turn)
        {
            tables.Add(table);
            if (connection is not null)
                Execute(table);
        }
    }

    /// <summary>Runs a statement; parameters are <c>@p0</c>, <c>@p1</c>, ... Returns the number of rows changed.</summary>
    internal int Execute(string sql, params object[] values)
    {
        lock (turn)
            return Command(sql, values).ExecuteNonQuery();
    }

    /// <summary>Runs several statements as one transaction: all of it counts, or nothing.</summary>
    internal T Together<T>(Func<T> statements)
    {
        lock (turn)
        {
            Execute("BEGIN IMMEDIATE");
            try
            {
                var result = statements();
                Execute("COMMIT");
                return result;
            }
            catch
            {
                Execute("ROLLBACK");
                throw;
            }
        }
    }

    /// <summary>Runs a query and reads each row.</summary>
    internal List<T> Query<T>(string sql, Func<DbDataReader, T> read, params object[] values)
    {
        lock (turn)
        {
            using var rows = Command(sql, values).ExecuteReader();
            var found = new List<T>();
            while (rows.Read())
                found.Add(read(rows));
            return found;
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            foreach (var command in prepared.Values)
                command.Dispose();
            connection?.Dispose();
        }
    }

    SqliteConnection Opened()
    {
        if (connection is not null)
            return connection;
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10, Pooling = false }.ToString());
        try
        {
            opened.Open();
            connection = opened;
            // Readers don't wait for the writer, and a killed process loses nothing that was committed.
            Execute("PRAGMA journal_mode=WAL");
            Execute("PRAGMA synchronous=NORMAL");
            Execute("PRAGMA wal_autocheckpoint=4000");
            tables.ForEach(table => Execute(table));
            return connection;
        }
        catch
        {
            connection = null;
            prepared.Clear();
            opened.Dispose();
            throw;
        }
    }

    SqliteCommand Command(string sql, object[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared.Add(sql, command = Opened().CreateCommand());
#pragma warning disable CA2100 // Every statement is a literal of this room; what people typed travels in parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue($"@p{i}", values[i]);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }
}
