using FocBot.Storage;

namespace FocBot.Turns;

/// <summary>How a delivery goes on after a turn: closed with an outcome, or tried again after a delay.</summary>
/// <param name="Outcome">Null to try again.</param>
/// <param name="Delay">Until the next try.</param>
/// <param name="IsRefusal">Whether the channel refused; then the turn itself did nothing wrong.</param>
/// <param name="Reply">What to send at the next try; null to compose it anew.</param>
sealed record TurnDecision(Outcome? Outcome, TimeSpan Delay = default, bool IsRefusal = false, byte[]? Reply = null);

/// <summary>Runs one turn of a claimed delivery, and decides how the delivery goes on.</summary>
sealed partial class DeliveryTurn(TurnLimit limit, ILogger<DeliveryTurn> log)
{
    /// <summary>How often a turn is begun that ends the process, takes too long, or whose reply is not confirmed.</summary>
    internal const int MostAttempts = 3;

    // Telling a person about it may end the process too.
    const int MostApologies = 3;

    internal static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromMinutes(15), Lifetime = TimeSpan.FromDays(1);

    /// <summary>Null where the program ends before the turn does.</summary>
    internal async Task<TurnDecision?> RunAsync(ClaimedDelivery claimed, IInboxHandler handler, CancellationToken cancel)
    {
        if (claimed.Attempts > MostAttempts)
            return await SetAsideAsync(claimed, handler, cancel);
        return await DecideAsync(claimed, async () =>
        {
            try
            {
                await BoundAsync(token => handler.HandleAsync(claimed.Delivery, token), cancel);
                return new(Outcome.Answered);
            }
            catch (TurnTooLongException)
            {
                TookTooLong(claimed.Delivery.Channel, claimed.Attempts);
                return claimed.Attempts < MostAttempts ? new(null, DelayAfter(claimed.Attempts)) : await SetAsideAsync(claimed, handler, cancel);
            }
#pragma warning disable CA1031 // The one broad catch: a failing turn is told to its person and to the log, and stops nothing else.
            catch (Exception fault) when (fault is not (ReplyRefusedException or ReplyUncertainException or StorageUnavailableException)
                && !cancel.IsCancellationRequested)
            {
                var reference = NewReference();
                // The message of an exception may hold what a person typed: the log has its kind and place only.
                TurnFailed(claimed.Delivery.Channel, reference, fault.GetType().Name, fault.StackTrace);
                await BoundAsync(token => handler.ApologizeAsync(claimed.Delivery, reference, token), cancel);
                return new(Outcome.Failed);
            }
#pragma warning restore CA1031
        }, cancel);
    }

    static string NewReference() => Guid.NewGuid().ToString("N")[..8];

    /// <summary>1 s, 2 s, 4 s, up to a quarter of an hour.</summary>
    internal static TimeSpan DelayAfter(int tries)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(tries, 20));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    async Task<TurnDecision?> SetAsideAsync(ClaimedDelivery claimed, IInboxHandler handler, CancellationToken cancel)
    {
        var reference = NewReference();
        SetAside(claimed.Delivery.Channel, MostAttempts, reference);
        if (claimed.Attempts > MostAttempts + MostApologies)
            return new(Outcome.SetAside);
        return await DecideAsync(claimed, async () =>
        {
            await BoundAsync(token => handler.ApologizeAsync(claimed.Delivery, reference, token), cancel);
            return new(Outcome.SetAside);
        }, cancel);
    }

    async Task<TurnDecision?> DecideAsync(ClaimedDelivery claimed, Func<Task<TurnDecision?>> send, CancellationToken cancel)
    {
        try
        {
            return await send();
        }
        catch (ReplyRefusedException refused)
        {
            return AfterRefusal(claimed, refused);
        }
        catch (ReplyUncertainException uncertain)
        {
            var isLast = claimed.Attempts >= MostAttempts;
            Uncertain(claimed.Delivery.Channel, uncertain.Message, isLast ? "it is not sent again" : "it is sent again");
            return isLast ? new(Outcome.Uncertain) : new(null, DelayAfter(claimed.Attempts), Reply: uncertain.Reply ?? claimed.Delivery.Reply);
        }
        catch (StorageUnavailableException unavailable)
        {
            StorageUnavailable(claimed.Delivery.Channel, unavailable.Message);
            return new(null, DelayAfter(claimed.Refusals), IsRefusal: true);
        }
#pragma warning disable CA1031 // An apology that fails is tried again like the turn.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            ApologyFailed(claimed.Delivery.Channel, fault.GetType().Name);
            return new(null, DelayAfter(claimed.Attempts));
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            return null;
        }
#pragma warning restore CA1031
    }

    TurnDecision AfterRefusal(ClaimedDelivery claimed, ReplyRefusedException refused)
    {
        if (refused.IsPermanent)
        {
            RefusedForGood(claimed.Delivery.Channel, refused.Message);
            return new(Outcome.Refused);
        }

        if (claimed.Age >= Lifetime)
        {
            GivenUp(claimed.Delivery.Channel, refused.Message);
            return new(Outcome.GivenUp);
        }

        var delay = refused.RetryAfter is not { } wanted ? DelayAfter(claimed.Refusals)
            : wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted < LongestDelay ? wanted : LongestDelay;
        Refused(claimed.Delivery.Channel, refused.Message, delay.TotalSeconds);
        return new(null, delay, IsRefusal: true, refused.Reply ?? claimed.Delivery.Reply);
    }

    async Task BoundAsync(Func<CancellationToken, Task> work, CancellationToken cancel) => await limit.RunAsync(async token =>
    {
        await work(token);
        return true;
    }, TurnLimit.Delivery, cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a turn failed, reference {Reference}: {Fault}\n{Trace}")]
    partial void TurnFailed(string channel, string reference, string fault, string? trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel}: the person whose turn failed could not be told: {Fault}")]
    partial void ApologyFailed(string channel, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a turn waits for the storage: {Reason}")]
    partial void StorageUnavailable(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a turn took too long (attempt {Attempt})")]
    partial void TookTooLong(string channel, int attempt);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Channel}: a message is set aside: {Attempts} times it ended the process or took too long; reference {Reference}")]
    partial void SetAside(string channel, int attempts, string reference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel}: a reply was not taken: {Reason}; again in {Seconds:F0} s")]
    partial void Refused(string channel, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a reply was not taken and is not sent again: {Reason}")]
    partial void RefusedForGood(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: a reply was not taken for a day and is given up: {Reason}")]
    partial void GivenUp(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel}: a reply was sent, but the channel did not confirm it ({Fault}); {Next}")]
    partial void Uncertain(string channel, string fault, string next);
}
