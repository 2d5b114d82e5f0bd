using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace FocBot.Storage;

/// <summary>Deliveries that were acknowledged and are not yet answered, for all processes on one database.</summary>
/// <remarks>
/// A process claims a delivery by a lease, which it renews while it works. Those of one conversation are claimed one after the other, in the order of
/// acceptance.
/// Words are encrypted, and deleted when a delivery is closed; its hash stays for a day, against repeats.
/// </remarks>
public sealed partial class Inbox : IAsyncDisposable
{
    /// <summary>How long a process that says nothing keeps what it has claimed.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    const string UniqueViolation = "23505", Deadlock = "40P01";

    readonly string owner = Guid.NewGuid().ToString("N");
    readonly IDatabase database;
    readonly KeyedHash hash;
    readonly StorageClock clock;
    readonly InboxWriter writer;
    readonly ProtectedBytes words;
    readonly ILogger log;

    public Inbox(IDatabase database, KeyedHash hash, IDataProtectionProvider protection, StorageClock clock, ILogger<Inbox> log)
    {
        (this.database, this.hash, this.clock, this.log) = (database, hash, clock, log);
        writer = new(database);
        words = new(protection, "FocBot.Inbox");
    }

    /// <summary>This process has accepted something new.</summary>
    public event EventHandler? Accepted;

    /// <summary>Takes a delivery in; done once even a power cut cannot lose it. False when it was accepted before.</summary>
    /// <exception cref="StorageUnavailableException">It was not stored: do not acknowledge it.</exception>
    public async Task<bool> AcceptAsync(Delivery delivery, CancellationToken cancel)
    {
        var isNew = await writer.WriteAsync(new(
            await hash.ComputeAsync(cancel, "delivery", delivery.Channel, delivery.Conversation, delivery.Id),
            delivery.Channel,
            await hash.ComputeAsync(cancel, "inbox conversation", delivery.Channel, delivery.Conversation),
            words.Protect(delivery.ToBytes()),
            await clock.ReadAsync(cancel)));
        if (isNew)
            Accepted?.Invoke(this, EventArgs.Empty);
        return isNew;
    }

    /// <summary>Claims deliveries that are due: the oldest of each conversation that nobody works on.</summary>
    /// <param name="channels">The channels that this process can answer.</param>
    /// <param name="most">How many.</param>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(IReadOnlyList<string> channels, int most, CancellationToken cancel)
    {
        var now = await clock.ReadAsync(cancel);
        var claimed = new List<ClaimedDelivery>();
        foreach (var row in (await ClaimRowsAsync(channels, most, now, cancel)).OrderBy(row => row.Id))
        {
            if (words.Unprotect(row.Payload) is { } payload)
                claimed.Add(new(row.Id, Delivery.FromBytes(payload) with { Reply = words.Unprotect(row.Reply) },
                    (int)row.Attempts, (int)row.Refusals, TimeSpan.FromMilliseconds(now - row.AcceptedAt)));
            else
                await CloseUnreadableAsync(row.Id, cancel);
        }

        return claimed;
    }

