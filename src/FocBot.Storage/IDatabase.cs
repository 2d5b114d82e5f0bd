using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FocBot.Storage;

/// <summary>The database behind the stores: only what differs between SQLite and PostgreSQL. Every other statement is the same SQL.</summary>
public interface IDatabase
{
    /// <summary>Its name, for the log and <c>focbot doctor</c>.</summary>
    string Product { get; }

    /// <summary>Ends a query that claims rows, so that concurrent claims pass over them.</summary>
    string SkipLocked { get; }

    /// <summary>The condition that a column is one of a list.</summary>
    /// <param name="parameter">The list's parameter, such as <c>@ids</c>.</param>
    string AnyOf(string parameter);

    /// <summary>Where the keys of Data Protection are kept.</summary>
    IXmlRepository Keys { get; }

    /// <summary>Runs queries on one connection. Migrates the schema first, if this process has not yet.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be read.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancel);

    /// <summary>Runs statements in one transaction: all of them count, or none.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be written.</exception>
    Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> write, CancellationToken cancel);

    /// <summary>Runs something that no other process on this database may run at the same time.</summary>
    Task ExclusivelyAsync(Func<Task> action, CancellationToken cancel);

    /// <summary>Removes what was deleted from the files too.</summary>
    Task EraseDeletedAsync(CancellationToken cancel);

    /// <summary>The time to begin with, in milliseconds since 1970: one that all processes on this database share, and that is never before what is
    /// stored.</summary>
    /// <param name="machineTime">The time by this machine's clock.</param>
    Task<long> ReadTimeAsync(long machineTime, CancellationToken cancel);
}

/// <summary>What a transaction survives.</summary>
public enum Durability
{
    /// <summary>A power cut.</summary>
    Full,

    /// <summary>The end of the process, but the last moments before a power cut may be lost.</summary>
    Relaxed,
}
