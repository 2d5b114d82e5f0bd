using System.Data.Common;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Deliveries accepted but not yet answered: each is worked once, after a restart too.</summary>
/// <remarks>
/// A delivery is encrypted, and deleted as soon as it is answered; its key stays for a day, against repeats.
/// What comes at the same time is written in one transaction.
/// </remarks>
sealed partial class Inbox : IAsyncDisposable
{
    const int MostTogether = 256;

    static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    static readonly TimeSpan Swept = TimeSpan.FromHours(1);

    readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    readonly Database database;
    readonly Lazy<Envelope> envelope;
    readonly TimeProvider time;
    readonly ILogger log;
    readonly Task writing;
    DateTimeOffset swept;
    long accepted;

    public Inbox(Database database, Lazy<IDataProtectionProvider> protection, TimeProvider time, ILogger<Inbox> log)
    {
        (this.database, this.time, this.log) = (database, time, log);
        envelope = new(() => new(protection.Value.CreateProtector("FocBot.Inbox")));
        // Not WITHOUT ROWID: so deliveries lie one behind the other, and only their keys all over the file.
        database.Keeps("CREATE TABLE IF NOT EXISTS deliveries (delivery BLOB NOT NULL PRIMARY KEY, accepted BIGINT NOT NULL, words BLOB)");
        writing = Task.Run(Write);
    }

    /// <summary>Takes a delivery in; done once it is written. False when it was seen before.</summary>
    internal Task<bool> Accept(Delivery delivery)
    {
        var entry = new Entry(delivery.Key(), envelope.Value.Seal(delivery.ToBytes()));
        return entries.Writer.TryWrite(entry) ? entry.Written.Task : Task.FromException<bool>(new InvalidOperationException("The inbox is closed."));
    }

    /// <summary>The delivery is answered: its words go, its key stays.</summary>
    internal void Done(Delivery delivery) => entries.Writer.TryWrite(new(delivery.Key(), null));

    /// <summary>What was accepted but not answered, oldest first: to be worked at start.</summary>
    internal IReadOnlyList<Delivery> Pending() => !database.Exists ? []
        : [.. database.Query("SELECT words FROM deliveries WHERE words IS NOT NULL ORDER BY accepted", row => Opened(row.GetFieldValue<byte[]>(0))).OfType<Delivery>()];

    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing;
        if (envelope.IsValueCreated)
            envelope.Value.Dispose();
    }

    Delivery? Opened(byte[] words)
    {
        try
        {
            return Delivery.FromBytes(envelope.Value.Open(words));
        }
        catch (CryptographicException)
        {
            Unreadable();
            return null;
        }
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
        if (entry.Words is null)
            return database.Execute("UPDATE deliveries SET words = NULL WHERE delivery = @p0", entry.Key) == 1;
        var now = time.GetUtcNow();
        if (now - swept > Swept)
        {
            swept = now;
            database.Execute("DELETE FROM deliveries WHERE accepted < @p0 AND words IS NULL", (now - Remembered).UtcTicks);
        }

        // Two of the same moment keep their order.
        accepted = Math.Max(now.UtcTicks, accepted + 1);
        return database.Execute("INSERT INTO deliveries (delivery, accepted, words) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING", entry.Key, accepted, entry.Words) == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message that was accepted but not answered can't be read any more: the keys in the folder keys/ beside the database are not those that it was kept with.")]
    partial void Unreadable();

    /// <param name="Key">The delivery's.</param>
    /// <param name="Words">The delivery, encrypted; null where it is done.</param>
    sealed record Entry(byte[] Key, byte[]? Words)
    {
        internal TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
