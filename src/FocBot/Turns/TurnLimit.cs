namespace FocBot.Turns;

/// <summary>Bounds the time of what answers a person, even where it never looks at its cancellation token.</summary>
/// <remarks>A thread cannot be ended from outside. Where the work goes on after its time, the program ends itself in order, and its supervisor starts it
/// anew.</remarks>
sealed partial class TurnLimit(TimeProvider time, IHostApplicationLifetime lifetime, ILogger<TurnLimit> log)
{
    /// <summary>How long composing one answer may take.</summary>
    internal static readonly TimeSpan Compose = TimeSpan.FromSeconds(10);

    /// <summary>How long a whole delivery may take: composing, sending.</summary>
    internal static readonly TimeSpan Delivery = TimeSpan.FromSeconds(90);

    /// <summary>How long work may go on after it was told to stop; a busy machine lets many questions wait for the sentence encoder.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Says to the supervisor that the end was not wanted.</summary>
    internal const int EndedByLimit = 70;

    /// <summary>Runs work of its own thread.</summary>
    /// <exception cref="TurnTooLongException">It took longer than the limit.</exception>
    internal async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan limit, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var token = stop.Token;
        var running = Task.Run(() => work(token), CancellationToken.None);
        try
        {
            // Without the token: what is cancelled still says how it ended, for example that a reply was sent.
            return await running.WaitAsync(limit, time, CancellationToken.None);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            await stop.CancelAsync();
#pragma warning disable CA2025 // Its token stays cancelled after the source is disposed of.
            _ = EndUnlessCompletedAsync(running);
#pragma warning restore CA2025
            throw new TurnTooLongException();
        }
    }

    async Task EndUnlessCompletedAsync(Task running)
    {
        await Task.WhenAny(running, Task.Delay(Grace, time));
        if (running.IsCompleted || lifetime.ApplicationStopping.IsCancellationRequested)
            return;
        Runaway(Grace.TotalSeconds);
        Environment.ExitCode = EndedByLimit;
        lifetime.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "A turn went on for {Seconds} s after it was told to stop. The program ends, to be started again; please report this.")]
    partial void Runaway(double seconds);
}

/// <summary>A turn took longer than it may.</summary>
sealed class TurnTooLongException : Exception;
