using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Slack's Web API.</summary>
/// <remarks>Source: https://docs.slack.dev/apis/web-api.</remarks>
sealed partial class SlackClient(IHttpClientFactory http, IOptions<SlackOptions> options, ChannelPace pace, TimeProvider time, ILogger<SlackClient> log)
{
    // Slack cuts the text of a message that is longer.
    const int LongestText = 4_000;

    /// <summary>Calls a method.</summary>
    /// <exception cref="SlackException">Slack answered <c>ok: false</c>.</exception>
    /// <exception cref="ReplyRefusedException">Slack took nothing, or answered with another status.</exception>
    /// <exception cref="ReplyUncertainException">Slack did not say whether it took it.</exception>
    internal async Task<JsonObject> CallAsync(string method, string token, JsonObject arguments, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Address(method))
        {
            Content = Json(arguments),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        return await SendAsync(method, request, cancel);
    }

    /// <summary>Calls one of the methods that take a form and no token: the OAuth ones.</summary>
    /// <exception cref="SlackException">Slack answered <c>ok: false</c>.</exception>
    internal async Task<JsonObject> CallFormAsync(string method, IReadOnlyDictionary<string, string> form, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Address(method)) { Content = new FormUrlEncodedContent(form) };
        return await SendAsync(method, request, cancel);
    }

    /// <summary>Posts a message, no faster than Slack allows for its channel; as text alone where Slack does not take its blocks.</summary>
    /// <remarks>With a <c>ts</c> it takes the place of that message; where Slack does not let it, it is posted.</remarks>
    internal async Task PostAsync(string token, JsonObject message, CancellationToken cancel)
    {
        await pace.WaitAsync(SlackJson.Text(message["channel"]) ?? "", cancel);
        try
        {
            await WithTextAloneAsync(message, its => CallAsync(its["ts"] is null ? "chat.postMessage" : "chat.update", token, its, cancel));
        }
        catch (SlackException refused) when (message["ts"] is not null && !refused.IsPassing)
        {
            message.Remove("ts");
            await WithTextAloneAsync(message, its => CallAsync("chat.postMessage", token, its, cancel));
        }
    }

    /// <summary>Answers by the address that came with a command or a button.</summary>
    internal async Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancel)
    {
        // Only where Slack itself listens: the address came in signed, but a secret may leak.
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var address)
            || (address.Host != options.Value.Address("").Host && !address.Host.EndsWith(".slack.com", StringComparison.Ordinal)))
            return;
        await WithTextAloneAsync(message, async its =>
        {
            using var client = http.CreateClient(nameof(SlackClient));
            using var content = Json(its);
            try
            {
                using var response = await client.PostAsync(address, content, cancel);
            }
            catch (ReplyRefusedException refused) when (refused.IsPermanent && its["blocks"] is not null)
            {
                // What Slack does not take here, it does not take for good, and it says no more about it.
                throw new SlackException("response_url", SlackException.InvalidBlocks);
            }
        });
    }

    /// <summary>Calls a method that only adorns an answer: its failure costs nothing.</summary>
    /// <param name="longest">When it is given up.</param>
    internal async Task CourtesyAsync(string method, string token, JsonObject arguments, TimeSpan longest, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            await CallAsync(method, token, arguments, either.Token);
        }
#pragma warning disable CA1031 // An app without the agent view has no such methods; a busy Slack refuses them first.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            CourtesyFailed(method, fault is SlackException refused ? refused.Error : fault.GetType().Name);
        }
#pragma warning restore CA1031
    }

    async Task<JsonObject> SendAsync(string method, HttpRequestMessage request, CancellationToken cancel)
    {
        using var client = http.CreateClient(nameof(SlackClient));
        using var response = await client.SendAsync(request, cancel);
        var answer = Read(await response.Content.ReadAsByteArrayAsync(cancel));
        return SlackJson.IsTrue(answer["ok"]) ? answer : throw new SlackException(method, SlackJson.Text(answer["error"]) ?? "no reason given", answer);
    }

    async Task WithTextAloneAsync(JsonObject message, Func<JsonObject, Task> send)
    {
        try
        {
            await send(message);
        }
        catch (SlackException refused) when (refused.IsAboutContent && message["blocks"] is not null)
        {
            BlocksRefused(refused.Error, refused.Place);
            var plain = (JsonObject)message.DeepClone();
            plain.Remove("blocks");
            plain["text"] = SlackText.Cut(SlackJson.Text(plain["text"]) ?? "", LongestText);
            await send(plain);
        }
    }

    static StringContent Json(JsonObject content) => new(content.ToJsonString(), Encoding.UTF8, "application/json");

    static JsonObject Read(byte[] body)
    {
        try
        {
            return SlackJson.Parse(body) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "slack: {Method} was refused: {Error}")]
    partial void CourtesyFailed(string method, string error);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "slack: the layout of a message was refused ({Error} at {Place}); it is sent as text. Please report this.")]
    partial void BlocksRefused(string error, string place);
}
