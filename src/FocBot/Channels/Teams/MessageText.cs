using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace FocBot.Channels.Teams;

/// <summary>What a person said by an activity: the words typed, without the mention of the bot, or the sentence of the button pressed.</summary>
static class MessageText
{
    const string Mention = "mention";

    /// <summary>The words; null when the bot is not addressed.</summary>
    internal static string? Of(IMessageActivity activity)
    {
        if (OfButton(activity.Value) is { } pressed)
            return pressed;
        var text = activity.Text ?? "";
        var isAddressed = false;
        foreach (var mention in (activity.Entities ?? []).Where(entity => IsMentionOf(entity, activity.Recipient?.Id)))
        {
            isAddressed = true;
            if (Text(mention.Properties["text"]) is { Length: > 0 } shown)
                text = text.Replace(shown, " ", StringComparison.Ordinal);
        }

        return isAddressed || IsPersonal(activity) ? WebUtility.HtmlDecode(text).Trim() : null;
    }

    /// <summary>The sentence that a pressed button carries; null when there is none.</summary>
    internal static string? OfButton(object? value) => value switch
    {
        JObject data => Text(data[ButtonPayload.Property]),
        JToken token => Text(token),
        string text => text,
        _ => null,
    };

    /// <summary>Whether a button was pressed in the card of one step of several.</summary>
    internal static bool IsStep(object? value) => value is JObject data && data[ButtonPayload.StepProperty] is JValue { Value: true };

    /// <summary>Whether only one person and the bot talk here. Channels other than Teams leave the type out.</summary>
    internal static bool IsPersonal(IActivity activity) =>
        activity.Conversation is { IsGroup: not true, ConversationType: null or "" or "personal" };

    /// <summary>The text of a token; null for anything else.</summary>
    internal static string? Text(JToken? token) => token is JValue { Type: JTokenType.String } value ? (string?)value : null;

    static bool IsMentionOf(Entity? entity, string? bot) =>
        entity?.Type == Mention && bot is not null && Text((entity.Properties["mentioned"] as JObject)?["id"]) == bot;
}
