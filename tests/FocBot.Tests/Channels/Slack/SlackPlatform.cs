using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Stands in for Slack at the network's edge: its Web API, its OAuth, its Socket Mode.</summary>
public sealed class SlackPlatform : IAsyncDisposable
{
    internal const string BotToken = "xoxb-the-bot", AppToken = "xapp-the-app";

    readonly WebApplication app;
    readonly Channel<Called> calls = Channel.CreateUnbounded<Called>();
    readonly Channel<WebSocket> sockets = Channel.CreateUnbounded<WebSocket>();

    int responsesToRefuse;

    SlackPlatform(WebApplication app) => this.app = app;

    /// <summary>A call that the bot made.</summary>
    internal sealed record Called(string Method, string? Authorization, JsonObject Arguments);

    internal string Address { get; private set; } = "";

    internal string[] Settings =>
        [$"--Channels:Slack:ApiAddress={Address}/api/", $"--Channels:Slack:BotToken={BotToken}", "--Channels:Slack:SigningSecret=the-signing-secret"];

    /// <summary>May answer a call before the stand-in does.</summary>
    internal Func<string, HttpContext, Task<bool>> Interrupt { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Answers the next calls of a method so many times.</summary>
    internal void Refuse(string method, JsonObject answer, int times = 1)
    {
        var left = times;
        Interrupt = async (called, context) =>
        {
            if (called != method || Interlocked.Decrement(ref left) < 0)
                return false;
            await context.Response.WriteAsJsonAsync(answer);
            return true;
        };
    }

    /// <summary>Takes none of the next responses to commands and buttons.</summary>
    internal void RefuseResponses(int times) => responsesToRefuse = times;

    /// <summary>Every call, also those that <see cref="Next"/> passes over.</summary>
    internal ConcurrentQueue<Called> All { get; } = [];

    internal int Refreshed { get; private set; }

    internal static async Task<SlackPlatform> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new SlackPlatform(builder.Build());
        standIn.Map();
        await standIn.app.StartAsync();
        standIn.Address = standIn.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return standIn;
    }

    /// <summary>The next call of that method.</summary>
    internal async Task<Called> Next(string method = "chat.postMessage")
    {
        using var late = Late();
        while (true)
        {
            var call = await calls.Reader.ReadAsync(late.Token);
            if (call.Method == method)
                return call;
        }
    }

    internal bool HasMore => calls.Reader.TryPeek(out _);

    /// <summary>The next connection by Socket Mode.</summary>
    internal async Task<WebSocket> NextSocket()
    {
        using var late = Late();
        return await sockets.Reader.ReadAsync(late.Token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static CancellationTokenSource Late()
    {
        var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(60));
        return late;
    }

    void Map()
    {
        app.UseWebSockets();
        app.MapPost("/api/{method}", async (string method, HttpContext context) =>
        {
            if (await Interrupt(method, context))
                return;
            var arguments = context.Request.HasFormContentType
                ? new JsonObject((await context.Request.ReadFormAsync()).Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value.ToString())))
                : (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
            var call = new Called(method, context.Request.Headers.Authorization.FirstOrDefault(), arguments);
            All.Enqueue(call);
            calls.Writer.TryWrite(call);
            await context.Response.WriteAsJsonAsync(Answer(method, arguments));
        });
        app.MapPost("/respond/{id}", async (HttpContext context) =>
        {
            if (Interlocked.Decrement(ref responsesToRefuse) >= 0)
            {
                context.Response.StatusCode = 503;
                return "busy";
            }

            calls.Writer.TryWrite(new("response_url", null, (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!));
            return "ok";
        });
        app.Map("/socket", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var done = new TaskCompletionSource();
            context.RequestAborted.Register(() => done.TrySetResult());
            sockets.Writer.TryWrite(socket);
            await done.Task;
        });
    }

    JsonObject Answer(string method, JsonObject arguments)
    {
        switch (method)
        {
            case "apps.connections.open":
                return new() { ["ok"] = true, ["url"] = Address.Replace("http", "ws", StringComparison.Ordinal) + "/socket" };
            case "oauth.v2.access" when arguments["grant_type"]?.GetValue<string>() == "refresh_token":
                Refreshed++;
                return new()
                {
                    ["ok"] = true,
                    ["access_token"] = $"xoxb-renewed-{Refreshed}",
                    ["refresh_token"] = "xoxe-2",
                    ["expires_in"] = 43_200,
                    ["team"] = new JsonObject { ["id"] = "T9" }
                };
            case "oauth.v2.access":
                return arguments["code"]?.GetValue<string>() == "good"
                    ? new()
                    {
                        ["ok"] = true,
                        ["access_token"] = "xoxb-installed",
                        ["refresh_token"] = "xoxe-1",
                        ["expires_in"] = 3_600,
                        ["team"] = new JsonObject { ["id"] = "T9" }
                    }
                    : new() { ["ok"] = false, ["error"] = "invalid_code" };
            default:
                return new() { ["ok"] = true, ["ts"] = "1.2" };
        }
    }
}
