using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FocBot.Channels.Slack;

/// <summary>Slack refused a call.</summary>
/// <param name="method">The method called.</param>
/// <param name="error">Slack's own word for the reason, such as <c>channel_not_found</c>.</param>
/// <param name="answer">What else Slack said.</param>
sealed partial class SlackException(string method, string error, JsonObject? answer = null) : Exception($"{method}: {error}")
{
    internal const string InvalidBlocks = "invalid_blocks";

    internal string Error => error;

    /// <summary>Whether the message is at fault: as text alone it may pass.</summary>
    internal bool IsAboutContent => error is "msg_too_long" or InvalidBlocks or "invalid_blocks_format" or "msg_blocks_too_long";

    /// <summary>Whether the same call may succeed later.</summary>
    internal bool IsPassing => IsAboutToken || error is "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout"
        or "ratelimited" or "rate_limited" or "team_added_to_org";

    // An administrator can put these right, and then what waits is answered.
    bool IsAboutToken => error is "token_expired" or "invalid_auth" or "not_authed" or "missing_scope" or "not_allowed_token_type";

    /// <summary>Where in the message Slack found the fault, such as <c>/blocks/3/text</c>; empty where it did not say.</summary>
    /// <remarks>Only the place: what else Slack says of it may repeat words of the message.</remarks>
    internal string Place => string.Join(", ", SlackJson.Elements(answer?["errors"])
        .Concat(SlackJson.Elements(SlackJson.Node(answer, "response_metadata", "messages")))
        .Select(said => Pointer().Match(SlackJson.Text(said) ?? "")).Where(found => found.Success).Select(found => found.Groups[1].Value).Distinct().Take(5));

    /// <summary>What an administrator can do; null where nothing helps.</summary>
    internal string? Advice => error switch
    {
        "channel_not_found" or "not_in_channel" => "Invite the app to the channel: /invite @FocBot.",
        "is_archived" => "The channel is archived: nothing can be written there.",
        "account_inactive" or "token_revoked" => "The app was removed from the workspace, or its bot user was deactivated: install it again.",
        "invalid_auth" or "not_authed" => "Copy the token again: your app, OAuth & Permissions, Bot User OAuth Token.",
        "token_expired" =>
            "The bot token has ended. With token rotation, connect by ClientId and ClientSecret, so that FocBot renews it; or turn rotation off.",
        "missing_scope" =>
            $"Add the scope {Scope(SlackJson.Text(answer?["needed"]))} in OAuth & Permissions, and install the app again.",
        "not_allowed_token_type" => "BotToken must begin with xoxb-, AppToken with xapp-: they may be exchanged.",
        "messages_tab_disabled" => "Turn the Messages tab on: your app, App Home.",
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" =>
            "The workspace does not let apps write there.",
        "too_many_websockets" => "Other programs use this AppToken, or too many replicas: Slack allows ten connections.",
        "link_disabled" => "Turn Socket Mode on: your app, Socket Mode.",
        _ => null,
    };

    // Nothing but a scope's name gets into the log.
    static string Scope(string? needed) => needed is not null
        && needed.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or ',' or '_' or '-') ? needed : "that Slack names";

    [GeneratedRegex(@"json-pointer:(/[a-z0-9_/]{1,100})")]
    private static partial Regex Pointer();
}
