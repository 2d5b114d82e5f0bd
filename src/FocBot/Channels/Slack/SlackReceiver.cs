using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Takes in what Slack delivers, by whichever way it came: says what to acknowledge with, and leaves the rest to the inbox.</summary>
sealed partial class SlackReceiver(
    Inbox inbox, TurnPipeline pipeline, SlackModals modals, SlackThreads threads,
    IOptions<ServerOptions> server, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackReceiver> log)
{
    /// <summary>How long a command may be answered in its acknowledgement: Slack waits three seconds.</summary>
    internal static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    /// <summary>The body of the acknowledgement; null for an empty one.</summary>
    /// <exception cref="StorageUnavailableException">It could not be stored: it must not be acknowledged.</exception>
    internal async Task<JsonObject?> ReceiveAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        switch (envelope.Kind)
        {
            case SlackEnvelope.Commands:
                // Slack checks the certificate from time to time.
                return envelope.Payload["ssl_check"] is null ? await AnswerCommandAsync(envelope, cancel) : null;
            case SlackEnvelope.Interactive when envelope.Type == "view_submission":
                return await modals.SubmitAsync(envelope, cancel);
            case SlackEnvelope.Interactive when SlackModals.IsFor(envelope):
                await modals.OpenAsync(envelope, cancel);
                return null;
            case SlackEnvelope.Interactive when envelope.Type == "block_actions":
                await ReceiveActionAsync(envelope, cancel);
                return null;
            case SlackEnvelope.Events:
                await ReceiveEventAsync(envelope, cancel);
                return null;
            default:
                return null;
        }
    }

    async Task ReceiveActionAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        var action = new SlackAction(envelope);
        // What was liked is counted, and nothing else of it.
        if (action.Id == BlockKitAnswer.Feedback && action.Value is BlockKitAnswer.Liked or BlockKitAnswer.Disliked)
        {
            Rated(action.Value);
            TurnTelemetry.CountRating(SlackInboxHandler.Name, action.Value);
        }
        else if (action.Value is not null)
            await inbox.AcceptAsync(envelope.ToDelivery(ConversationOf(envelope, action.Channel, action.Thread), action.PressId), cancel);
    }

    async Task ReceiveEventAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        switch (envelope.Type)
        {
            case "app_mention" or "message":
                var message = new SlackMessageEvent(envelope);
                // The same words come as mention and as message: the place they stand at makes them one.
                if (await IsForBotAsync(message, cancel))
                    await inbox.AcceptAsync(envelope.ToDelivery(ConversationOf(envelope, message.Channel, message.Thread), message.Ts), cancel);
                break;
            case "app_home_opened" or "assistant_thread_started" or "app_uninstalled" or "tokens_revoked":
                var id = SlackJson.Text(envelope.Payload["event_id"]) ?? Guid.NewGuid().ToString();
                await inbox.AcceptAsync(envelope.ToDelivery($"{envelope.Workspace}|{envelope.Type}|{envelope.User}", id), cancel);
                break;
            case "app_rate_limited":
                RateLimited();
                break;
        }
    }

    static string ConversationOf(SlackEnvelope envelope, string channel, string? thread) =>
        SlackConversation.KeyOf(envelope.Workspace, channel, thread, envelope.User).Conversation;

    // A person speaks to the bot by mention, in a direct message, or by a question after an answer in its thread.
    async Task<bool> IsForBotAsync(SlackMessageEvent message, CancellationToken cancel) =>
        message.IsByPerson
        && (message.IsDirect ? !message.IsEdit
            : message.MentionsBot || (message is { IsEdit: false, ThreadTs: not null } && await threads.IsForBotAsync(message, cancel)));

    // Null where it takes longer than Slack waits: then the inbox answers it.
    async Task<JsonObject?> AnswerCommandAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        var command = new SlackCommand(envelope);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var answering = AnswerAsync(command, late.Token);
        if (command.ResponseUrl is null || await Task.WhenAny(answering, Task.Delay(LongestAnswer, time, late.Token)) == answering)
            return command.MessageOf(await answering, server.Value.Absolute);
        await inbox.AcceptAsync(envelope.ToDelivery(command.Conversation.Conversation, command.Id), cancel);
        await late.CancelAsync();
        return null;
    }

    async Task<Answer> AnswerAsync(SlackCommand command, CancellationToken cancel)
    {
        try
        {
            return await pipeline.RunAsync(command.Conversation, options.Value.Ask(command.Words), cancel);
        }
#pragma warning disable CA1031 // A failing turn is told to its person and to the log.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            TurnFailed(reference, fault.GetType().Name, fault.StackTrace);
            return TurnPipeline.Apology(reference);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "slack: too many events this hour; Slack holds some back.")]
    partial void RateLimited();

    [LoggerMessage(Level = LogLevel.Information, Message = "slack: an answer was rated: {Rating}")]
    partial void Rated(string rating);

    // The message of an exception may hold what a person typed: the log has its kind and place only.
    [LoggerMessage(Level = LogLevel.Error, Message = "slack: a command failed, reference {Reference}: {Fault}\n{Trace}")]
    partial void TurnFailed(string reference, string fault, string? trace);
}
