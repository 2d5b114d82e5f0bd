using Dapper;

namespace FocBot.Storage;

/// <summary>Threads that the bot takes part in: there it hears what does not mention it. A thread in which nothing was said for a week is forgotten.</summary>
public sealed class Threads(IDatabase database, KeyedHash hash, StorageClock clock)
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Notes a thread, or that something was said in it.</summary>
    public async Task AddAsync(string channel, string installation, string thread, CancellationToken cancel)
    {
        var row = new
        {
            Thread = await KeyAsync(channel, thread, cancel),
            Installation = await hash.ComputeAsync(cancel, "installation", channel, installation),
            Until = await clock.ReadAsync(cancel) + (long)Lifetime.TotalMilliseconds,
        };
        await database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("""
            INSERT INTO threads (thread, installation, expires_at) VALUES (@Thread, @Installation, @Until)
            ON CONFLICT (thread) DO UPDATE SET expires_at = @Until
            """, row), cancel);
    }

    public async Task RemoveAsync(string channel, string thread, CancellationToken cancel)
    {
        var key = await KeyAsync(channel, thread, cancel);
        await database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("DELETE FROM threads WHERE thread = @key", new { key }), cancel);
    }

    public async Task<bool> HasAsync(string channel, string thread, CancellationToken cancel)
    {
        var row = new { Key = await KeyAsync(channel, thread, cancel), Now = await clock.ReadAsync(cancel) };
        return await database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM threads WHERE thread = @Key AND expires_at > @Now", row), cancel) == 1;
    }

    ValueTask<byte[]> KeyAsync(string channel, string thread, CancellationToken cancel) => hash.ComputeAsync(cancel, "thread", channel, thread);
}
