using Dapper;

namespace FocBot.Storage;

/// <summary>Deletes what is too old: histories, threads, codes, the progress of visitors who did not come back, hashes of closed deliveries.</summary>
public sealed class ExpiredRows(IDatabase database, StorageClock clock)
{
    /// <summary>How long a repeat of a delivery is known.</summary>
    internal static readonly TimeSpan RepeatMemory = TimeSpan.FromDays(1);

    public async Task DeleteAsync(CancellationToken cancel)
    {
        var now = await clock.ReadAsync(cancel);
        var row = new { now, RepeatsBefore = now - (long)RepeatMemory.TotalMilliseconds };
        var deleted = await database.WriteAsync(Durability.Relaxed, async connection =>
            await connection.ExecuteAsync("DELETE FROM histories WHERE expires_at < @now", row)
            + await connection.ExecuteAsync("DELETE FROM threads WHERE expires_at < @now", row)
            + await connection.ExecuteAsync("DELETE FROM one_time_codes WHERE expires_at < @now", row)
            + await connection.ExecuteAsync("DELETE FROM user_states WHERE expires_at < @now", row)
            + await connection.ExecuteAsync("DELETE FROM inbox WHERE closed_at < @RepeatsBefore", row), cancel);
        if (deleted > 0)
            await database.EraseDeletedAsync(cancel);
    }
}
