using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Conversations;
using FocBot.Storage;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Works one delivery behind its acknowledgement: answers, opens views, forgets a workspace that left.</summary>
sealed partial class SlackTurn(Bot bot, SlackApi api, SlackTokens tokens, Installations threads, Learners learners, RecentQuestions recent, IOptions<ServerOptions> server, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackTurn> log) : IDelivered
{
    internal const string Name = "slack";

    const int MostPrompts = 4;

    public string Channel => Name;

    public async Task Work(Delivery delivered, CancellationToken cancel)
    {
        var delivery = SlackDelivery.Of(delivered);
        if (delivery.Type is "app_uninstalled" or "tokens_revoked")
        {
            tokens.Delete(delivery.Team);
            return;
        }

        if (await tokens.For(delivery.Team, cancel) is not { } token)
            return;
        switch (delivery.Type)
        {
            case "app_mention" or "message":
                await Said(new SlackSaid(delivery), delivery.Team, token, cancel);
                break;
            case "app_home_opened" when SlackDelivery.Text(delivery.Event["tab"]) != "messages":
                await api.Call("views.publish", token, new() { ["user_id"] = SlackDelivery.Text(delivery.Event["user"]), ["view"] = SlackViews.Home(bot.Catalogue, server.Value.Absolute) }, cancel);
                break;
            case "app_home_opened" or "assistant_thread_started":
                await Prompts(delivery, token, cancel);
                break;
            case "message_action":
                await Open(delivery.Payload, SlackText.Heard(SlackDelivery.Text(delivery.Payload, "message", "text")), Stranger.Instance, token, cancel);
                break;
            case "shortcut":
                await api.Call("views.open", token, new() { ["trigger_id"] = SlackDelivery.Text(delivery.Payload["trigger_id"]), ["view"] = SlackViews.Ask() }, cancel);
                break;
            case "block_actions":
                await Pressed(delivery, token, cancel);
                break;
        }
    }

    public async Task Apologise(Delivery delivered, string reference, CancellationToken cancel)
    {
        var delivery = SlackDelivery.Of(delivered);
        if (delivery.Type is not ("app_mention" or "message") || await tokens.For(delivery.Team, cancel) is not { } token)
            return;
        var said = new SlackSaid(delivery);
        await Post(new(AnswerKind.Guidance, $"I am sorry: something went wrong on my side, and I could not answer. Please ask again; if it happens again, give your administrator this reference: {reference}.", [], [new("Help", "help")]),
            said.Channel, said.Thread, token, cancel);
    }

    async Task Said(SlackSaid said, string team, string token, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        if (!said.IsDirect && said.Words.Trim('.', '!', ' ').Equals("stop", StringComparison.OrdinalIgnoreCase))
        {
            threads.Remove(SlackSaid.Threads, said.ThreadKey);
            await Post(new(AnswerKind.Guidance, "I leave this thread. Mention me when you want me back.", [], []), said.Channel, said.Thread, token, cancel);
            return;
        }

        // Before the answer: whoever replies to it at once is heard.
        if (!said.IsDirect)
            threads.Add(SlackSaid.Threads, said.ThreadKey);
        if (said is { IsDirect: true, ThreadTs: { } thread })
            await Status(said.Channel, thread, "is looking it up\u2026", token, cancel);
        var memory = $"{Name}|{team}|{said.Channel}|{(said.IsDirect ? said.ThreadTs : said.Thread)}|{said.User}";
        var answer = bot.Reply(new(said.Words, recent.Of(memory)) { Learner = learners.For(Name, $"{team}|{said.User}") });
        recent.Add(memory, said.Words, answer);
        try
        {
            await Post(answer, said.Channel, said.Thread, token, cancel);
        }
        catch (Exception) when (said is { IsDirect: true, ThreadTs: { } waiting })
        {
            await Status(said.Channel, waiting, "", token, cancel);
            throw;
        }

        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        Answered(Name, answer.Kind, answer.Excerpts.Count, elapsed);
    }

    async Task Pressed(SlackDelivery delivery, string token, CancellationToken cancel)
    {
        var payload = delivery.Payload;
        var action = (payload["actions"] as JsonArray)?.FirstOrDefault();
        if (SlackDelivery.Text(action, "value") is not { } says)
            return;
        var memory = $"{Name}|{delivery.Team}|{SlackDelivery.Text(payload, "channel", "id")}|{SlackDelivery.Text(payload, "user", "id")}";
        var learner = learners.For(Name, $"{delivery.Team}|{SlackDelivery.Text(payload, "user", "id")}");
        if (SlackDelivery.Text(payload, "container", "type") == "view")
        {
            await Open(payload, says, learner, token, cancel);
            return;
        }

        var answer = bot.Reply(new(says, recent.Of(memory)) { Learner = learner });
        var (channel, responseUrl) = (SlackDelivery.Text(payload, "channel", "id"), SlackDelivery.Text(payload["response_url"]));
        if (SlackDelivery.Text(action, "action_id") == "share" && responseUrl is not null)
        {
            // The answer and its citation are shared, the question is not.
            var shared = Public(answer with { Choices = [] });
            (shared["response_type"], shared["replace_original"]) = ("in_channel", false);
            await api.Respond(responseUrl, shared, cancel);
        }
        else if ((payload["container"] as JsonObject)?["is_ephemeral"]?.GetValueKind() == System.Text.Json.JsonValueKind.True && responseUrl is not null)
        {
            recent.Add(memory, says, answer);
            var message = SlackMessage.Of(answer, server.Value.Absolute, shareQuestion: says);
            (message["response_type"], message["replace_original"]) = ("ephemeral", false);
            await api.Respond(responseUrl, message, cancel);
        }
        else if (channel is not null)
        {
            recent.Add(memory, says, answer);
            var isDirect = channel.StartsWith('D');
            var thread = SlackDelivery.Text(payload, "message", "thread_ts") ?? (isDirect ? null : SlackDelivery.Text(payload, "message", "ts"));
            await Post(answer, channel, thread, token, cancel);
        }
    }

    // A question from a view is answered in a view: a new one, or in place of the one that is open.
    async Task Open(JsonObject payload, string words, ILearner learner, string token, CancellationToken cancel)
    {
        var view = SlackViews.Answer(bot.Reply(new(words) { Learner = learner }), server.Value.Absolute);
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
            ["prompts"] = new JsonArray([.. Leads.Starters.Take(MostPrompts).Select(c => new JsonObject { ["title"] = c.Label, ["message"] = c.Says })]),
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
        catch (SlackException refused)
        {
            Refused(method, refused.Error);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel}: {Kind}, {Excerpts} excerpts, {Milliseconds:F0} ms")]
    partial void Answered(string channel, AnswerKind kind, int excerpts, double milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "slack: {Method} was refused: {Error}")]
    partial void Refused(string method, string error);
}
