using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Channels.Slack;

/// <summary>The real server connected to Slack over HTTP, and Slack's side stood in for.</summary>
public sealed class SlackServer : IAsyncLifetime
{
    internal const string Secret = "the-signing-secret";

    RunningServer? server;
    int count;

    internal SlackPlatform Slack { get; private set; } = null!;

    internal HttpClient Client => server!.Client;

    internal string[] More { get; init; } = [];

    internal Action<IServiceCollection> Services { get; init; } = _ => { };

    internal string Storage => server!.Storage;

    public async ValueTask InitializeAsync()
    {
        Slack = await SlackPlatform.Start();
        server = new() { Settings = [.. Slack.Settings, .. More], Services = Services };
        await server.InitializeAsync();
    }

    internal async Task Restart()
    {
        var storage = server!.Storage;
        await server.DisposeAsync();
        server = new() { Settings = [.. Slack.Settings, .. More], Storage = storage };
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
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
        return new() { ["type"] = "event_callback", ["team_id"] = "T1", ["event_id"] = $"Ev{n}", ["event"] = said, ["authorizations"] = new JsonArray(new JsonObject { ["user_id"] = "UBOT", ["is_bot"] = true }) };
    }

    internal Task<HttpResponseMessage> Deliver(JsonObject delivery) => Post("/slack/events", delivery.ToJsonString(), "application/json");

    internal Task<HttpResponseMessage> Interact(JsonObject payload) => Post("/slack/interactivity", $"payload={Uri.EscapeDataString(payload.ToJsonString())}", "application/x-www-form-urlencoded");

    internal Task<HttpResponseMessage> Command(string text) =>
        Post("/slack/commands", $"command=%2Ffoc&text={Uri.EscapeDataString(text)}&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t1&response_url={Uri.EscapeDataString(Slack.Address + "/respond/1")}", "application/x-www-form-urlencoded");

    internal async Task<HttpResponseMessage> Post(string path, string body, string type, string? signature = null, TimeSpan? age = null)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.Zero)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
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
        JsonObject element => element.Where(p => p.Key is not "value" and not "action_id").SelectMany(p => p.Key == "text" && p.Value is JsonValue text ? [text.GetValue<string>()] : Texts(p.Value)),
        JsonArray all => all.SelectMany(Texts),
        _ => [],
    };
}
