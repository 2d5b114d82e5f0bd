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

/// <summary>What must survive a restart. One SQL for every database behind it.</summary>
sealed class Database
{
    readonly string connection;

    internal Database(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 }.ToString();
        // Readers don't wait for the writer.
        Execute("PRAGMA journal_mode=WAL");
    }

    /// <summary>Runs a statement; parameters are <c>@p0</c>, <c>@p1</c>, ... Returns the number of rows changed.</summary>
    internal int Execute(string sql, params object[] values)
    {
        using var open = Open();
        using var command = Command(open, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a query and reads each row.</summary>
    internal List<T> Query<T>(string sql, Func<DbDataReader, T> read, params object[] values)
    {
        using var open = Open();
        using var command = Command(open, sql, values);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
            found.Add(read(rows));
        return found;
    }

    SqliteConnection Open()
    {
        var open = new SqliteConnection(connection);
        open.Open();
        // With the write-ahead log, a killed process loses nothing that was committed.
        using var command = Command(open, "PRAGMA synchronous=NORMAL", []);
        command.ExecuteNonQuery();
        return open;
    }

    static SqliteCommand Command(SqliteConnection open, string sql, object[] values)
    {
        var command = open.CreateCommand();
#pragma warning disable CA2100 // Every statement is a literal of this room; what people typed travels in parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"@p{i}", values[i]);
        return command;
    }
}
