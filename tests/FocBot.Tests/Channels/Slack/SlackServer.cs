using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Channels.Slack;

/// <summary>The real server connected to Slack over HTTP, and Slack's side stood in for.</summary>
public class SlackServer : IAsyncLifetime
{
    internal const string Secret = "the-signing-secret";

    RunningServer? server;
    SlackSocket? socket;
    int count;

    /// <summary>Whether deliveries come by Socket Mode.</summary>
    protected virtual bool UsesSocketMode => false;

    internal CollectedLogs Logs { get; } = new();

    internal Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>The time of the server, and of Slack's signatures.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal string Storage => server!.Storage;

    /// <summary>May answer the bot's calls in place of the stand-in, from the very first.</summary>
    internal Func<string, HttpContext, Task<bool>>? Interrupt { get; init; }

    internal SlackPlatform Slack { get; private set; } = null!;

    internal HttpClient Client => server!.Client;

    internal string[] More { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        Slack = await SlackPlatform.Start();
        Slack.Interrupt = Interrupt ?? Slack.Interrupt;
        await Begin(new RunningServer().Storage);
        if (UsesSocketMode)
            socket = await SlackSocket.Accept(Slack);
    }

    internal async Task Restart()
    {
        var storage = server!.Storage;
        await server.DisposeAsync();
        await Begin(storage);
    }

    async Task Begin(string storage)
    {
        string[] socketMode = UsesSocketMode ? [$"--Channels:Slack:AppToken={SlackPlatform.AppToken}"] : [];
        server = new()
        {
            Settings = [.. Slack.Settings, .. socketMode, .. More],
            Storage = storage,
            Services = services =>
            {
                services.AddSingleton<ILoggerProvider>(Logs);
                services.AddSingleton(Time);
                Services(services);
            },
        };
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await server!.DisposeAsync();
        await Slack.DisposeAsync();
    }

    internal T Service<T>()
        where T : notnull => server!.Service<T>();

    /// <summary>An event as Slack delivers it; a message in a direct channel unless changed.</summary>
    internal JsonObject Event(string text, string type = "message", string channel = "D1", string? thread = null)
    {
        var n = Interlocked.Increment(ref count);
        var said = new JsonObject
        {
            ["type"] = type,
            ["user"] = "U1",
            ["text"] = text,
            ["channel"] = channel,
            ["ts"] = string.Create(CultureInfo.InvariantCulture, $"17000{n:D5}.000100"),
        };
        if (type == "message")
            said["channel_type"] = channel.StartsWith('D') ? "im" : "channel";
        if (thread is not null)
            said["thread_ts"] = thread;
        return new()
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = $"Ev{n}",
            ["event"] = said,
            ["authorizations"] = new JsonArray(new JsonObject { ["user_id"] = "UBOT", ["is_bot"] = true })
        };
    }

    /// <summary>Delivers, and returns the body of the acknowledgement; null for an empty one.</summary>
    internal async Task<JsonObject?> Send(string kind, JsonObject payload)
    {
        if (socket is not null)
            return await socket.Deliver(kind, payload);
        var (path, body, type) = kind switch
        {
            SlackEnvelope.Events => ("/slack/events", payload.ToJsonString(), "application/json"),
            SlackEnvelope.Commands =>
                ("/slack/commands", string.Join('&', payload.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value!.GetValue<string>())}")), Form),
            _ => ("/slack/interactivity", $"payload={Uri.EscapeDataString(payload.ToJsonString())}", Form),
        };
        var response = await Post(path, body, type);
        Assert.Equal(200, (int)response.StatusCode);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.Length == 0 ? null : (JsonObject)JsonNode.Parse(answer)!;
    }

    const string Form = "application/x-www-form-urlencoded";

    /// <summary>A slash command as Slack delivers it.</summary>
    internal JsonObject Typed(string text, string user = "U1", string channel = "C1") => new()
    {
        ["command"] = "/foc",
        ["text"] = text,
        ["team_id"] = "T1",
        ["channel_id"] = channel,
        ["user_id"] = user,
        ["trigger_id"] = Guid.NewGuid().ToString(),
        ["response_url"] = Slack.Address + "/respond/1",
    };

    /// <summary>A button pressed, as Slack delivers it: in a message of channel C5 unless changed.</summary>
    internal JsonObject Pressed(string value, string id, string channel = "C5", bool isEphemeral = false) => new()
    {
        ["type"] = "block_actions",
        ["trigger_id"] = Guid.NewGuid().ToString(),
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1" },
        ["channel"] = new JsonObject { ["id"] = channel },
        ["container"] = new JsonObject { ["type"] = "message", ["is_ephemeral"] = isEphemeral },
        ["message"] = isEphemeral ? null : new JsonObject { ["ts"] = "1.5" },
        ["response_url"] = Slack.Address + "/respond/2",
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = id, ["value"] = value, ["action_ts"] = "2.1" }),
    };

    /// <summary>Delivers an event and returns what the bot posts for it.</summary>
    internal async Task<JsonObject> Answer(JsonObject delivery)
    {
        await Send(SlackEnvelope.Events, delivery);
        return (await Slack.Next()).Arguments;
    }

    /// <summary>Nothing that was delivered before is answered: what is asked now is answered next.</summary>
    internal async Task NothingElse()
    {
        var last = Event($"encryption {Guid.NewGuid():N}", channel: $"D{Guid.NewGuid():N}");
        var next = await Answer(last);
        Assert.Equal(last["event"]!["channel"]!.GetValue<string>(), next["channel"]!.GetValue<string>());
        Assert.False(Slack.HasMore);
    }

    /// <summary>All buttons of a message or view, by their labels.</summary>
    internal static Dictionary<string, JsonObject> Buttons(JsonNode message) => message["blocks"]!.AsArray()
        .Where(b => b!["type"]!.GetValue<string>() == "actions").SelectMany(b => b!["elements"]!.AsArray())
        .GroupBy(e => e!["text"]!["text"]!.GetValue<string>()).ToDictionary(g => g.Key, g => (JsonObject)g.First()!);

    internal Task<HttpResponseMessage> Deliver(JsonObject delivery) => Post("/slack/events", delivery.ToJsonString(), "application/json");

    internal Task<HttpResponseMessage> Interact(JsonObject payload) =>
        Post("/slack/interactivity", $"payload={Uri.EscapeDataString(payload.ToJsonString())}", "application/x-www-form-urlencoded");

    internal Task<HttpResponseMessage> Command(string text) =>
        Post("/slack/commands", $"command=%2Ffoc&text={Uri.EscapeDataString(text)}&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t1"
            + $"&response_url={Uri.EscapeDataString(Slack.Address + "/respond/1")}", "application/x-www-form-urlencoded");

    internal async Task<HttpResponseMessage> Post(string path, string body, string type, string? signature = null, TimeSpan? age = null)
    {
        var timestamp = (Time.GetUtcNow() - (age ?? TimeSpan.Zero)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", signature ?? SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Delivers an event and returns what the bot posts for it.</summary>
    internal async Task<JsonObject> Ask(JsonObject delivery)
    {
        Assert.Equal(200, (int)(await Deliver(delivery)).StatusCode);
        return (await Slack.Next()).Arguments;
    }

    /// <summary>All words that the blocks show.</summary>
    internal static string Words(JsonNode message) => string.Concat(Texts(message["blocks"]!));

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(p => p.Key is not "value" and not "action_id")
            .SelectMany(p => p.Key == "text" && p.Value is JsonValue text ? [text.GetValue<string>()] : Texts(p.Value)),
        JsonArray all => all.SelectMany(Texts),
        _ => [],
    };
}
