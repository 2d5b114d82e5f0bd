using System.Threading.Channels;
using FocBot.Storage;

namespace FocBot.Channels;

/// <summary>A channel that acknowledges first and works after.</summary>
interface IDelivered
{
    /// <summary>Its name in the inbox.</summary>
    string Channel { get; }

    /// <summary>Answers what was delivered.</summary>
    Task Work(byte[] payload, CancellationToken cancel);

    /// <summary>Tells the person that their turn failed, with a reference that the log has too.</summary>
    Task Apologise(byte[] payload, string reference, CancellationToken cancel);
}

/// <summary>Works off deliveries behind their acknowledgement: each once, those of one conversation in order, after a restart too.</summary>
sealed partial class Deliveries(Inbox inbox, IServiceProvider services, ILogger<Deliveries> log) : BackgroundService
{
    const int Lanes = 32;

    // Made when the first delivery comes: who is never delivered to needs none.
    readonly Lazy<IDelivered[]> channels = new(() => [.. services.GetServices<IDelivered>()]);
    readonly Channel<Delivery>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<Delivery>())];

    /// <summary>Takes a delivery in; done once a restart can't lose it any more. False when it was seen before, and is not worked again.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="key">What makes the delivery itself.</param>
    /// <param name="conversation">What is worked in order.</param>
    /// <param name="payload">What is needed to answer it.</param>
    internal async Task<bool> Accept(string channel, string key, string conversation, byte[] payload)
    {
        // The conversation travels in the key, so that order holds after a restart as well.
        var delivery = new Delivery(channel, $"{conversation}\n{key}", payload);
        return await inbox.Accept(channel, delivery.Key, payload) && Queue(delivery);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (channel, key, payload) in inbox.Pending())
            Queue(new(channel, key, payload));

        await Task.WhenAll(lanes.Select(lane => WorkLane(lane.Reader, stoppingToken)));
    }

    bool Queue(Delivery delivery)
    {
        var conversation = delivery.Key[..delivery.Key.IndexOf('\n', StringComparison.Ordinal)];
        return lanes[(uint)string.GetHashCode(conversation, StringComparison.Ordinal) % Lanes].Writer.TryWrite(delivery);
    }

    async Task WorkLane(ChannelReader<Delivery> lane, CancellationToken cancel)
    {
        try
        {
            await foreach (var delivery in lane.ReadAllAsync(cancel))
            {
                // A channel that this version lacks leaves its deliveries where they are.
                if (Array.Find(channels.Value, c => c.Channel == delivery.Channel) is { } channel)
                    await Work(delivery, channel, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What is not done is worked at the next start.
        }
    }

    async Task Work(Delivery delivery, IDelivered channel, CancellationToken cancel)
    {
        try
        {
            await channel.Work(delivery.Payload, cancel);
        }
#pragma warning disable CA1031 // The one broad catch: a failing turn is told to its person and to the log, and stops nothing else.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            TurnFailed(delivery.Channel, reference, fault.GetType().Name, fault.StackTrace);
            try
            {
                await channel.Apologise(delivery.Payload, reference, cancel);
            }
            catch (Exception again) when (!cancel.IsCancellationRequested)
            {
                ApologyFailed(delivery.Channel, reference, again.GetType().Name);
            }
        }
#pragma warning restore CA1031

        inbox.Done(delivery.Channel, delivery.Key);
    }

    // The message of an exception may hold what a person typed: the log has its kind and place only.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a turn failed, reference {Reference}: {Fault}\n{Trace}")]
    partial void TurnFailed(string channel, string reference, string fault, string? trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel}: the apology of {Reference} could not be sent: {Fault}")]
    partial void ApologyFailed(string channel, string reference, string fault);

    readonly record struct Delivery(string Channel, string Key, byte[] Payload);
}
