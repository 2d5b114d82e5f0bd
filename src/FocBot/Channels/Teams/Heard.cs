using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FocBot.Channels.Teams;

/// <summary>What a person said by an activity: the words typed, without the mention of the bot, or the sentence of the button pressed.</summary>
static class Heard
{
    /// <summary>The words; null where the bot is not spoken to.</summary>
    internal static string? In(Activity activity)
    {
        if (Says(activity.Value) is { } pressed)
            return pressed;
        var text = activity.Text ?? "";
        var spokenTo = false;
        foreach (var mention in (activity.Entities ?? []).OfType<JsonObject>().Where(e => Text(e["type"]) == "mention" && Text((e["mentioned"] as JsonObject)?["id"]) == activity.Recipient?.Id))
        {
            spokenTo = true;
            if (Text(mention["text"]) is { Length: > 0 } shown)
                text = text.Replace(shown, " ", StringComparison.Ordinal);
        }

        return spokenTo || activity.Conversation?.ConversationType is null or "personal" ? WebUtility.HtmlDecode(text).Trim() : null;
    }

    /// <summary>The sentence that a pressed button carries; null where there is none.</summary>
    internal static string? Says(JsonNode? value) => value switch
    {
        JsonObject carried => Text(carried["says"]),
        JsonValue => Text(value),
        _ => null,
    };

    /// <summary>The text of a node; null for anything else.</summary>
    internal static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
