using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>The answers to the earlier messages of a conversation, each found at most once a turn.</summary>
/// <remarks>A message may lean on the one before, that one on the one before it, and several commands may look back: without this the work would double with
/// every message.</remarks>
sealed class EarlierAnswers(OpenedContent content)
{
    readonly Dictionary<(int Before, string Text), Task<Answer>> found = [];

    /// <summary>What an earlier message was answered with.</summary>
    /// <param name="earlier">The message, with what was said before it.</param>
    /// <param name="cancel">Ends the turn.</param>
    internal Task<Answer> OfAsync(Question earlier, CancellationToken cancel)
    {
        var key = (earlier.History.Count, earlier.Text);
        if (!found.TryGetValue(key, out var answer))
            found[key] = answer = content.ReplyAsync(earlier, this, cancel);
        return answer;
    }
}
