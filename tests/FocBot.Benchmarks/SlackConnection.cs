using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FocBot.Benchmarks;

/// <summary>Slack's side of one connection.</summary>
sealed class SlackConnection(WebSocket socket, Relay relay) : IDisposable
{
    readonly SemaphoreSlim sending = new(1);
    readonly CancellationTokenSource gone = new();
    readonly byte[] buffer = new byte[64 * 1024];

    /// <summary>It seems open, and nothing goes through: not even the answer to a test.</summary>
    internal void Freeze() => relay.IsFrozen = true;

    internal async Task SendAsync(JsonObject message)
    {
        await sending.WaitAsync(gone.Token);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, gone.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    internal async Task DisconnectAsync(string reason)
    {
        try
        {
            await SendAsync(new() { ["type"] = "disconnect", ["reason"] = reason });
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // It is gone already.
        }
    }

    internal void Drop()
    {
        relay.Dispose();
        socket.Abort();
    }

    internal async Task<JsonObject?> ReceiveAsync()
    {
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return received.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(buffer.AsSpan(0, received.Count)) as JsonObject;
    }

    public void Dispose()
    {
        // Whoever waits to send would wait for ever.
        gone.Cancel();
        gone.Dispose();
        sending.Dispose();
        relay.Dispose();
    }
}