    /// <summary>Says that this process is alive and still works on these.</summary>
    public async Task RenewLeasesAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var until = await clock.ReadAsync(cancel) + (long)LeaseTime.TotalMilliseconds;
        await database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync(
            $"UPDATE inbox SET lease_until = @until WHERE lease_owner = @owner AND id {database.AnyOf("@ids")}", new { until, owner, ids }), cancel);
    }

    /// <summary>Closes a delivery and deletes its words.</summary>
    public async Task CloseAsync(ClaimedDelivery claimed, Outcome outcome, CancellationToken cancel) => await CloseAsync(claimed.Id, outcome, cancel);

    /// <summary>Lets a delivery wait, and with it the later ones of its conversation.</summary>
    /// <param name="claimed">What was claimed.</param>
    /// <param name="delay">How long.</param>
    /// <param name="isRefusal">Whether the channel refused what was sent; then the attempt does not count against the turn itself.</param>
    /// <param name="reply">What is to be sent at the next try, as the channel writes it; null to compose it anew.</param>
    public async Task PostponeAsync(ClaimedDelivery claimed, TimeSpan delay, bool isRefusal, byte[]? reply, CancellationToken cancel)
    {
        var nextTryAt = await clock.ReadAsync(cancel) + (long)delay.TotalMilliseconds;
        await database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("""
            UPDATE inbox SET lease_owner = NULL, next_try_at = @nextTryAt, reply = @reply, refusals = refusals + @refused, attempts = attempts - @refused
            WHERE id = @Id AND lease_owner = @owner
            """, new { claimed.Id, owner, nextTryAt, reply = reply is null ? null : words.Protect(reply), refused = isRefusal ? 1 : 0 }), cancel);
    }

    /// <summary>Gives back what this process has claimed and not finished, as if it had never begun.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancel) =>
        await database.WriteAsync(Durability.Relaxed, connection =>
            connection.ExecuteAsync("UPDATE inbox SET lease_owner = NULL, attempts = attempts - 1 WHERE lease_owner = @owner", new { owner }), cancel);

    /// <summary>How many deliveries wait or are being worked on.</summary>
    public Task<long> CountOpenAsync(CancellationToken cancel) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox WHERE closed_at IS NULL"), cancel);

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    async Task<IReadOnlyList<ClaimedRow>> ClaimRowsAsync(IReadOnlyList<string> channels, int most, long now, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(Durability.Relaxed, async connection =>
            {
                await connection.ExecuteAsync("UPDATE inbox SET lease_owner = NULL WHERE lease_owner IS NOT NULL AND lease_until < @now", new { now });
                return (await connection.QueryAsync<ClaimedRow>($"""
                    WITH due AS (
                        SELECT id FROM inbox AS mine
                        WHERE closed_at IS NULL AND lease_owner IS NULL AND next_try_at <= @now AND channel {database.AnyOf("@channels")}
                            AND NOT EXISTS (
                                SELECT 1 FROM inbox AS other
                                WHERE other.conversation = mine.conversation AND other.closed_at IS NULL
                                  AND (other.id < mine.id OR other.lease_owner IS NOT NULL))
                        ORDER BY id LIMIT @most {database.SkipLocked})
                    UPDATE inbox SET lease_owner = @owner, lease_until = @until, attempts = attempts + 1
                    FROM due WHERE inbox.id = due.id
                    RETURNING inbox.id AS Id, payload AS Payload, reply AS Reply, accepted_at AS AcceptedAt, attempts AS Attempts, refusals AS Refusals
                    """, new { now, until = now + (long)LeaseTime.TotalMilliseconds, owner, channels, most })).ToList();
            }, cancel);
        }
        catch (StorageUnavailableException fault) when (fault.InnerException is DbException { SqlState: UniqueViolation or Deadlock })
        {
            // Two processes reached for the same conversation.
            return [];
        }
    }

    async Task CloseUnreadableAsync(long id, CancellationToken cancel)
    {
        Unreadable();
        await CloseAsync(id, Outcome.Unreadable, cancel);
    }

    async Task CloseAsync(long id, Outcome outcome, CancellationToken cancel)
    {
        var now = await clock.ReadAsync(cancel);
        await database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("""
            UPDATE inbox SET closed_at = @now, outcome = @outcome, payload = NULL, reply = NULL, lease_owner = NULL WHERE id = @id AND closed_at IS NULL
            """, new { id, now, outcome = outcome.ToString() }), cancel);
    }

    [LoggerMessage(Level = LogLevel.Error,
        Message = "A message that was accepted but not answered cannot be read any more: the encryption keys are not those that it was stored with.")]
    partial void Unreadable();

    sealed class ClaimedRow
    {
        public long Id { get; init; }

        public byte[]? Payload { get; init; }

        public byte[]? Reply { get; init; }

        public long AcceptedAt { get; init; }

        public long Attempts { get; init; }

        public long Refusals { get; init; }
    }
}
