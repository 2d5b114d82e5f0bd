using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FocBot.Benchmarks;

/// <summary>What goes wrong on the channel's side.</summary>
enum ChannelFault
{
    None,
    Down,
    Status500,
    Status503,
    RetryAfter,
    Hangs,
    AnswersLate,
    CourtesiesFail,
}

/// <summary>Stands in for Teams' connector and Slack's Web API at once, and counts what it takes by what it answers.</summary>
sealed class FaultyChannel : IAsyncDisposable
{
    static readonly TimeSpan Late = TimeSpan.FromSeconds(16);

    readonly int port;
    WebApplication? app;

    FaultyChannel(int port) => this.port = port;

    internal string Address => $"http://127.0.0.1:{port}";

    /// <summary>How often each answer was taken.</summary>
    internal ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

    internal int Apologies { get; private set; }

    /// <summary>How many calls were left hanging.</summary>
    internal int Hanging { get; private set; }

    internal ChannelFault Fault { get; private set; }

    internal static async Task<FaultyChannel> Start()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var channel = new FaultyChannel(((IPEndPoint)free.LocalEndpoint).Port);
        free.Stop();
        await channel.Listen();
        return channel;
    }

    internal async Task Set(ChannelFault fault)
    {
        (var before, Fault) = (Fault, fault);
        if (fault == ChannelFault.Down)
            await DisposeAsync();
        else if (before == ChannelFault.Down)
            await Listen();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        app = builder.Build();
        app.Run(Answer);
        await app.StartAsync();
    }

    async Task Answer(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var isCourtesy = context.Request.Path.Value!.Contains("assistant.", StringComparison.Ordinal) || body.Contains("\"typing\"", StringComparison.Ordinal);
        switch (Fault)
        {
            case ChannelFault.Status500:
                context.Response.StatusCode = 500;
                return;
            case ChannelFault.Status503:
                context.Response.StatusCode = 503;
                return;
            case ChannelFault.RetryAfter:
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "5");
                return;
            case ChannelFault.CourtesiesFail when isCourtesy:
                context.Response.StatusCode = 500;
                return;
            case ChannelFault.Hangs:
                // Nothing is taken, and nothing is said until the other side gives up.
                Hanging++;
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
        }

        if (!isCourtesy && KeyOf(context.Request.Path.Value, body) is { } key)
        {
            Taken.AddOrUpdate(key, 1, (_, count) => count + 1);
            if (body.Contains("something went wrong on my side", StringComparison.Ordinal))
                Apologies++;
        }

        if (Fault == ChannelFault.AnswersLate)
            await Task.Delay(Late);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"ok":true,"id":"1","ts":"1.2"}""");
    }

    // Teams: the activity replied to is last in the path. Slack: the channel is in the body.
    static string? KeyOf(string path, string body)
    {
        if (path.Contains("/activities/", StringComparison.Ordinal))
            return path[(path.LastIndexOf('/') + 1)..];
        var at = body.IndexOf("\"channel\":\"", StringComparison.Ordinal) + 11;
        return path.EndsWith("chat.postMessage", StringComparison.Ordinal) && at > 10 ? body[at..body.IndexOf('"', at)] : null;
    }
}
