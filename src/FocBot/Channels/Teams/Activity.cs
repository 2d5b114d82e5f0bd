using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FocBot.Channels.Teams;

/// <summary>A unit of the Bot Framework protocol, read tolerantly: unknown fields, types and entities do no harm.</summary>
/// <remarks>Source: the Bot Framework Activity specification, https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md.</remarks>
sealed record Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    /// <summary>Where replies go; to be trusted only once the token proved it.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public string? Text { get; set; }

    public string? TextFormat { get; set; }

    public string? Locale { get; set; }

    public string? InputHint { get; set; }

    /// <summary>Read aloud in place of the text.</summary>
    public string? Speak { get; set; }

    /// <summary>What a notification shows.</summary>
    public string? Summary { get; set; }

    public string? ReplyToId { get; set; }

    /// <summary>What an <c>invoke</c> or <c>event</c> is called.</summary>
    public string? Name { get; set; }

    /// <summary>What an installation update did: <c>add</c>, <c>remove</c>, ...</summary>
    public string? Action { get; set; }

    public JsonNode? Value { get; set; }

    public JsonNode? ChannelData { get; set; }

    public IReadOnlyList<JsonNode?>? Entities { get; set; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    public string? AttachmentLayout { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Reads one, with or without a byte order mark before it.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static Activity? Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json, ActivityJson.Default.Activity);

    /// <summary>Where a reply to this activity goes.</summary>
    internal ConversationReference? Reference() => ServiceUrl is { Length: > 0 } service && Conversation?.Id is { Length: > 0 } conversation
        ? new(service, conversation, Conversation.ConversationType ?? "personal", Id, ChannelId ?? "", Recipient)
        : null;
}

/// <summary>The types of activity that are answered.</summary>
static class ActivityTypes
{
    internal const string Message = "message", Invoke = "invoke", Typing = "typing", ConversationUpdate = "conversationUpdate", InstallationUpdate = "installationUpdate";
}

sealed record ChannelAccount(string? Id, string? Name = null);

sealed record ConversationAccount
{
    /// <summary>Opaque: never taken apart.</summary>
    public string? Id { get; set; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }
}

/// <summary>Where a conversation is held.</summary>
/// <param name="ActivityId">The activity replied to; null where none is.</param>
sealed record ConversationReference(string ServiceUrl, string Conversation, string ConversationType, string? ActivityId, string ChannelId, ChannelAccount? Bot)
{
    internal bool IsPersonal => ConversationType == "personal";
}

sealed record Attachment(string ContentType, [property: JsonConverter(typeof(CardIsOnlyWritten))] AdaptiveCard? Content)
{
    internal const string AdaptiveCard = "application/vnd.microsoft.card.adaptive", ThumbnailCard = "application/vnd.microsoft.card.thumbnail";
}

sealed record SuggestedActions(IReadOnlyList<CardAction> Actions)
{
    public IReadOnlyList<string> To { get; init; } = [];
}

sealed record CardAction(string Type, string Title, string Value);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(JsonObject))]
sealed partial class ActivityJson : JsonSerializerContext;
