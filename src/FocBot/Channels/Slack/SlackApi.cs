using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Slack refused a call.</summary>
/// <param name="error">Slack's own word for it.</param>
sealed class SlackException(string method, string error) : Exception($"{method}: {error}")
{
    internal string Error => error;
}

/// <summary>Slack's Web API: JSON calls, at most one message a second a channel.</summary>
/// <remarks>Source: https://docs.slack.dev/apis/web-api, https://docs.slack.dev/apis/web-api/rate-limits.</remarks>
sealed class SlackApi(IHttpClientFactory http, IOptions<SlackOptions> options, TimeProvider time)
{
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(1), Burst = TimeSpan.FromSeconds(3);

    readonly ConcurrentDictionary<string, DateTimeOffset> free = new(StringComparer.Ordinal);

    /// <summary>Calls a method.</summary>
    /// <exception cref="SlackException">Slack answered <c>ok: false</c>.</exception>
    internal async Task<JsonObject> Call(string method, string token, JsonObject arguments, CancellationToken cancel) =>
        await Send(method, () => new(HttpMethod.Post, options.Value.Address(method))
        {
            Content = new StringContent(arguments.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        }, cancel);

    /// <summary>Posts a message, no faster than Slack allows for its channel.</summary>
    internal async Task<JsonObject> Post(string token, JsonObject message, CancellationToken cancel)
    {
        await Wait(message["channel"]!.GetValue<string>(), cancel);
        return await Call("chat.postMessage", token, message, cancel);
    }

    /// <summary>Calls one of the methods that take a form and no token: the OAuth ones.</summary>
    internal async Task<JsonObject> CallForm(string method, IReadOnlyDictionary<string, string> form, CancellationToken cancel) =>
        await Send(method, () => new(HttpMethod.Post, options.Value.Address(method)) { Content = new FormUrlEncodedContent(form) }, cancel);

    /// <summary>Answers by the address that came with a command or a button.</summary>
    internal async Task Respond(string responseUrl, JsonObject message, CancellationToken cancel)
    {
        // Only where Slack itself listens: the address came in signed, but a secret may leak.
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var address) || (address.Host != options.Value.Address("").Host && !address.Host.EndsWith(".slack.com", StringComparison.Ordinal)))
            return;
        using var client = http.CreateClient(nameof(SlackApi));
        using var content = new StringContent(message.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, content, cancel);
    }

    async Task<JsonObject> Send(string method, Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        using var client = http.CreateClient(nameof(SlackApi));
        using var request = make();
        using var response = await client.SendAsync(request, cancel);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancel)) as JsonObject ?? [];
        return answer["ok"]?.GetValueKind() == System.Text.Json.JsonValueKind.True ? answer : throw new SlackException(method, SlackDelivery.Text(answer["error"]) ?? "no reason given");
    }

    // A short burst is allowed; what goes beyond waits its turn.
    async Task Wait(string channel, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var next = free.AddOrUpdate(channel, now + Pace, (_, at) => (at > now ? at : now) + Pace);
        var wait = next - now - Burst;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancel);
        foreach (var (idle, at) in free)
        {
            if (at < now)
                free.TryRemove(idle, out _);
        }
    }
}
