using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FocBot.Channels.Teams;

/// <summary>A unit of the Bot Framework protocol, read tolerantly: unknown fields, types and entities do no harm.</summary>
/// <remarks>Source: the Bot Framework Activity specification, https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md.</remarks>
sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>Where replies go; to be trusted only once the token proved it.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    /// <summary>Read aloud in place of the text.</summary>
    public string? Speak { get; init; }

    /// <summary>What a notification shows.</summary>
    public string? Summary { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>What an <c>invoke</c> or <c>event</c> is called.</summary>
    public string? Name { get; init; }

    /// <summary>What an installation update did: <c>add</c>, <c>remove</c>, ...</summary>
    public string? Action { get; init; }

    public JsonNode? Value { get; init; }

    public JsonNode? ChannelData { get; init; }

    public IReadOnlyList<JsonNode?>? Entities { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public string? AttachmentLayout { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

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
    public string? Id { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }
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
