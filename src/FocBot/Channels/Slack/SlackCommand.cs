using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Storage;

namespace FocBot.Channels.Slack;

/// <summary>A slash command that was typed, such as <c>/foc encryption</c>.</summary>
/// <remarks>Source: https://docs.slack.dev/interactivity/implementing-slash-commands.</remarks>
sealed class SlackCommand(SlackEnvelope envelope)
{
    readonly JsonObject payload = envelope.Payload;

    /// <summary>What was typed behind its name; "help" where nothing was.</summary>
    internal string Words { get; } = SlackText.PlainText(SlackJson.Text(envelope.Payload["text"])) is { Length: > 0 } words ? words : "help";

    internal ConversationKey Conversation =>
        SlackConversation.KeyOf(envelope.Workspace, SlackJson.Text(payload["channel_id"]) ?? "", null, envelope.User);

    /// <summary>Identifies the typing: a repeat has the same.</summary>
    internal string Id => SlackJson.Text(payload["trigger_id"]) ?? Guid.NewGuid().ToString();

    /// <summary>Where an answer goes that comes too late for the acknowledgement; null where there is none.</summary>
    internal string? ResponseUrl => SlackJson.Text(payload["response_url"]);

    /// <summary>The answer as only the person sees it.</summary>
    internal JsonObject MessageOf(Answer answer, Func<string, string> absolute)
    {
        var message = BlockKitAnswer.MessageOf(answer, absolute, SlackSurface.Ephemeral);
        if (Words == "help" && SlackJson.Text(payload["command"]) is { } name)
            (message["blocks"] as JsonArray)?.Add(BlockKitAnswer.Words(Hints(name)));
        message["response_type"] = "ephemeral";
        return message;
    }

    static string Hints(string name) =>
        $"Type it behind {name}, for example:\n{name} can governments spy on people?\n{name} recommendations\n"
        + $"{name} topic privacy\n{name} paragraph 12\n{name} cite 12\n{name} tour";
}
