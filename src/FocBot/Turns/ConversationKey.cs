namespace FocBot.Turns;

/// <summary>Whose conversation a message belongs to: a follow-up is one person's, also where many talk.</summary>
/// <param name="Channel">The channel's name, such as <c>teams</c>.</param>
/// <param name="Conversation">The conversation on that channel; opaque.</param>
/// <param name="User">The person on that channel; opaque.</param>
sealed record ConversationKey(string Channel, string Conversation, string User);
