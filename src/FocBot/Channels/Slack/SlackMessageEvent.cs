using System.Text.Json.Nodes;

namespace FocBot.Channels.Slack;

/// <summary>A message or a mention, new or edited, as far as it matters.</summary>
/// <remarks>Source: https://docs.slack.dev/reference/events/message.</remarks>
sealed class SlackMessageEvent(SlackEnvelope envelope)
{
    const string Slackbot = "USLACKBOT";

    static readonly string[] CourtesiesOfStop = ["please", "now", "thanks", "thank", "you", "it"];

    // An edited message is nested in the event that tells of it.
    readonly JsonObject message = envelope.Event["message"] as JsonObject ?? envelope.Event;

    internal string Workspace => envelope.Workspace;

    internal string Channel => SlackJson.Text(envelope.Event["channel"]) ?? "";

    internal string Ts => SlackJson.Text(message["ts"]) ?? "";

    internal string User => SlackJson.Text(message["user"]) ?? "";

    internal string? ThreadTs => SlackJson.Text(message["thread_ts"]);

    /// <summary>The thread that an answer goes to; in a direct message only where there is one.</summary>
    internal string? Thread => ThreadTs ?? (IsDirect ? null : Ts);

    internal bool IsDirect => SlackJson.Text(envelope.Event["channel_type"]) == "im" || Channel.StartsWith('D');

    internal bool IsEdit => SlackJson.Text(envelope.Event["subtype"]) == "message_changed";

    /// <summary>The plain words.</summary>
    internal string Words => SlackMessageText.Read(message);

    /// <summary>Whether a person wrote it: no app, no notice, not Slackbot, not the bot itself.</summary>
    internal bool IsByPerson => Channel.Length > 0 && Ts.Length > 0 && User.Length > 0
        && User != Slackbot && User != BotUser && message["bot_id"] is null && envelope.Event["bot_id"] is null
        && (IsEdit || SlackJson.Text(envelope.Event["subtype"]) is null or "file_share" or "thread_broadcast" or "me_message");

    /// <summary>Whether it mentions the bot; an edit only where it did not before.</summary>
    internal bool MentionsBot => envelope.Type == "app_mention"
        || (Mentions(message) && !(IsEdit && Mentions(envelope.Event["previous_message"])));

    internal bool IsQuestion => Words.AsSpan().IndexOfAny("?\u061F\uFF1F") >= 0;

    /// <summary>Whether it tells the bot to stop, with or without courtesies.</summary>
    internal bool IsStop
    {
        get
        {
            var words = Words.ToLowerInvariant().Split([' ', ',', '.', '!', '\n'], StringSplitOptions.RemoveEmptyEntries);
            return words.Contains("stop") && words.All(word => word == "stop" || CourtesiesOfStop.Contains(word));
        }
    }

    string? BotUser => SlackJson.Text(SlackJson.Elements(envelope.Payload["authorizations"]).FirstOrDefault(), "user_id");

    bool Mentions(JsonNode? its) => BotUser is { } bot && SlackJson.Text(its, "text") is { } text
        && (text.Contains($"<@{bot}>", StringComparison.Ordinal) || text.Contains($"<@{bot}|", StringComparison.Ordinal));
}
