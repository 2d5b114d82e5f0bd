using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Benchmarks;

/// <summary>
/// A Slack that drops connections, leaves them half-open, sends them away and refuses calls, at random from a seed.
/// What is not acknowledged in time is delivered again, as Slack does; some of what was acknowledged too.
/// </summary>
sealed partial class UnreliableSlack(int seed, TimeProvider time) : IAsyncDisposable
{
    static readonly TimeSpan AcknowledgeTime = TimeSpan.FromSeconds(3), MeanEvent = TimeSpan.FromSeconds(0.5),
        MeanFault = TimeSpan.FromSeconds(4), HalfOpenTime = TimeSpan.FromSeconds(45), FirstPause = TimeSpan.FromSeconds(0.5);

    const int MostDoublings = 5;

    readonly Random random = new(seed);
    readonly Lock randomTurn = new();
    readonly List<SlackConnection> connections = [];
    readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<int, Relay> relays = new();
    readonly List<Task> deliveries = [];
    WebApplication? app;
    int delivered, redelivered, envelopes;

    internal string Address { get; private set; } = "";

    /// <summary>How often an event was answered, by the event's channel.</summary>
    internal IReadOnlyDictionary<string, int> Answers => answers;

    internal int Delivered => delivered;

    internal int Lost => Enumerable.Range(1, delivered).Count(n => !answers.ContainsKey(ChannelOf(n)));

    internal int Doubled => answers.Values.Count(n => n > 1);

    internal string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{delivered} delivered, {redelivered} delivered again, {answers.Count} answered, {Doubled} doubled, {Lost} lost; "
            + $"{string.Join(", ", faults.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Value} {f.Key}"))}");

    internal async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.MapPost("/api/{method}", AnswerCallAsync);
        app.Map("/socket", AcceptAsync);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Delivers events and does harm for so long; then does no more harm, and waits until all is answered, or no longer than so.</summary>
    internal async Task RunAsync(TimeSpan duration, TimeSpan patience)
    {
        var began = time.GetTimestamp();
        var (nextEvent, nextFault) = (TimeSpan.Zero, MeanFault);
        while (time.GetElapsedTime(began) is var now && now < duration)
        {
            if (now >= nextEvent)
            {
                deliveries.Add(DeliverAsync(Interlocked.Increment(ref delivered)));
                nextEvent = now + Around(MeanEvent);
            }

            if (now >= nextFault)
            {
                Harm();
                nextFault = now + Around(MeanFault);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        }

        isKind = true;
        // What is not acknowledged or answered by then is lost.
        for (var left = time.GetTimestamp(); (Lost > 0 || !deliveries.TrueForAll(delivery => delivery.IsCompleted)) && time.GetElapsedTime(left) < patience;)
            await Task.Delay(TimeSpan.FromMilliseconds(200), time);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var relay in relays.Values)
            relay.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    volatile bool isKind;

    static string ChannelOf(int n) => string.Create(CultureInfo.InvariantCulture, $"D{n}");

    // Until it is acknowledged, on whichever connection is open; and now and then once more.
    async Task DeliverAsync(int n)
    {
        var isRepeated = Chance(0.1);
        for (var attempt = 0; !await TryDeliverAsync(n, attempt) || (isRepeated && attempt == 0); attempt++)
        {
            // Later from time to time: a server that is slow for a while must not get more and more to do.
            await Task.Delay(FirstPause * Math.Pow(2, Math.Min(attempt, MostDoublings)), time);
        }
    }

    async Task<bool> TryDeliverAsync(int n, int attempt)
    {
        if (Pick() is not { } connection)
            return false;

        if (attempt > 0)
            Interlocked.Increment(ref redelivered);
        var envelope = $"e{Interlocked.Increment(ref envelopes)}";
        var acknowledged = waiting[envelope] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await connection.SendAsync(new()
            {
                ["type"] = "events_api",
                ["envelope_id"] = envelope,
                ["payload"] = new JsonObject
                {
                    ["type"] = "event_callback",
                    ["team_id"] = "T1",
                    ["event_id"] = $"Ev{n}",
                    ["event"] = new JsonObject
                    {
                        ["type"] = "message",
                        ["channel_type"] = "im",
                        ["user"] = "U1",
                        ["channel"] = ChannelOf(n),
                        ["ts"] = $"{n}.1",
                        ["text"] = "encryption"
                    },
                },
            });
            await acknowledged.Task.WaitAsync(AcknowledgeTime, time);
            return true;
        }
        catch (Exception fault) when (fault is TimeoutException or WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            return false;
        }
        finally
        {
            waiting.TryRemove(envelope, out _);
        }
    }

    async Task AcceptAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new SlackConnection(socket, relays[context.Request.Host.Port!.Value]);
        await connection.SendAsync(new() { ["type"] = "hello", ["num_connections"] = 2 });
        lock (connections)
            connections.Add(connection);
        try
        {
            while (await connection.ReceiveAsync() is { } message)
            {
                if (message["envelope_id"]?.GetValue<string>() is { } envelope && waiting.TryGetValue(envelope, out var acknowledged))
                    acknowledged.TrySetResult();
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // Whichever side ended it.
        }

        lock (connections)
            connections.Remove(connection);
    }

    Relay OpenRelay()
    {
        var relay = new Relay(new Uri(Address).Port);
        return relays[relay.Port] = relay;
    }

    SlackConnection? Pick()
    {
        lock (connections)
            return connections.Count == 0 ? null : connections[Next(connections.Count)];
    }

    TimeSpan Around(TimeSpan mean)
    {
        lock (randomTurn)
            return mean * (0.2 + (1.6 * random.NextDouble()));
    }

    bool Chance(double probability)
    {
        lock (randomTurn)
            return random.NextDouble() < probability;
    }

    int Next(int most)
    {
        lock (randomTurn)
            return random.Next(most);
    }

    void Count(string fault) => faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
}
