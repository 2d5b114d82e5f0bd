using System.Text.Json.Nodes;

namespace FocBot.Channels.Slack;

/// <summary>A button that was pressed, or a field that was entered: where, and what it says.</summary>
/// <remarks>Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload.</remarks>
sealed class SlackAction(SlackEnvelope envelope)
{
    readonly JsonObject payload = envelope.Payload;
    readonly JsonNode? action = SlackJson.Elements(envelope.Payload["actions"]).FirstOrDefault();

    internal string Id => SlackJson.Text(action, "action_id") ?? "";

    /// <summary>What the button says; null where it says nothing.</summary>
    internal string? Value => SlackJson.Text(action, "value");

    /// <summary>Identifies the pressing: a repeat has the same.</summary>
    internal string PressId => SlackJson.Text(payload["trigger_id"]) ?? SlackJson.Text(action, "action_ts") ?? "";

    internal string Channel => SlackJson.Text(payload, "channel", "id") ?? SlackJson.Text(payload, "container", "channel_id") ?? "";

    /// <summary>Whether only the person who asked sees the message.</summary>
    internal bool IsEphemeral => SlackJson.IsTrue(SlackJson.Node(payload, "container", "is_ephemeral"));

    /// <summary>Whether it is in a window or on the home tab.</summary>
    internal bool IsInView => SlackJson.Text(payload, "container", "type") == "view" || payload["view"] is JsonObject;

    /// <summary>The message that the button is in, where it shows how far somebody is on a way of several steps: the next step takes its place.</summary>
    internal string? StepMessage =>
        SlackJson.Elements(SlackJson.Node(payload, "message", "blocks")).Any(block => SlackJson.Text(block, "block_id") == BlockKitAnswer.ProgressBlock)
            ? SlackJson.Text(payload, "message", "ts") : null;

    internal string? ResponseUrl => SlackJson.Text(payload["response_url"]);

    /// <summary>The thread that the conversation of the button's message is in; null outside threads.</summary>
    internal string? Thread => SlackJson.Text(payload, "message", "thread_ts") ?? SlackJson.Text(payload, "container", "thread_ts")
        ?? (Channel.StartsWith('D') || IsEphemeral ? null : SlackJson.Text(payload, "message", "ts"));
}
