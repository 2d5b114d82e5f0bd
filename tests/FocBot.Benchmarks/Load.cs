using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FocBot.Channels.Slack;
using FocBot.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Benchmarks;

/// <summary>The real server under load, Slack's or Teams' side stood in for on the same machine.</summary>
static class Load
{
    const string Secret = "s";

    static readonly string[] Questions = [.. QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl")).Select(q => q.Question).Where(q => q.Length < 300)];

    /// <summary>100 deliveries at once, ten times: how long until each is acknowledged; none may be lost or doubled.</summary>
    internal static async Task Slack()
    {
        await using var standIn = await StandIn.Start();
        await using var server = await Serve(["--Channels:Slack:BotToken=xoxb-1", $"--Channels:Slack:SigningSecret={Secret}", $"--Channels:Slack:ApiAddress={standIn.Address}/api/"]);
        using var client = new HttpClient { BaseAddress = new(AddressOf(server)) };
        await Deliver(client, 0);
        var times = new ConcurrentBag<double>();
        const int rounds = 10, atOnce = 100;
        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(1, atOnce).Select(async i =>
            {
                var start = Stopwatch.GetTimestamp();
                await Deliver(client, (round * atOnce) + i);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }));
        }

        await standIn.Until((rounds * atOnce) + 1);
        var sorted = times.Order().ToArray();
        Console.WriteLine($"slack: {sorted.Length} deliveries, {atOnce} at once: acknowledged p50 {sorted[sorted.Length / 2]:F1} ms, p99 {sorted[sorted.Length * 99 / 100]:F1} ms, slowest {sorted[^1]:F1} ms; answered {standIn.Conversations.Count}, doubled {standIn.Conversations.Values.Count(n => n > 1)}");
    }

    /// <summary>16 conversations for 15 s, distinct questions: answered turns a second, and what each costs.</summary>
    internal static async Task Teams()
    {
        await using var standIn = await StandIn.Start();
        await using var server = await Serve([]);
        using var client = new HttpClient { BaseAddress = new(AddressOf(server)) };
        var (sent, watch, before) = (0, Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async lane =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(15))
            {
                var n = Interlocked.Increment(ref sent);
                // Every turn is a conversation of its own: Teams' pace for one would be the limit.
                await Post(client, "/api/messages", $$$"""{"type":"message","id":"{{{n}}}","channelId":"msteams","serviceUrl":"{{{standIn.Address}}}","from":{"id":"u{{{lane}}}"},"recipient":{"id":"b"},"conversation":{"id":"c{{{n}}}","conversationType":"personal"},"text":{{{System.Text.Json.JsonSerializer.Serialize($"{Questions[n % Questions.Length]} {n}")}}}}""", "application/json");
                while (sent - standIn.Conversations.Count > 64)
                    await Task.Delay(1);
            }
        }));
        await standIn.Until(sent);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine($"teams: {sent / watch.Elapsed.TotalSeconds:F0} turns a second, {cpu.TotalMicroseconds / sent:F0} µs of CPU a turn (load and stand-in among it); {sent} sent, {standIn.Conversations.Count} answered, {standIn.Conversations.Values.Count(n => n > 1)} doubled");
    }

    static Task Deliver(HttpClient client, int n) => Post(client, "/slack/events",
        $$$"""{"type":"event_callback","team_id":"T","event_id":"E{{{n}}}","event":{"type":"message","channel_type":"im","user":"U","channel":"D{{{n}}}","ts":"{{{n}}}.1","text":{{{System.Text.Json.JsonSerializer.Serialize(Questions[n % Questions.Length])}}}}}""", "application/json");

    static async Task Post(HttpClient client, string path, string body, string type)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    static async Task<WebApplication> Serve(string[] settings)
    {
        var app = Server.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:FocBot=Error", $"--Storage:File={Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db")}", .. settings]);
        await app.StartAsync();
        return app;
    }

    static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Takes whatever is sent, and counts it by conversation.</summary>
    sealed class StandIn(WebApplication app) : IAsyncDisposable
    {
        internal ConcurrentDictionary<string, int> Conversations { get; } = [];

        internal string Address => AddressOf(app);

        internal static async Task<StandIn> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var standIn = new StandIn(builder.Build());
            await standIn.Map();
            return standIn;
        }

        internal async Task Until(int answered)
        {
            for (var i = 0; i < 3_000 && Conversations.Count < answered; i++)
                await Task.Delay(10);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        Task Map()
        {
            app.MapPost("/api/chat.postMessage", async (HttpContext context) =>
            {
                var message = (System.Text.Json.Nodes.JsonObject)(await System.Text.Json.Nodes.JsonNode.ParseAsync(context.Request.Body))!;
                Conversations.AddOrUpdate(message["channel"]!.GetValue<string>(), 1, (_, n) => n + 1);
                return Results.Text("{\"ok\":true}", "application/json");
            });
            app.MapPost("/v3/conversations/{conversation}/activities/{id}", async (string conversation, HttpContext context) =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                Conversations.AddOrUpdate(conversation, 1, (_, n) => n + 1);
                return Results.Text("{\"id\":\"1\"}", "application/json");
            });
            return app.StartAsync();
        }
    }
}
