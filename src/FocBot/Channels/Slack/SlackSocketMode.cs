using FocBot.Turns;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace FocBot.Channels.Slack;

/// <summary>Socket Mode: FocBot connects to Slack, so that Slack need not reach it. Two connections, each opened again whenever it ends.</summary>
sealed partial class SlackSocketMode(IServiceProvider services, TimeProvider time, ILogger<SlackSocketMode> log) : BackgroundService
{
    const int Connections = 2;

    /// <summary>A connection that ends sooner counts as failed: the next one waits longer.</summary>
    internal static readonly TimeSpan StableTime = TimeSpan.FromSeconds(30);

    static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromMinutes(1);

    ResiliencePipeline Reconnect => field ??= new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = ended => ValueTask.FromResult(ended.Outcome.Exception is not null && !ended.Context.CancellationToken.IsCancellationRequested),
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstDelay,
        MaxDelay = LongestDelay,
        DelayGenerator = ended => ValueTask.FromResult(PauseAfter(ended.Outcome.Exception)),
        OnRetry = ended =>
        {
            var refused = ended.Outcome.Exception as SlackException;
            Lost(refused?.Error ?? ended.Outcome.Exception?.GetType().Name ?? "", ended.RetryDelay.TotalSeconds, refused?.Advice ?? "");
            return ValueTask.CompletedTask;
        },
    }).Build();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => StayConnectedAsync(stoppingToken)));

    async Task StayConnectedAsync(CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
                await Reconnect.ExecuteAsync(async token => await ConnectAsync(token), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    // Returns after a connection that lasted, so that the delays begin anew; throws after any other.
    async Task ConnectAsync(CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        using var connection = ActivatorUtilities.CreateInstance<SlackSocketConnection>(services);
        try
        {
            var reason = await connection.RunAsync(cancel);
            throw new SlackException("Socket Mode", reason ?? "closed");
        }
#pragma warning disable CA1031 // However it ended: another is opened.
        catch (Exception) when (time.GetElapsedTime(began) >= StableTime && !cancel.IsCancellationRequested)
        {
            Ended();
        }
#pragma warning restore CA1031
    }

    // As long as Slack says; nothing but an administrator helps a wrong token or a switched off Socket Mode.
    static TimeSpan? PauseAfter(Exception? fault) => fault switch
    {
        ReplyRefusedException { RetryAfter: { } wanted } => wanted < LongestDelay ? wanted : LongestDelay,
        SlackException { Advice: not null } => LongestDelay,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "slack: no connection by Socket Mode ({Reason}); again in {Seconds:F0} s. {Advice}")]
    partial void Lost(string reason, double seconds, string advice);

    [LoggerMessage(Level = LogLevel.Debug, Message = "slack: a connection by Socket Mode ended; another is opened.")]
    partial void Ended();
}
