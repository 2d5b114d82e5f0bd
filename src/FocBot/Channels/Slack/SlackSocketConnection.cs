using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>One connection by Socket Mode, from its opening to its end.</summary>
/// <remarks>Source: https://docs.slack.dev/apis/events-api/using-socket-mode.</remarks>
sealed partial class SlackSocketConnection(
    IOptions<SlackOptions> options, SlackClient client, SlackReceiver receiver, TimeProvider time, ILogger<SlackSocketConnection> log) : IDisposable
{
    const int MostAtOnce = 32;

    // Slack says hello at once, and sends no message in pieces that keep one waiting.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim sending = new(1), answering = new(MostAtOnce);

    /// <summary>Opens the connection and answers what it brings, until it ends. Returns the reason that Slack gave; null where it gave none.</summary>
    /// <exception cref="SlackException">Slack opens no connection.</exception>
    /// <exception cref="WebSocketException">It broke, or does not answer any more.</exception>
    internal async Task<string?> RunAsync(CancellationToken cancel)
    {
        var opened = await client.CallAsync("apps.connections.open", options.Value.AppToken, [], cancel);
        // Half-open: the other side is gone and did not say so.
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (options.Value.KeepAlive, options.Value.KeepAlive);
        using (var late = Late(cancel))
            await socket.ConnectAsync(new(SlackJson.Text(opened["url"]) ?? ""), late.Token);
        var answered = new List<Task>();
        try
        {
            return await ReadAsync(answered, cancel);
        }
        finally
        {
            await Task.WhenAll(answered);
            await CloseAsync(cancel);
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
        answering.Dispose();
    }

    async Task<string?> ReadAsync(List<Task> answered, CancellationToken cancel)
    {
        for (var isFirst = true; await ReceiveAsync(isFirst, cancel) is { } message; isFirst = false)
        {
            if (SlackJson.Text(message["type"]) == "disconnect")
                return SlackJson.Text(message["reason"]) ?? "disconnect";
            if (SlackJson.Text(message["envelope_id"]) is not { } id || message["payload"] is not JsonObject payload)
                continue;
            var envelope = new SlackEnvelope(SlackJson.Text(message["type"]) ?? "", (JsonObject)payload.DeepClone());
            // Events are stored in the order they come; what is answered at once waits for nothing.
            if (envelope.Kind == SlackEnvelope.Events)
            {
                await AnswerAsync(id, envelope, cancel);
                continue;
            }

            answered.RemoveAll(task => task.IsCompleted);
            await answering.WaitAsync(cancel);
            answered.Add(AnswerAsync(id, envelope, cancel)
                .ContinueWith(_ => answering.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));
        }

        return null;
    }

    async Task AnswerAsync(string id, SlackEnvelope envelope, CancellationToken cancel)
    {
        try
        {
            var acknowledgement = new JsonObject { ["envelope_id"] = id };
            if (await receiver.ReceiveAsync(envelope, cancel) is { } body)
                acknowledgement["payload"] = body;
            await SendAsync(acknowledgement, cancel);
        }
#pragma warning disable CA1031 // What fails is not acknowledged: Slack delivers it again. The connection goes on.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            EnvelopeFailed(envelope.Type ?? envelope.Kind, fault.GetType().Name);
        }
#pragma warning restore CA1031
    }

    async Task SendAsync(JsonObject message, CancellationToken cancel)
    {
        await sending.WaitAsync(cancel);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancel);
        }
        finally
        {
            sending.Release();
        }
    }

    // The next message; an empty one for what can't be read. Null at the end.
    async Task<JsonObject?> ReceiveAsync(bool isFirst, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        while (true)
        {
            using var late = isFirst || whole.Length > 0 ? Late(cancel) : null;
            var received = await socket.ReceiveAsync(part, late?.Token ?? cancel);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            // The rest of one that is too large is read over.
            if (whole.Length <= SlackEndpoints.LargestDelivery)
                await whole.WriteAsync(part.AsMemory(0, received.Count), cancel);
            if (received.EndOfMessage)
                return Parse(whole);
        }
    }

    JsonObject Parse(MemoryStream whole)
    {
        try
        {
            if (whole.Length <= SlackEndpoints.LargestDelivery)
                return SlackJson.Parse(whole.ToArray()) ?? [];
            EnvelopeFailed("message", "too large");
        }
        catch (JsonException fault)
        {
            EnvelopeFailed("message", fault.GetType().Name);
        }

        return [];
    }

    async Task CloseAsync(CancellationToken cancel)
    {
        try
        {
            using var late = Late(cancel);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }

    // Cancels after the longest silence, or with the caller.
    LinkedTimeout Late(CancellationToken cancel) => new(LongestSilence, time, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "slack: a delivery was not taken ({Type}, {Fault}); Slack delivers it again")]
    partial void EnvelopeFailed(string type, string fault);

    sealed class LinkedTimeout : IDisposable
    {
        readonly CancellationTokenSource late, either;

        internal LinkedTimeout(TimeSpan longest, TimeProvider time, CancellationToken cancel)
        {
            late = new(longest, time);
            either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        }

        internal CancellationToken Token => either.Token;

        public void Dispose()
        {
            either.Dispose();
            late.Dispose();
        }
    }
}
