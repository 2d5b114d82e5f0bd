using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Storage;

namespace FocBot.Channels.Slack;

/// <summary>What Slack delivered, by HTTP or by Socket Mode: the same for both.</summary>
/// <param name="Kind"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>, as Socket Mode names them.</param>
sealed record SlackDelivery(string Kind, JsonObject Payload)
{
    internal const string Events = "events_api", Commands = "slash_commands", Interactive = "interactive";

    internal JsonObject Event => Payload["event"] as JsonObject ?? [];

    internal string? Type => Kind == Events ? Text(Event["type"]) : Text(Payload["type"]);

    /// <summary>The workspace.</summary>
    internal string Team => Text(Payload["team_id"]) ?? Text((Payload["team"] as JsonObject)?["id"]) ?? "";

    /// <summary>As it is kept until it is answered.</summary>
    /// <param name="conversation">What is worked in order.</param>
    /// <param name="id">What makes it itself there.</param>
    internal Delivery Kept(string conversation, string id) =>
        new(SlackTurn.Name, conversation, id, Encoding.UTF8.GetBytes(new JsonObject { ["kind"] = Kind, ["payload"] = Payload.DeepClone() }.ToJsonString()));

    internal static SlackDelivery Of(Delivery delivery)
    {
        var read = (JsonObject)JsonNode.Parse(delivery.Payload)!;
        return new(Text(read["kind"])!, (JsonObject)read["payload"]!.DeepClone());
    }

    /// <summary>The text of a node; null for anything else.</summary>
    internal static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The text below a path of names; null where any is missing.</summary>
    internal static string? Text(JsonNode? node, params ReadOnlySpan<string> path) => Text(Node(node, path));

    /// <summary>The node below a path of names; null where any is missing.</summary>
    internal static JsonNode? Node(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node;
    }
}
