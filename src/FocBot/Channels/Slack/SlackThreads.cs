using FocBot.Storage;

namespace FocBot.Channels.Slack;

/// <summary>With whom the bot talks in a channel's threads: only they are answered without a mention, and only where nobody else has spoken since.</summary>
sealed class SlackThreads(Threads threads)
{
    /// <summary>Notes that a person is answered in a thread.</summary>
    internal async Task JoinAsync(SlackMessageEvent message, string workspace, CancellationToken cancel)
    {
        await threads.AddAsync(SlackInboxHandler.Name, workspace, ThreadOf(message), cancel);
        await threads.AddAsync(SlackInboxHandler.Name, workspace, PersonOf(message), cancel);
        await threads.RemoveAsync(SlackInboxHandler.Name, OthersOf(message), cancel);
    }

    /// <summary>Notes that the bot was told to stop.</summary>
    internal Task LeaveAsync(SlackMessageEvent message, CancellationToken cancel) => threads.RemoveAsync(SlackInboxHandler.Name, ThreadOf(message), cancel);

    /// <summary>Whether a message in a thread, without a mention, is meant for the bot.</summary>
    internal async Task<bool> IsForBotAsync(SlackMessageEvent message, CancellationToken cancel)
    {
        if (!await HasAsync(ThreadOf(message), cancel))
            return false;
        if (message.IsStop)
            return true;
        if (!await HasAsync(PersonOf(message), cancel))
        {
            // People talk to each other now.
            await threads.AddAsync(SlackInboxHandler.Name, message.Workspace, OthersOf(message), cancel);
            return false;
        }

        return message.IsQuestion && !await HasAsync(OthersOf(message), cancel);
    }

    Task<bool> HasAsync(string thread, CancellationToken cancel) => threads.HasAsync(SlackInboxHandler.Name, thread, cancel);

    static string ThreadOf(SlackMessageEvent message) => $"{message.Workspace}|{message.Channel}|{message.Thread}";

    static string PersonOf(SlackMessageEvent message) => $"{ThreadOf(message)}|{message.User}";

    static string OthersOf(SlackMessageEvent message) => $"{ThreadOf(message)}|others";
}
