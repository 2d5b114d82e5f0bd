using System.Text;
using System.Text.Json.Nodes;
using FocBot.Storage;

namespace FocBot.Channels.Slack;

/// <summary>What Slack delivered, by HTTP or by Socket Mode: the same for both.</summary>
/// <param name="Kind"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>, as Socket Mode names them.</param>
/// <param name="Payload">The body.</param>
sealed record SlackEnvelope(string Kind, JsonObject Payload)
{
    internal const string Events = "events_api", Commands = "slash_commands", Interactive = "interactive";

    internal JsonObject Event => Payload["event"] as JsonObject ?? [];

    internal string? Type => Kind == Events ? SlackJson.Text(Event["type"]) : SlackJson.Text(Payload["type"]);

    /// <summary>The person: who wrote, pressed or typed.</summary>
    internal string User => SlackJson.Text(Payload, "user", "id") ?? SlackJson.Text(Payload["user_id"]) ?? SlackJson.Text(Event["user"]) ?? "";

    /// <summary>The workspaces or organisations whose installation this may belong to, likeliest first.</summary>
    /// <remarks>
    /// In a channel that organisations share, <c>team_id</c> may be that of whoever wrote or pressed.
    /// Source: https://docs.slack.dev/apis/slack-connect, https://docs.slack.dev/enterprise/organization-ready-apps.
    /// </remarks>
    internal IReadOnlyList<string> Workspaces => [.. Candidates().OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The likeliest of <see cref="Workspaces"/>.</summary>
    internal string Workspace => Workspaces is [var likeliest, ..] ? likeliest : "";

    /// <summary>As it is stored until it is answered.</summary>
    /// <param name="conversation">What is answered in order.</param>
    /// <param name="id">Identifies it there: a repeat has the same.</param>
    internal Delivery ToDelivery(string conversation, string id) =>
        new(SlackInboxHandler.Name, conversation, id,
            Encoding.UTF8.GetBytes(new JsonObject { ["kind"] = Kind, ["payload"] = Payload.DeepClone() }.ToJsonString()));

    internal static SlackEnvelope From(Delivery delivery)
    {
        var read = (JsonObject)JsonNode.Parse(delivery.Payload)!;
        return new(SlackJson.Text(read["kind"])!, (JsonObject)read["payload"]!.DeepClone());
    }

    IEnumerable<string?> Candidates()
    {
        var authorization = SlackJson.Elements(Payload["authorizations"]).FirstOrDefault();
        if (SlackJson.IsTrue(SlackJson.Node(authorization, "is_enterprise_install")))
            yield return SlackJson.Text(authorization, "enterprise_id");
        yield return SlackJson.Text(authorization, "team_id");
        yield return SlackJson.Text(Payload["context_team_id"]);
        // Commands come as a form, in which all is text.
        if (SlackJson.IsTrue(Payload["is_enterprise_install"]) || SlackJson.Text(Payload["is_enterprise_install"]) == "true")
            yield return SlackJson.Text(Payload, "enterprise", "id") ?? SlackJson.Text(Payload["enterprise_id"]);
        yield return SlackJson.Text(Payload, "view", "app_installed_team_id");
        // The bot's own message names the workspace that the bot wrote it in.
        if (Type == "block_actions")
            yield return SlackJson.Text(Payload, "message", "team");
        yield return SlackJson.Text(Payload["team_id"]);
        yield return SlackJson.Text(Payload, "team", "id");
        yield return SlackJson.Text(Payload, "user", "team_id");
        yield return SlackJson.Text(Payload, "enterprise", "id") ?? SlackJson.Text(Payload["enterprise_id"]) ?? SlackJson.Text(authorization, "enterprise_id");
    }
}
