namespace FocBot.Storage;

/// <summary>The time for leases and next tries: the database's at start, and from then on what has elapsed. Setting the machine's clock changes
/// nothing.</summary>
public sealed class StorageClock(IDatabase database, TimeProvider time)
{
    Start? start;

    /// <summary>Milliseconds since 1970; never goes back.</summary>
    internal async ValueTask<long> ReadAsync(CancellationToken cancel)
    {
        var since = start ??= new(await database.ReadTimeAsync(time.GetUtcNow().ToUnixTimeMilliseconds(), cancel), time.GetTimestamp());
        return since.Milliseconds + (long)time.GetElapsedTime(since.Timestamp).TotalMilliseconds;
    }

    sealed record Start(long Milliseconds, long Timestamp);
}
