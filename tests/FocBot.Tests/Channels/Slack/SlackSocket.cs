using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Slack's side of a connection by Socket Mode. It reads all the time, for only who reads answers the other side's tests of the connection.</summary>
sealed class SlackSocket
{
    readonly Channel<JsonObject> received = Channel.CreateUnbounded<JsonObject>();
    readonly WebSocket socket;
    int count;

    SlackSocket(WebSocket socket)
    {
        this.socket = socket;
        _ = ReadAsync();
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The bot's next connection, greeted as Slack greets.</summary>
    internal static async Task<SlackSocket> Accept(SlackPlatform slack)
    {
        var socket = new SlackSocket(await slack.NextSocket());
        await socket.Send(new() { ["type"] = "hello", ["num_connections"] = 1 });
        return socket;
    }

    /// <summary>Delivers an envelope, and returns the payload of its acknowledgement.</summary>
    internal async Task<JsonObject?> Deliver(string kind, JsonObject payload)
    {
        var id = $"envelope-{Interlocked.Increment(ref count)}";
        await Send(new() { ["type"] = kind, ["envelope_id"] = id, ["payload"] = payload.DeepClone(), ["accepts_response_payload"] = kind != "events_api" });
        var acknowledgement = await Receive();
        Assert.Equal(id, acknowledgement["envelope_id"]!.GetValue<string>());
        return acknowledgement["payload"] as JsonObject;
    }

    internal Task Send(JsonObject message) => SendText(message.ToJsonString());

    internal Task SendText(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Cancel);

    /// <summary>The bot's next message.</summary>
    internal async Task<JsonObject> Receive()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        late.CancelAfter(TimeSpan.FromSeconds(60));
        return await received.Reader.ReadAsync(late.Token);
    }

    /// <summary>Ends without a word.</summary>
    internal void Drop() => socket.Abort();

    async Task ReadAsync()
    {
        var buffer = new byte[256 * 1024];
        var length = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                length += part.Count;
                if (!part.EndOfMessage)
                    continue;
                received.Writer.TryWrite((JsonObject)JsonNode.Parse(buffer.AsSpan(0, length))!);
                length = 0;
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException or IOException)
        {
            // The connection is gone; so is whoever waits for more.
        }

        received.Writer.TryComplete();
    }
}
