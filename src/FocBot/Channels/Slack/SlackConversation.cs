using FocBot.Storage;

namespace FocBot.Channels.Slack;

/// <summary>The key of a conversation: the same for what is typed and for a button that is pressed.</summary>
static class SlackConversation
{
    /// <summary>The conversation of a person: in a channel a thread, in a direct message the thread or what is written outside threads.</summary>
    internal static ConversationKey KeyOf(string workspace, string channel, string? thread, string user) =>
        new(SlackInboxHandler.Name, workspace, $"{workspace}|{channel}|{thread}", $"{workspace}|{user}");

    /// <summary>The conversation of a window: its questions are follow-ups of each other, and of nothing else.</summary>
    internal static ConversationKey KeyOfView(string workspace, string view, string user) =>
        new(SlackInboxHandler.Name, workspace, $"{workspace}|view|{view}", $"{workspace}|{user}");
}
