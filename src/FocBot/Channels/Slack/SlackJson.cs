using System.Text.Json;
using System.Text.Json.Nodes;

namespace FocBot.Channels.Slack;

/// <summary>Reads Slack's JSON, in which any field may be missing or of another kind.</summary>
static class SlackJson
{
    // Two fields of one name would fail later, where they are read.
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads one JSON object; null for any other JSON.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static JsonObject? Parse(byte[] json) => JsonNode.Parse(JsonSurrogates.Repair(json), documentOptions: Strict) as JsonObject;

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

    /// <summary>The elements of an array; none for anything else.</summary>
    internal static IEnumerable<JsonNode?> Elements(JsonNode? node) => node as JsonArray ?? [];

    internal static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;
}
