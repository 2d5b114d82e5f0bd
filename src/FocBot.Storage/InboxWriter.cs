using System.Threading.Channels;
using Dapper;

namespace FocBot.Storage;

/// <summary>Writes deliveries that arrive at the same time in one transaction: a hundred of them wait for one write to the disk, not for a hundred.</summary>
sealed class InboxWriter : IAsyncDisposable
{
    const int LargestBatch = 256;

    readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    readonly IDatabase database;
    readonly Task writing;

    internal InboxWriter(IDatabase database)
    {
        this.database = database;
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Done once a power cut cannot lose it any more; false for a repeat.</summary>
    /// <exception cref="StorageUnavailableException">It was not written.</exception>
    internal Task<bool> WriteAsync(InboxRow row)
    {
        var entry = new Entry(row, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return entries.Writer.TryWrite(entry) ? entry.Written.Task : Task.FromException<bool>(new StorageUnavailableException("The program is stopping."));
    }

    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing;
    }

    async Task WriteAllAsync()
    {
        while (await entries.Reader.WaitToReadAsync())
        {
            var batch = new List<Entry>();
            while (batch.Count < LargestBatch && entries.Reader.TryRead(out var entry))
                batch.Add(entry);
            await WriteBatchAsync(batch);
        }
    }

    async Task WriteBatchAsync(List<Entry> batch)
    {
        try
        {
            var isNew = await database.WriteAsync(Durability.Full, async connection =>
            {
                var inserted = new List<bool>(batch.Count);
                foreach (var entry in batch)
                    inserted.Add(await connection.ExecuteAsync(Insert, entry.Row) == 1);
                return inserted;
            }, CancellationToken.None);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Written.TrySetResult(isNew[i]);
        }
#pragma warning disable CA1031 // Whoever delivered hears of it and delivers again; the next batch is tried as if nothing had been.
        catch (Exception fault)
        {
            batch.ForEach(entry => entry.Written.TrySetException(fault));
        }
#pragma warning restore CA1031
    }

    const string Insert = """
        INSERT INTO inbox (delivery, channel, conversation, payload, accepted_at) VALUES (@Delivery, @Channel, @Conversation, @Payload, @AcceptedAt)
        ON CONFLICT (delivery) DO NOTHING
        """;

    sealed record Entry(InboxRow Row, TaskCompletionSource<bool> Written);
}

/// <summary>A new row of the inbox.</summary>
sealed record InboxRow(byte[] Delivery, string Channel, byte[] Conversation, byte[] Payload, long AcceptedAt);
