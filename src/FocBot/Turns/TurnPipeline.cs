using FocBot.Core;
using FocBot.Core.Users;
using FocBot.Storage;

namespace FocBot.Turns;

/// <summary>Answers one message of one person: what the channels share that acknowledge first. The channel renders and sends
/// the answer.</summary>
sealed class TurnPipeline(AnswerComposer composer, ConversationHistory history, UserStates users)
{
    /// <summary>Answers a message, with the conversation's earlier ones as its context, and remembers it for the next.</summary>
    /// <param name="conversation">Whose message it is.</param>
    /// <param name="text">The message without the channel's markup.</param>
    /// <param name="cancel">Ends the turn.</param>
    internal Task<Answer> RunAsync(ConversationKey conversation, string text, CancellationToken cancel) => RunAsync(conversation, new Question(text), cancel);

    /// <summary>The same for a message with wishes of its channel; its history and person are filled in.</summary>
    internal async Task<Answer> RunAsync(ConversationKey conversation, Question asked, CancellationToken cancel)
    {
        var (text, earlier) = (asked.Text, await history.FindAsync(conversation, cancel));
        var answer = await composer.ComposeAsync(asked with { History = earlier, User = UserOf(conversation) }, conversation.Channel, cancel);
        // Forgetting has deleted the conversation; a text too long to be read is no context.
        if (!answer.Forgets && text.Length <= Question.MaxLength)
            await history.SaveAsync(conversation, ConversationMemory.Keep([.. earlier, text]), cancel);
        return answer;
    }

    /// <summary>Answers a message that stands alone, such as one in a window of its own: nothing is remembered.</summary>
    internal Task<Answer> RunOnceAsync(ConversationKey conversation, string text, CancellationToken cancel) =>
        RunOnceAsync(conversation, new Question(text), cancel);

    /// <summary>The same for a message with wishes of its channel.</summary>
    internal Task<Answer> RunOnceAsync(ConversationKey conversation, Question asked, CancellationToken cancel) =>
        composer.ComposeAsync(asked with { User = UserOf(conversation) }, conversation.Channel, cancel);

    /// <summary>What a person is told whose turn failed.</summary>
    /// <param name="reference">Finds the failure in the log.</param>
    internal static Answer Apology(string reference) => new(AnswerKind.Guidance,
        "I am sorry: something went wrong on my side, and I could not answer. Please ask again; "
        + $"if it happens again, give your administrator this reference: {reference}.",
        [], [new("Help", "help")]);

    // A person's progress is the same in all conversations of a channel.
    IUserState UserOf(ConversationKey conversation) => users.For(conversation.Channel, conversation.User, conversation.Installation);
}
