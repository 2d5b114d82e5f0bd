using FocBot.Core.Answering;

namespace FocBot.Core;

/// <summary>Which of a conversation's questions are remembered.</summary>
public static class ConversationMemory
{
    /// <summary>The last <see cref="Question.MaxHistory"/> questions; "use only the AI statement" holds for the whole conversation and stays, in place of the
    /// oldest.</summary>
    public static IReadOnlyList<string> Keep(IReadOnlyList<string> questions)
    {
        var dropped = questions.Count - Question.MaxHistory;
        if (dropped <= 0)
            return questions;
        var scope = questions.Take(dropped + 1).LastOrDefault(Scope.Sets);
        return scope is null || questions.Skip(dropped + 1).Any(Scope.Sets) ? [.. questions.Skip(dropped)] : [scope, .. questions.Skip(dropped + 1)];
    }
}
