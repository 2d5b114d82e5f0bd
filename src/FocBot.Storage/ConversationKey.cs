namespace FocBot.Storage;

/// <summary>Whose conversation a message belongs to: a follow-up is one person's, also where many talk. All parts are the channel's own ids.</summary>
/// <param name="Channel">The channel's name, such as <c>teams</c>.</param>
/// <param name="Installation">The installation it belongs to: its removal deletes what was stored for the conversation.</param>
/// <param name="Conversation">The conversation, or thread.</param>
/// <param name="User">The person.</param>
public sealed record ConversationKey(string Channel, string Installation, string Conversation, string User);
