using System.Threading.Channels;
using FocBot.Storage;

namespace FocBot.Turns;

/// <summary>A channel that acknowledges first and works after.</summary>
interface IInboxHandler
{
    /// <summary>Its name in the inbox.</summary>
    string Channel { get; }

    /// <summary>Answers what was delivered.</summary>
    Task HandleAsync(Delivery delivery, CancellationToken cancel);

    /// <summary>Tells the person that their turn failed, with a reference that the log has too.</summary>
    Task ApologizeAsync(Delivery delivery, string reference, CancellationToken cancel);
}

/// <summary>Works off deliveries behind their acknowledgement: each once, those of one conversation in order, after a restart too.</summary>
sealed partial class InboxWorker(Inbox inbox, IServiceProvider services, ILogger<InboxWorker> log) : BackgroundService
{
    const int Lanes = 32;

    // Made when the first delivery comes: who is never delivered to needs none.
    readonly Lazy<IInboxHandler[]> channels = new(() => [.. services.GetServices<IInboxHandler>()]);
    readonly Channel<Delivery>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<Delivery>())];

    /// <summary>Takes a delivery in; done once a restart can't lose it any more. What was seen before is not worked again.</summary>
    internal Task Accept(Delivery delivery) => inbox.Accept(delivery, Queue);

    /// <summary>What was left over stands in line before anything new can come.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var delivery in inbox.Pending())
            Queue(delivery);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(lanes.Select(lane => WorkLane(lane.Reader, stoppingToken)));

    void Queue(Delivery delivery) =>
        lanes[(uint)string.GetHashCode(delivery.Conversation, StringComparison.Ordinal) % Lanes].Writer.TryWrite(delivery);

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

    async Task Work(Delivery delivery, IInboxHandler channel, CancellationToken cancel)
    {
        try
        {
            await channel.HandleAsync(delivery, cancel);
        }
#pragma warning disable CA1031 // The one broad catch: a failing turn is told to its person and to the log, and stops nothing else.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            TurnFailed(delivery.Channel, reference, fault.GetType().Name, fault.StackTrace);
            try
            {
                await channel.ApologizeAsync(delivery, reference, cancel);
            }
            catch (Exception again) when (!cancel.IsCancellationRequested)
            {
                ApologyFailed(delivery.Channel, reference, again.GetType().Name);
            }
        }
#pragma warning restore CA1031

        inbox.Done(delivery);
    }

    // The message of an exception may hold what a person typed: the log has its kind and place only.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a turn failed, reference {Reference}: {Fault}\n{Trace}")]
    partial void TurnFailed(string channel, string reference, string fault, string? trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel}: the apology of {Reference} could not be sent: {Fault}")]
    partial void ApologyFailed(string channel, string reference, string fault);
}
