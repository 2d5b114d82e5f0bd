using System.Security.Cryptography;
using System.Threading.Channels;
using FocBot.Turns;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>InboxWorker accepted but not yet answered: each is worked once, after a restart too.</summary>
/// <remarks>
/// A delivery is encrypted, and deleted as soon as it is answered; its key stays for a day, against repeats.
/// What comes at the same time is written in one transaction.
/// </remarks>
sealed partial class Inbox : IAsyncDisposable
{
    const int MostTogether = 256;

    static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    // Nobody waits that long: by then its keys are gone for good.
    static readonly TimeSpan Hopeless = TimeSpan.FromDays(7);

    static readonly TimeSpan Swept = TimeSpan.FromHours(1);

    readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    readonly Database database;
    readonly Lazy<IDataProtector> protector;
    readonly Lazy<Envelope> envelope;
    readonly TimeProvider time;
    readonly ILogger log;
    readonly Task writing;
    List<Entry> unwritten = [];
    DateTimeOffset swept;
    long? accepted;

    public Inbox(Database database, Lazy<IDataProtectionProvider> protection, TimeProvider time, ILogger<Inbox> log)
    {
        (this.database, this.time, this.log) = (database, time, log);
        // A fault in reaching the keys passes: nothing of it may be kept.
        protector = new(() => protection.Value.CreateProtector("FocBot.Inbox"), LazyThreadSafetyMode.PublicationOnly);
        envelope = new(() => new(protector.Value), LazyThreadSafetyMode.PublicationOnly);
        database.Keeps("DROP TABLE IF EXISTS inbox");
        // Not WITHOUT ROWID: so deliveries lie one behind the other, and only their keys all over the file.
        database.Keeps("CREATE TABLE IF NOT EXISTS deliveries (delivery BLOB NOT NULL PRIMARY KEY, accepted BIGINT NOT NULL, words BLOB)");
        writing = Task.Run(Write);
    }

    /// <summary>Takes a delivery in; done once it is written. False when it was seen before.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="then">What to do once it is written, if it is new: one after the other, in the order of writing.</param>
    internal Task<bool> Accept(Delivery delivery, Action<Delivery> then)
    {
        var entry = new Entry(delivery.Key(), envelope.Value.Seal(delivery.ToBytes()), () => then(delivery));
        return entries.Writer.TryWrite(entry) ? entry.Written.Task : Task.FromException<bool>(new InvalidOperationException("The inbox is closed."));
    }

    /// <summary>The delivery is answered: its words go, its key stays.</summary>
    internal void Done(Delivery delivery) => entries.Writer.TryWrite(new(delivery.Key(), null, null));

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
            return Delivery.FromBytes(Envelope.Open(words, protector.Value));
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
            var together = unwritten;
            unwritten = [];
            // However much is still unwritten: whoever waits is heard.
            for (var taken = 0; taken < MostTogether && entries.Reader.TryRead(out var entry); taken++)
                together.Add(entry);
            try
            {
                var written = database.Together(() => together.ConvertAll(Write));
                foreach (var (entry, isNew) in together.Zip(written))
                {
                    if (isNew)
                        entry.Then?.Invoke();
                    entry.Written.TrySetResult(isNew);
                }
            }
#pragma warning disable CA1031 // Whoever delivered is told, and delivers again; what is done is noted with the next.
            catch (Exception fault)
            {
                together.ForEach(entry => entry.Written.TrySetException(fault));
                unwritten = together.FindAll(entry => entry.Words is null);
            }
#pragma warning restore CA1031
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
            database.Execute("DELETE FROM deliveries WHERE accepted < @p0 AND (words IS NULL OR accepted < @p1)", (now - Remembered).UtcTicks, (now - Hopeless).UtcTicks);
        }

        // Two of the same moment keep their order, and so do those before and after a clock was set back.
        accepted = Math.Max(now.UtcTicks, 1 + (accepted ?? database.Query("SELECT COALESCE(MAX(accepted), 0) FROM deliveries", row => row.GetInt64(0))[0]));
        return database.Execute("INSERT INTO deliveries (delivery, accepted, words) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING", entry.Key, accepted.Value, entry.Words) == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message that was accepted but not answered can't be read any more: the keys in the folder keys/ beside the database are not those that it was kept with.")]
    partial void Unreadable();

    /// <param name="Key">The delivery's.</param>
    /// <param name="Words">The delivery, encrypted; null where it is done.</param>
    /// <param name="Then">What to do once it is written, if it is new.</param>
    sealed record Entry(byte[] Key, byte[]? Words, Action? Then)
    {
        internal TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
