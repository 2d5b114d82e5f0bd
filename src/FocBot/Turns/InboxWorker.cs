using System.Collections.Concurrent;
using FocBot.Storage;

namespace FocBot.Turns;

/// <summary>Answers deliveries behind their acknowledgement: those of one conversation in order, all others side by side, whichever process accepted
/// them.</summary>
sealed partial class InboxWorker(Inbox inbox, ExpiredRows expired, DeliveryTurn turn,
    IEnumerable<IInboxHandler> handlers, TimeProvider time, ILogger<InboxWorker> log)
    : BackgroundService
{
    const int MostTurns = 100, LargestClaim = 32;

    /// <summary>How often is looked for what another process accepted, or what is due again.</summary>
    internal static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>How long what is being answered may take once the program is to end.</summary>
    internal static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(15);

    static readonly TimeSpan RenewInterval = Inbox.LeaseTime / 3, SweepInterval = TimeSpan.FromHours(1),
        FaultInterval = TimeSpan.FromSeconds(2), CancelInterval = TimeSpan.FromMilliseconds(20);

    readonly string[] channels = [.. handlers.Select(handler => handler.Channel)];
    readonly ConcurrentDictionary<long, ClaimedDelivery> running = new();
    readonly CancellationTokenSource turnsEnd = new();
    volatile TaskCompletionSource wake = NewSignal();
    long? renewed, swept;

    public override void Dispose()
    {
        turnsEnd.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        inbox.Accepted += (_, _) => wake.TrySetResult();
        while (!stoppingToken.IsCancellationRequested)
        {
            wake = NewSignal();
            var wait = PollInterval;
            try
            {
                await MaintainAsync(stoppingToken);
                await ClaimAsync(stoppingToken);
            }
            catch (StorageUnavailableException fault)
            {
                Unavailable(fault.Message);
                wait = FaultInterval;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            await WaitAsync(wake.Task, wait, stoppingToken);
        }

        await DrainAsync();
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    async Task ClaimAsync(CancellationToken cancel)
    {
        while (MostTurns - running.Count is > 0 and var free)
        {
            var claimed = await inbox.ClaimAsync(channels, Math.Min(free, LargestClaim), cancel);
            foreach (var one in claimed)
            {
                running[one.Id] = one;
                _ = AnswerAsync(one);
            }

            if (claimed.Count < LargestClaim)
                return;
        }
    }

    async Task AnswerAsync(ClaimedDelivery claimed)
    {
        try
        {
            var handler = handlers.First(handler => handler.Channel == claimed.Delivery.Channel);
            var decision = await turn.RunAsync(claimed, handler, turnsEnd.Token);
            TurnTelemetry.CountDelivery(claimed.Delivery.Channel, decision);
            await RecordAsync(claimed, decision);
        }
        finally
        {
            running.TryRemove(claimed.Id, out _);
            wake.TrySetResult();
        }
    }

    // An answer that was sent must be noted: until then it stays claimed.
    async Task RecordAsync(ClaimedDelivery claimed, TurnDecision? decision)
    {
        while (true)
        {
            try
            {
                if (decision is { Outcome: { } outcome })
                    await inbox.CloseAsync(claimed, outcome, CancellationToken.None);
                else if (decision is not null)
                    await inbox.PostponeAsync(claimed, decision.Delay, decision.IsRefusal, decision.Reply, CancellationToken.None);
                return;
            }
            catch (StorageUnavailableException fault)
            {
                Unavailable(fault.Message);
                if (turnsEnd.IsCancellationRequested)
                    return;
            }

            await WaitAsync(Task.Delay(FaultInterval, time, turnsEnd.Token), Timeout.InfiniteTimeSpan, CancellationToken.None);
        }
    }

    async Task MaintainAsync(CancellationToken cancel)
    {
        if (!running.IsEmpty && IsDue(ref renewed, RenewInterval))
            await inbox.RenewLeasesAsync([.. running.Keys], cancel);
        if (IsDue(ref swept, SweepInterval))
            await expired.DeleteAsync(cancel);
    }

    bool IsDue(ref long? last, TimeSpan interval)
    {
        if (last is { } at && time.GetElapsedTime(at) < interval)
            return false;
        last = time.GetTimestamp();
        return true;
    }

    // Nothing new is taken; what is being sent is finished, what takes too long is given back.
    async Task DrainAsync()
    {
        var began = time.GetTimestamp();
        while (!running.IsEmpty && time.GetElapsedTime(began) < DrainTime)
        {
            wake = NewSignal();
            try
            {
                await MaintainAsync(CancellationToken.None);
            }
            catch (StorageUnavailableException fault)
            {
                Unavailable(fault.Message);
            }

            if (!running.IsEmpty)
                await WaitAsync(wake.Task, PollInterval, CancellationToken.None);
        }

        await turnsEnd.CancelAsync();
        for (var waits = 0; !running.IsEmpty && waits < MostTurns; waits++)
            await WaitAsync(Task.Delay(CancelInterval, time), Timeout.InfiniteTimeSpan, CancellationToken.None);
        try
        {
            await inbox.ReleaseAllAsync(CancellationToken.None);
        }
        catch (StorageUnavailableException fault)
        {
            Unavailable(fault.Message);
        }
    }

    async Task WaitAsync(Task task, TimeSpan longest, CancellationToken cancel) =>
        await task.WaitAsync(longest, time, cancel).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox can't be worked on: {Reason}")]
    partial void Unavailable(string reason);
}
