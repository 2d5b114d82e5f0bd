using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Works one delivery behind its acknowledgement: answers, opens views, forgets a workspace that left.</summary>
sealed partial class SlackTurn(
    Bot bot, TurnPipeline pipeline, SlackApi api, SlackTokens tokens, Threads threads,
    IOptions<ServerOptions> server, IOptions<SlackOptions> options, ILogger<SlackTurn> log) : IInboxHandler
{
    internal const string Name = "slack";

    const int MostPrompts = 4;

    public string Channel => Name;

    public async Task HandleAsync(Delivery delivered, CancellationToken cancel)
    {
        var delivery = SlackDelivery.Of(delivered);
        if (delivery.Type is "app_uninstalled" or "tokens_revoked")
        {
            await tokens.DeleteAsync(delivery, cancel);
            return;
        }

        if (await tokens.FindAsync(delivery.Team, cancel) is not { } token)
            return;
        switch (delivery.Type)
        {
            case "app_mention" or "message":
                await Said(new SlackSaid(delivery), delivery.Team, token, cancel);
                break;
            case "app_home_opened" when SlackDelivery.Text(delivery.Event["tab"]) != "messages":
                await api.Call("views.publish", token, new() { ["user_id"] = SlackDelivery.Text(delivery.Event["user"]), ["view"] = SlackViews.Home(bot.Catalogue, bot.Starters(), server.Value.Absolute) }, cancel);
                break;
            case "app_home_opened" or "assistant_thread_started":
                await Prompts(delivery, token, cancel);
                break;
            case "message_action":
                await Open(delivery.Payload, SlackText.Heard(SlackDelivery.Text(delivery.Payload, "message", "text")), KeyOf(delivery, null), token, cancel);
                break;
            case "shortcut":
                await api.Call("views.open", token, new() { ["trigger_id"] = SlackDelivery.Text(delivery.Payload["trigger_id"]), ["view"] = SlackViews.Ask() }, cancel);
                break;
            case "block_actions":
                await Pressed(delivery, token, cancel);
                break;
        }
    }

    public async Task ApologizeAsync(Delivery delivered, string reference, CancellationToken cancel)
    {
        var delivery = SlackDelivery.Of(delivered);
        if (delivery.Type is not ("app_mention" or "message") || await tokens.FindAsync(delivery.Team, cancel) is not { } token)
            return;
        var said = new SlackSaid(delivery);
        await Post(TurnPipeline.Apology(reference),
            said.Channel, said.Thread, token, cancel);
    }

    async Task Said(SlackSaid said, string team, string token, CancellationToken cancel)
    {
        if (!said.IsDirect && said.Words.Trim('.', '!', ' ').Equals("stop", StringComparison.OrdinalIgnoreCase))
        {
            await threads.RemoveAsync(Name, said.ThreadKey, cancel);
            await Post(new(AnswerKind.Guidance, "I leave this thread. Mention me when you want me back.", [], []), said.Channel, said.Thread, token, cancel);
            return;
        }

        // Before the answer: whoever replies to it at once is heard.
        if (!said.IsDirect)
            await threads.AddAsync(Name, team, said.ThreadKey, cancel);
        if (said is { IsDirect: true, ThreadTs: { } thread })
            await Status(said.Channel, thread, "is looking it up\u2026", token, cancel);
        var answer = await pipeline.RunAsync(KeyOf(team, said.Channel, said.Thread, said.User), said.Words, cancel);
        await Post(answer, said.Channel, said.Thread, token, cancel);
    }

    async Task Pressed(SlackDelivery delivery, string token, CancellationToken cancel)
    {
        var payload = delivery.Payload;
        var action = (payload["actions"] as JsonArray)?.FirstOrDefault();
        if (SlackDelivery.Text(action, "value") is not { } says)
            return;
        if (SlackDelivery.Text(payload, "container", "type") == "view")
        {
            await Open(payload, says, KeyOf(delivery, null), token, cancel);
            return;
        }

        // A button goes on with the conversation that it is shown in.
        var isEphemeral = (payload["container"] as JsonObject)?["is_ephemeral"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;
        var isDirect = SlackDelivery.Text(payload, "channel", "id")?.StartsWith('D') == true;
        var thread = SlackDelivery.Text(payload, "message", "thread_ts") ?? (isDirect || isEphemeral ? null : SlackDelivery.Text(payload, "message", "ts"));
        var conversation = KeyOf(delivery, thread);
        var answer = await pipeline.RunAsync(conversation, says, cancel);
        var (channel, responseUrl) = (SlackDelivery.Text(payload, "channel", "id"), SlackDelivery.Text(payload["response_url"]));
        if (SlackDelivery.Text(action, "action_id") == "share" && responseUrl is not null)
        {
            // The answer and its citation are shared, the question is not.
            var shared = Public(answer with { Choices = [] });
            (shared["response_type"], shared["replace_original"]) = ("in_channel", false);
            await api.Respond(responseUrl, shared, cancel);
        }
        else if (isEphemeral && responseUrl is not null)
        {
            var message = SlackMessage.Of(answer, server.Value.Absolute, shareQuestion: says);
            (message["response_type"], message["replace_original"]) = ("ephemeral", false);
            await api.Respond(responseUrl, message, cancel);
        }
        else if (channel is not null)
        {
            await Post(answer, channel, thread, token, cancel);
        }
    }

    // A question from a view is answered in a view: a new one, or in place of the one that is open.
    async Task Open(JsonObject payload, string words, ConversationKey conversation, string token, CancellationToken cancel)
    {
        var view = SlackViews.Answer(await pipeline.RunOnceAsync(conversation, words, cancel), server.Value.Absolute);
        if (SlackDelivery.Text(payload, "view", "type") == "modal")
            await api.Call("views.update", token, new() { ["view_id"] = SlackDelivery.Text(payload, "view", "id"), ["view"] = view }, cancel);
        else
            await api.Call("views.open", token, new() { ["trigger_id"] = SlackDelivery.Text(payload["trigger_id"]), ["view"] = view }, cancel);
    }

    async Task Prompts(SlackDelivery delivery, string token, CancellationToken cancel)
    {
        var thread = delivery.Event["assistant_thread"] as JsonObject;
        var (channel, ts) = (SlackDelivery.Text(thread?["channel_id"]) ?? SlackDelivery.Text(delivery.Event["channel"]), SlackDelivery.Text(thread?["thread_ts"]));
        if (channel is null)
            return;
        await Courtesy("assistant.threads.setSuggestedPrompts", token, new()
        {
            ["channel_id"] = channel,
            ["thread_ts"] = ts,
            ["title"] = "You can ask, for example:",
            ["prompts"] = new JsonArray([.. bot.Starters().Take(MostPrompts).Select(c => new JsonObject { ["title"] = c.Label, ["message"] = c.Says })]),
        }, cancel);
        if (ts is not null)
            await Courtesy("assistant.threads.setTitle", token, new() { ["channel_id"] = channel, ["thread_ts"] = ts, ["title"] = "Ask what the statement says" }, cancel);
    }

    Task Status(string channel, string thread, string status, string token, CancellationToken cancel) =>
        Courtesy("assistant.threads.setStatus", token, new() { ["channel_id"] = channel, ["thread_ts"] = thread, ["status"] = status }, cancel);

    // What only adorns an answer must not cost it: an app without the agent view has no such methods.
    async Task Courtesy(string method, string token, JsonObject arguments, CancellationToken cancel)
    {
        try
        {
            await api.Call(method, token, arguments, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Refused(method, fault is SlackException refused ? refused.Error : fault.GetType().Name);
        }
    }

    async Task Post(Answer answer, string channel, string? thread, string token, CancellationToken cancel)
    {
        var message = Public(answer);
        message["channel"] = channel;
        if (thread is not null)
            message["thread_ts"] = thread;
        await api.Post(token, message, cancel);
    }

    // What others can see, or a locked screen may show.
    JsonObject Public(Answer answer)
    {
        var message = SlackMessage.Of(answer, server.Value.Absolute);
        if (options.Value.Discreet)
            SlackMessage.Quieten(message);
        return message;
    }

    /// <summary>The conversation of a person: in a channel a thread's, in a direct message that of the thread or of the whole.</summary>
    internal static ConversationKey KeyOf(string team, string channel, string? thread, string user) => new(Name, team, $"{team}|{channel}|{thread}", $"{team}|{user}");

    static ConversationKey KeyOf(SlackDelivery delivery, string? thread) =>
        KeyOf(delivery.Team, SlackDelivery.Text(delivery.Payload, "channel", "id") ?? "", thread, SlackDelivery.Text(delivery.Payload, "user", "id") ?? "");

    [LoggerMessage(Level = LogLevel.Debug, Message = "slack: {Method} was refused: {Error}")]
    partial void Refused(string method, string error);
}
