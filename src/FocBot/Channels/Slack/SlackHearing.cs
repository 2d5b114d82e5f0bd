using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Takes in what Slack delivers, by whichever way it came: says what to acknowledge with, and queues the rest.</summary>
sealed partial class SlackHearing(Inbox inbox, TurnPipeline pipeline, Threads threads, IOptions<ServerOptions> server, ILogger<SlackHearing> log)
{
    /// <summary>The body of the acknowledgement; null for an empty one.</summary>
    internal async Task<JsonObject?> Hear(SlackDelivery delivery, CancellationToken cancel)
    {
        switch (delivery.Kind)
        {
            case SlackDelivery.Commands:
                return await Command(delivery.Payload, cancel);
            case SlackDelivery.Interactive when delivery.Type == "view_submission":
                return await Submitted(delivery, cancel);
            case SlackDelivery.Interactive when delivery.Type is "block_actions" or "message_action" or "shortcut":
                var action = SlackDelivery.Text((delivery.Payload["actions"] as JsonArray)?.FirstOrDefault(), "action_ts");
                await inbox.AcceptAsync(delivery.Kept($"{delivery.Team}|{SlackDelivery.Text(delivery.Payload, "channel", "id")}", SlackDelivery.Text(delivery.Payload["trigger_id"]) ?? action ?? ""), cancel);
                return null;
            case SlackDelivery.Events:
                await Event(delivery, cancel);
                return null;
            default:
                return null;
        }
    }

    async Task Event(SlackDelivery delivery, CancellationToken cancel)
    {
        var said = new SlackSaid(delivery);
        switch (delivery.Type)
        {
            case "app_mention" or "message" when await said.IsForTheBotAsync(threads, cancel):
                // The same words come as mention and as message: the place they stand at makes them one.
                await inbox.AcceptAsync(delivery.Kept($"{delivery.Team}|{said.Channel}|{said.Thread}", said.Ts), cancel);
                break;
            case "app_home_opened" or "assistant_thread_started" or "app_uninstalled" or "tokens_revoked":
                await inbox.AcceptAsync(delivery.Kept($"{delivery.Team}|{delivery.Type}", SlackDelivery.Text(delivery.Payload["event_id"]) ?? Guid.NewGuid().ToString()), cancel);
                break;
            case "app_rate_limited":
                RateLimited();
                break;
        }
    }

    async Task<JsonObject> Command(JsonObject payload, CancellationToken cancel)
    {
        var words = SlackText.Heard(SlackDelivery.Text(payload["text"]));
        var conversation = SlackTurn.KeyOf(Field("team_id"), Field("channel_id"), null, Field("user_id"));
        var asked = words.Length == 0 ? "help" : words;
        var answer = await pipeline.RunAsync(conversation, asked, cancel);
        var message = SlackMessage.Of(answer, server.Value.Absolute, shareQuestion: asked);
        message["response_type"] = "ephemeral";
        return message;

        string Field(string name) => SlackDelivery.Text(payload[name]) ?? "";
    }

    // The search box of the shortcut: the answer takes the place of the question.
    async Task<JsonObject?> Submitted(SlackDelivery delivery, CancellationToken cancel)
    {
        var payload = delivery.Payload;
        var typed = (SlackDelivery.Node(payload, "view", "state", "values") as JsonObject)?.SelectMany(b => b.Value as JsonObject ?? []).Select(a => SlackDelivery.Text(a.Value, "value")).FirstOrDefault(v => v is not null);
        return typed is null ? null : new()
        {
            ["response_action"] = "update",
            ["view"] = SlackViews.Answer(await pipeline.RunOnceAsync(SlackTurn.KeyOf(delivery.Team, "", null, SlackDelivery.Text(payload, "user", "id") ?? ""), typed, cancel), server.Value.Absolute),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "slack: too many events this hour; Slack holds some back.")]
    partial void RateLimited();
}

/// <summary>A message or mention, as far as it matters.</summary>
sealed class SlackSaid(SlackDelivery delivery)
{
    readonly JsonObject said = delivery.Event;

    internal string Channel => SlackDelivery.Text(said["channel"]) ?? "";

    internal string Ts => SlackDelivery.Text(said["ts"]) ?? "";

    internal string User => SlackDelivery.Text(said["user"]) ?? "";

    internal string? ThreadTs => SlackDelivery.Text(said["thread_ts"]);

    /// <summary>The thread that an answer goes to; in a direct message only where there is one.</summary>
    internal string? Thread => ThreadTs ?? (IsDirect ? null : Ts);

    internal bool IsDirect => SlackDelivery.Text(said["channel_type"]) == "im" || Channel.StartsWith('D');

    internal string Words => SlackText.Heard(SlackDelivery.Text(said["text"]));

    internal string ThreadKey => $"{delivery.Team}|{Channel}|{Thread}";

    /// <summary>Whether a person speaks to the bot: by mention, in a direct message, or in a thread that it is in.</summary>
    internal async Task<bool> IsForTheBotAsync(Threads threads, CancellationToken cancel) =>
        Channel.Length > 0 && Ts.Length > 0 && User.Length > 0
        && said["bot_id"] is null && SlackDelivery.Text(said["subtype"]) is null or "file_share" or "thread_broadcast"
        && User != SlackDelivery.Text((delivery.Payload["authorizations"] as JsonArray)?.FirstOrDefault(), "user_id")
        && (delivery.Type == "app_mention" || IsDirect || (ThreadTs is not null && await threads.HasAsync(SlackTurn.Name, ThreadKey, cancel)));
}
