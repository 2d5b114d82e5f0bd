using System.Data.Common;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Deliveries accepted but not yet answered: each is worked once, after a restart too.</summary>
/// <remarks>
/// A payload is encrypted, and deleted as soon as it is answered; the key stays for a day, against repeats.
/// What comes at the same time is written in one transaction.
/// </remarks>
sealed class Inbox : IAsyncDisposable
{
    const int MostTogether = 256;

    static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    static readonly TimeSpan Swept = TimeSpan.FromMinutes(10);

    readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    readonly Database database;
    readonly Lazy<IDataProtector> protector;
    readonly TimeProvider time;
    readonly Task writing;
    DateTimeOffset swept;

    public Inbox(Database database, Lazy<IDataProtectionProvider> protection, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        protector = new(() => protection.Value.CreateProtector("FocBot.Inbox"));
        database.Keeps("CREATE TABLE IF NOT EXISTS inbox (channel TEXT NOT NULL, delivery TEXT NOT NULL, accepted BIGINT NOT NULL, payload BLOB, PRIMARY KEY (channel, delivery)) WITHOUT ROWID");
        writing = Task.Run(Write);
    }

    /// <summary>Takes a delivery in; done once it is written. False when it was seen before.</summary>
    internal Task<bool> Accept(string channel, string delivery, byte[] payload)
    {
        var entry = new Entry(channel, delivery, protector.Value.Protect(payload));
        return entries.Writer.TryWrite(entry) ? entry.Written.Task : Task.FromException<bool>(new InvalidOperationException("The inbox is closed."));
    }

    /// <summary>The delivery is answered: its words go, its key stays.</summary>
    internal void Done(string channel, string delivery) => entries.Writer.TryWrite(new(channel, delivery, null));

    /// <summary>What was accepted but not answered, oldest first: to be worked at start.</summary>
    internal IReadOnlyList<(string Channel, string Delivery, byte[] Payload)> Pending() => !database.Exists ? []
        : [.. database.Query("SELECT channel, delivery, payload FROM inbox WHERE payload IS NOT NULL ORDER BY accepted", row => (row.GetString(0), row.GetString(1), protector.Value.Unprotect(row.GetFieldValue<byte[]>(2))))];

    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing;
    }

    async Task Write()
    {
        while (await entries.Reader.WaitToReadAsync())
        {
            var together = new List<Entry>();
            while (together.Count < MostTogether && entries.Reader.TryRead(out var entry))
                together.Add(entry);
            try
            {
                var written = database.Together(() => together.ConvertAll(Write));
                foreach (var (entry, isNew) in together.Zip(written))
                    entry.Written.TrySetResult(isNew);
            }
            catch (DbException fault)
            {
                // Whoever delivered is told, and delivers again.
                together.ForEach(entry => entry.Written.TrySetException(fault));
            }
        }
    }

    bool Write(Entry entry)
    {
        if (entry.Payload is null)
            return database.Execute("UPDATE inbox SET payload = NULL WHERE channel = @p0 AND delivery = @p1", entry.Channel, entry.Delivery) == 1;
        var now = time.GetUtcNow();
        if (now - swept > Swept)
        {
            swept = now;
            database.Execute("DELETE FROM inbox WHERE accepted < @p0 AND payload IS NULL", (now - Remembered).ToUnixTimeSeconds());
        }

        return database.Execute("INSERT INTO inbox (channel, delivery, accepted, payload) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING",
            entry.Channel, entry.Delivery, now.ToUnixTimeSeconds(), entry.Payload) == 1;
    }

    /// <param name="Payload">Encrypted; null where the delivery is done.</param>
    sealed record Entry(string Channel, string Delivery, byte[]? Payload)
    {
        internal TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
