using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Channels.Teams;

/// <summary>The real server with credentials for Teams, and Microsoft's side stood in for.</summary>
public sealed class TeamsServer : IAsyncLifetime
{
    RunningServer? server;
    int id;

    internal BotFramework Microsoft { get; private set; } = null!;

    internal HttpClient Client => server!.Client;

    internal string[] More { get; init; } = [];

    internal Action<IServiceCollection> Services { get; init; } = _ => { };

    internal string Storage => server!.Storage;

    internal T Service<T>()
        where T : notnull => server!.Service<T>();

    public async ValueTask InitializeAsync()
    {
        Microsoft = await BotFramework.Start();
        await Begin(new RunningServer().Storage);
    }

    /// <summary>Stops the server and starts it anew on what it kept.</summary>
    internal async Task Restart()
    {
        var storage = server!.Storage;
        await server.DisposeAsync();
        await Begin(storage);
    }

    async Task Begin(string storage)
    {
        server = new() { Settings = [.. Microsoft.Settings, .. More], Storage = storage, Services = Services };
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        await Microsoft.DisposeAsync();
    }

    /// <summary>An activity as Teams sends it, in a conversation of its own.</summary>
    internal JsonObject Activity(string type, string conversationType = "personal", string? conversation = null) => new()
    {
        ["type"] = type,
        ["id"] = $"a{Interlocked.Increment(ref id)}",
        ["timestamp"] = "not a time at all",
        ["channelId"] = "msteams",
        ["serviceUrl"] = Microsoft.Address,
        ["from"] = new JsonObject { ["id"] = "29:someone", ["name"] = "Ada <b>Lovelace</b>", ["aadObjectId"] = "x" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "FocBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = conversation ?? $"19:{Guid.NewGuid():N}@thread;messageid=1",
            ["conversationType"] = conversationType,
            ["tenantId"] = "t",
        },
        ["locale"] = "xx-unknown",
        ["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, 2, 3) },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["platform"] = "Web" }, new JsonObject { ["type"] = "neverSeen" }),
    };

    internal JsonObject Message(string? text, string conversationType = "personal", string? conversation = null)
    {
        var message = Activity("message", conversationType, conversation);
        message["text"] = text;
        return message;
    }

    /// <summary>A message in a channel or group chat that mentions the bot.</summary>
    internal JsonObject Mention(string text, string conversationType = "channel", string? conversation = null)
    {
        var message = Message($"<at>FocBot</at>&nbsp;{text}", conversationType, conversation);
        message["entities"]!.AsArray().Add((JsonNode)new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>FocBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "FocBot" },
        });
        return message;
    }

    internal Task<HttpResponseMessage> Post(JsonObject activity, string? token = null) => Post(activity.ToJsonString(), token);

    internal async Task<HttpResponseMessage> Post(string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if ((token ?? Microsoft.Token()) is { Length: > 0 } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts an activity and returns what the bot sends for it.</summary>
    internal async Task<BotFramework.Sent> Ask(JsonObject activity)
    {
        Assert.Equal(202, (int)(await Post(activity)).StatusCode);
        return await Microsoft.Next();
    }

    internal async Task<(int Status, JsonObject? Body)> Invoke(string name, JsonNode? value)
    {
        var invoke = Activity("invoke");
        (invoke["name"], invoke["value"]) = (name, value);
        var response = await Post(invoke);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject);
    }

    /// <summary>All the words that a card shows.</summary>
    internal static string Words(JsonObject activity) => string.Concat(Runs(activity["attachments"]![0]!["content"]!));

    static JsonArray Children(JsonObject element) =>
        element["inlines"]?.AsArray() ?? element["items"]?.AsArray() ?? element["body"]?.AsArray() ?? [];

    static IEnumerable<string> Runs(JsonNode node) => node switch
    {
        JsonObject { } run when run["type"]?.GetValue<string>() == "TextRun" => [run["text"]!.GetValue<string>()],
        JsonObject { } element => Children(element).SelectMany(child => Runs(child!)).Append("\n"),
        _ => [],
    };
}
