using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Socket Mode: FocBot connects to Slack, so that Slack need not reach it. Two connections, each renewed when Slack says so.</summary>
/// <remarks>Source: https://docs.slack.dev/apis/events-api/using-socket-mode.</remarks>
sealed partial class SlackSocket(IOptions<SlackOptions> options, SlackApi api, SlackHearing hearing, TimeProvider time, ILogger<SlackSocket> log) : BackgroundService
{
    const int Connections = 2;

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Stay(stoppingToken)));

    async Task Stay(CancellationToken cancel)
    {
        var wait = TimeSpan.Zero;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, cancel);
                await Connect(cancel);
                wait = TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever failed, a connection is sought again: the bot would be deaf without.
            catch (Exception fault)
            {
                wait = wait == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : wait * 2 < Longest ? wait * 2 : Longest;
                Lost(fault.GetType().Name, fault is SlackException refused ? refused.Error : "", wait.TotalSeconds);
            }
#pragma warning restore CA1031
        }
    }

    async Task Connect(CancellationToken cancel)
    {
        var opened = await api.Call("apps.connections.open", options.Value.AppToken, [], cancel);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new(SlackDelivery.Text(opened["url"]) ?? ""), cancel);
        while (await Receive(socket, cancel) is { } envelope)
        {
            if (SlackDelivery.Text(envelope["type"]) == "disconnect")
                break;
            if (SlackDelivery.Text(envelope["envelope_id"]) is not { } id)
                continue;
            var acknowledgement = new JsonObject { ["envelope_id"] = id };
            if (envelope["payload"] is JsonObject payload && await hearing.Hear(new(SlackDelivery.Text(envelope["type"]) ?? "", (JsonObject)payload.DeepClone()), cancel) is { } said)
                acknowledgement["payload"] = said;
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement, SlackJson.Default.JsonObject), WebSocketMessageType.Text, true, cancel);
        }

        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancel);
    }

    static async Task<JsonObject?> Receive(ClientWebSocket socket, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(part, cancel);
            if (received.MessageType == WebSocketMessageType.Close || whole.Length > SlackChannel.LargestDelivery)
                return null;
            await whole.WriteAsync(part.AsMemory(0, received.Count), cancel);
            if (received.EndOfMessage)
                return SlackChannel.Parse(whole.ToArray()) ?? [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "slack: a connection was lost ({Fault} {Error}); again in {Seconds} s")]
    partial void Lost(string fault, string error, double seconds);
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
sealed partial class SlackJson : System.Text.Json.Serialization.JsonSerializerContext;
