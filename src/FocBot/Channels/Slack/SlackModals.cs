using System.Globalization;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Windows: opened at once, for Slack allows three seconds from the press, so they wait in no queue.</summary>
/// <remarks>Source: https://docs.slack.dev/surfaces/modals#trigger_response.</remarks>
sealed partial class SlackModals(
    Bot bot, TurnPipeline pipeline, SlackClient client, SlackTokens tokens,
    IOptions<ServerOptions> server, IOptions<SlackOptions> options, ILogger<SlackModals> log)
{
    // Named in manifests/slack/manifest.yaml.
    const string LanguageCallback = "language";

    const string NoWords = "This message has no words that I could look up. You can ask in your own:", AskSomething = "Please type a question.";

    /// <summary>Whether an interaction is answered by a window.</summary>
    internal static bool IsFor(SlackEnvelope envelope) => envelope.Type switch
    {
        "message_action" or "shortcut" => true,
        "block_actions" => new SlackAction(envelope) is { } action
            && (action.IsInView || action.Id == BlockKitAnswer.CopyCitation || action.Id.StartsWith(BlockKitAnswer.ShowPassage, StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>Opens a window for a shortcut or a button; an open one is answered in place.</summary>
    internal async Task OpenAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        try
        {
            if (await tokens.FindAsync(envelope, cancel) is not { } installation
                || await ComposeAsync(envelope, installation.Workspace, cancel) is not { } view)
                return;
            var isOpen = SlackJson.Text(envelope.Payload, "view", "type") == "modal";
            await client.CallAsync(isOpen ? "views.update" : "views.open", installation.Token, new()
            {
                [isOpen ? "view_id" : "trigger_id"] = isOpen ? SlackJson.Text(envelope.Payload, "view", "id") : SlackJson.Text(envelope.Payload["trigger_id"]),
                ["view"] = view,
            }, cancel);
        }
        catch (SlackException refused)
        {
            ViewRefused(refused.Message, refused.Place, refused.Advice ?? "");
        }
        catch (Exception fault) when (fault is ReplyRefusedException or ReplyUncertainException)
        {
            // The three seconds are over by the time of another try.
            ViewRefused(fault.Message, "", "");
        }
    }

    /// <summary>Answers what was typed into a window: the body of the acknowledgement, with the answer in place of the question, or what is wrong with
    /// it.</summary>
    internal async Task<JsonObject?> SubmitAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        var fields = SlackJson.Node(envelope.Payload, "view", "state", "values") as JsonObject ?? [];
        if (fields.FirstOrDefault() is not { Key: { } block, Value: JsonObject field })
            return null;
        var typed = field.Select(input => SlackJson.Text(input.Value, "value")).FirstOrDefault(value => value is not null);
        if (string.IsNullOrWhiteSpace(typed))
            return Error(block, AskSomething);
        var (conversation, number) = ConversationOf(envelope);
        try
        {
            var key = SlackConversation.KeyOfView(envelope.Workspace, conversation, envelope.User);
            var answer = await pipeline.RunAsync(key, options.Value.Ask(SlackText.PlainText(typed)), cancel);
            return new() { ["response_action"] = "update", ["view"] = SlackViews.Answer(answer, server.Value.Absolute, conversation, number + 1) };
        }
#pragma warning disable CA1031 // A failing turn is told in the window and in the log.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return Error(block, TurnPipeline.Apology(Failed(fault)).Lead);
        }
#pragma warning restore CA1031
    }

    async Task<JsonObject?> ComposeAsync(SlackEnvelope envelope, string workspace, CancellationToken cancel)
    {
        var (conversation, number) = ConversationOf(envelope);
        if (envelope.Type == "shortcut")
            return SlackViews.Ask(conversation, WorkspaceLabels);
        var action = new SlackAction(envelope);
        if (PassageOf(action) is { } excerpt)
            return action.Id == BlockKitAnswer.CopyCitation
                ? SlackViews.Citation(excerpt, server.Value.Absolute)
                : SlackViews.Passage(excerpt, WorkspaceLabels, server.Value.Absolute);
        var words = envelope.Type == "message_action" ? SlackMessageText.Read(envelope.Payload["message"]) : SlackText.PlainText(action.Value);
        if (words.Length == 0)
            return envelope.Type == "message_action" ? SlackViews.Ask(conversation, WorkspaceLabels, NoWords) : null;
        if (envelope.Type == "message_action" && SlackJson.Text(envelope.Payload["callback_id"]) == LanguageCallback)
            words = $"find language: {words}";
        try
        {
            var key = SlackConversation.KeyOfView(workspace, conversation, envelope.User);
            var answer = await pipeline.RunAsync(key, options.Value.Ask(words), cancel);
            return SlackViews.Answer(answer, server.Value.Absolute, conversation, number + 1);
        }
#pragma warning disable CA1031 // A failing turn is told in the window and in the log.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return SlackViews.Answer(TurnPipeline.Apology(Failed(fault)), server.Value.Absolute, conversation, number + 1);
        }
#pragma warning restore CA1031
    }

    Labels WorkspaceLabels => bot.Catalogue.Languages.FirstOrDefault(its => its.Code == options.Value.Language)?.Labels ?? Labels.English;

    Excerpt? PassageOf(SlackAction action) =>
        (action.Id == BlockKitAnswer.CopyCitation || action.Id.StartsWith(BlockKitAnswer.ShowPassage, StringComparison.Ordinal))
        && PassageId.TryParse(action.Value, out var id) && bot.Catalogue.Find(id) is { } passage ? Quote.Of(passage) : null;

    // A window carries its conversation along; a new one begins one.
    static (string Conversation, int Number) ConversationOf(SlackEnvelope envelope) =>
        SlackJson.Text(envelope.Payload, "view", "private_metadata")?.Split('|') is [{ Length: > 0 } conversation, var number]
            && int.TryParse(number, CultureInfo.InvariantCulture, out var count)
            ? (conversation, count)
            : (Guid.NewGuid().ToString("N"), 0);

    static JsonObject Error(string block, string message) => new() { ["response_action"] = "errors", ["errors"] = new JsonObject { [block] = message } };

    string Failed(Exception fault)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        TurnFailed(reference, fault.GetType().Name, fault.StackTrace);
        return reference;
    }

    // The message of an exception may hold what a person typed: the log has its kind and place only.
    [LoggerMessage(Level = LogLevel.Error, Message = "slack: a turn in a window failed, reference {Reference}: {Fault}\n{Trace}")]
    partial void TurnFailed(string reference, string fault, string? trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "slack: a window was not opened: {Reason} {Place} {Advice}")]
    partial void ViewRefused(string reason, string place, string advice);
}
