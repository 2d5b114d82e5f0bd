using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Answers one delivery behind its acknowledgement, and forgets a workspace that left.</summary>
sealed class SlackInboxHandler(
    Bot bot, TurnPipeline pipeline, SlackClient client, SlackSender sender, SlackTokens tokens, SlackThreads threads,
    IOptions<ServerOptions> server, IOptions<SlackOptions> options) : IInboxHandler
{
    internal const string Name = "slack";

    const int MostPrompts = 4;

    // The status may delay the answer; the others delay nothing.
    static readonly TimeSpan StatusTime = TimeSpan.FromSeconds(1), CourtesyTime = TimeSpan.FromSeconds(10);

    const string Changed = "The statement's words have changed since, or this answer can't be shared. Please ask again.";

    public string Channel => Name;

    string Language => options.Value.Language is { Length: > 0 } language ? language : "en";

    public async Task HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var envelope = SlackEnvelope.From(delivery);
        if (envelope.Type is "app_uninstalled" or "tokens_revoked")
        {
            await tokens.DeleteAsync(envelope, cancel);
            return;
        }

        if (await tokens.FindAsync(envelope, cancel) is not { } installation)
            return;
        if (delivery.Reply is { } composed)
        {
            await sender.SendAsync(SlackReply.FromBytes(composed), installation, cancel);
            return;
        }

        switch (envelope.Type)
        {
            case null when envelope.Kind == SlackEnvelope.Commands:
                var command = new SlackCommand(envelope);
                var answer = await pipeline.RunAsync(command.Conversation, options.Value.Ask(command.Words), cancel);
                await sender.SendAsync(ReplyTo(command, answer), installation, cancel);
                break;
            case "app_mention" or "message":
                await AnswerMessageAsync(new(envelope), installation, cancel);
                break;
            case "block_actions":
                await AnswerActionAsync(envelope, installation, cancel);
                break;
            case "app_home_opened" when SlackJson.Text(envelope.Event["tab"]) != "messages":
                await ShowHomeAsync(envelope, installation, cancel);
                break;
            case "app_home_opened" or "assistant_thread_started":
                await OfferPromptsAsync(envelope, installation, cancel);
                break;
        }
    }

    public async Task ApologizeAsync(Delivery delivery, string reference, CancellationToken cancel)
    {
        var envelope = SlackEnvelope.From(delivery);
        var apology = TurnPipeline.Apology(reference);
        var reply = envelope.Type switch
        {
            null when envelope.Kind == SlackEnvelope.Commands => ReplyTo(new SlackCommand(envelope), apology),
            "block_actions" => ReplyTo(new SlackAction(envelope), apology),
            "app_mention" or "message" => ReplyTo(new SlackMessageEvent(envelope), apology),
            _ => null,
        };
        if (reply is not null && await tokens.FindAsync(envelope, cancel) is { } installation)
            await sender.SendAsync(reply, installation, cancel);
    }

    async Task AnswerMessageAsync(SlackMessageEvent message, SlackInstallation installation, CancellationToken cancel)
    {
        if (!message.IsDirect && message.IsStop)
        {
            await threads.LeaveAsync(message, cancel);
            Answer left = new(AnswerKind.Guidance, "I leave this thread. Mention me when you want me back.", [], []);
            await sender.SendAsync(ReplyTo(message, left), installation, cancel);
            return;
        }

        // Before the answer: whoever replies to it at once is heard.
        if (!message.IsDirect)
            await threads.JoinAsync(message, installation.Workspace, cancel);
        var status = message is { IsDirect: true, ThreadTs: { } thread }
            ? ShowStatusAsync(message.Channel, thread, installation.Token, cancel) : Task.CompletedTask;
        var answer = await pipeline.RunAsync(SlackConversation.KeyOf(installation.Workspace, message.Channel, message.Thread, message.User),
            options.Value.Ask(message.Words), cancel);
        // The status must not come after the answer, which takes it away.
        await status;
        await sender.SendAsync(ReplyTo(message, answer), installation, cancel);
    }

    async Task AnswerActionAsync(SlackEnvelope envelope, SlackInstallation installation, CancellationToken cancel)
    {
        var action = new SlackAction(envelope);
        if (action.Value is not { } says)
            return;
        if (action is { Id: BlockKitAnswer.Share, ResponseUrl: { } address })
        {
            var shared = SharedAnswer.FromValue(says, bot.Catalogue);
            var message = shared is null
                ? BlockKitAnswer.MessageOf(new(AnswerKind.Guidance, Changed, [], []), server.Value.Absolute)
                : Public(BlockKitAnswer.MessageOf(shared, server.Value.Absolute, SlackSurface.Shared));
            (message["response_type"], message["replace_original"]) = (shared is null ? "ephemeral" : "in_channel", false);
            await sender.SendAsync(new(message, address), installation, cancel);
            return;
        }

        // A button goes on with the conversation that it is shown in.
        var conversation = SlackConversation.KeyOf(installation.Workspace, action.Channel, action.Thread, envelope.User);
        await sender.SendAsync(ReplyTo(action, await pipeline.RunAsync(conversation, options.Value.Ask(says), cancel)), installation, cancel);
    }

    async Task ShowHomeAsync(SlackEnvelope envelope, SlackInstallation installation, CancellationToken cancel)
    {
        var progress = await pipeline.RunOnceAsync(SlackConversation.KeyOf(installation.Workspace, "", null, envelope.User),
            options.Value.Ask("score"), cancel);
        var home = SlackViews.Home(bot.Catalogue, bot.Starters(Language), server.Value.Absolute, progress, options.Value.Contact);
        await client.CourtesyAsync("views.publish", installation.Token, new() { ["user_id"] = envelope.User, ["view"] = home }, CourtesyTime, cancel);
    }

    async Task OfferPromptsAsync(SlackEnvelope envelope, SlackInstallation installation, CancellationToken cancel)
    {
        var thread = envelope.Event["assistant_thread"];
        var (channel, ts) = (SlackJson.Text(thread, "channel_id") ?? SlackJson.Text(envelope.Event["channel"]), SlackJson.Text(thread, "thread_ts"));
        if (channel is null)
            return;
        await client.CourtesyAsync("assistant.threads.setSuggestedPrompts", installation.Token, new()
        {
            ["channel_id"] = channel,
            ["thread_ts"] = ts,
            ["title"] = "You can ask, for example:",
            ["prompts"] = new JsonArray(
                [.. bot.Starters(Language).Take(MostPrompts).Select(c => new JsonObject { ["title"] = c.Label, ["message"] = c.Says })]),
        }, CourtesyTime, cancel);
        if (ts is not null)
        {
            JsonObject title = new() { ["channel_id"] = channel, ["thread_ts"] = ts, ["title"] = "Ask what the statement says" };
            await client.CourtesyAsync("assistant.threads.setTitle", installation.Token, title, CourtesyTime, cancel);
        }
    }

    Task ShowStatusAsync(string channel, string thread, string token, CancellationToken cancel) =>
        client.CourtesyAsync("assistant.threads.setStatus", token, new()
        {
            ["channel_id"] = channel,
            ["thread_ts"] = thread,
            ["status"] = "is looking it up\u2026",
            ["loading_messages"] = new JsonArray("Reading the statement\u2026", "Choosing the words to quote\u2026"),
        }, StatusTime, cancel);

    SlackReply ReplyTo(SlackMessageEvent message, Answer answer) => InChannel(answer, message.Channel, message.Thread);

    SlackReply ReplyTo(SlackCommand command, Answer answer) =>
        new(command.MessageOf(answer, server.Value.Absolute), command.ResponseUrl);

    SlackReply ReplyTo(SlackAction action, Answer answer)
    {
        var replaced = answer.Progress is null ? null : action.StepMessage;
        if (!action.IsEphemeral || action.ResponseUrl is not { } address)
        {
            var reply = InChannel(answer, action.Channel, action.Thread);
            if (replaced is not null)
                reply.Message["ts"] = replaced;
            return reply;
        }

        var message = BlockKitAnswer.MessageOf(answer, server.Value.Absolute, SlackSurface.Ephemeral);
        (message["response_type"], message["replace_original"]) = ("ephemeral", replaced is not null);
        return new(message, address);
    }

    SlackReply InChannel(Answer answer, string channel, string? thread)
    {
        var message = Public(BlockKitAnswer.MessageOf(answer, server.Value.Absolute));
        message["channel"] = channel;
        if (thread is not null)
            message["thread_ts"] = thread;
        return new(message);
    }

    // What others can see, or a locked screen may show.
    JsonObject Public(JsonObject message)
    {
        if (options.Value.Discreet)
            BlockKitAnswer.Quieten(message);
        return message;
    }
}
