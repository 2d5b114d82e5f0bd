using FocBot.Core.Answering;
using FocBot.Core.Onboarding;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>A question of the quiz with its options, in the language of the conversation.</summary>
/// <param name="Number">From 1, over all statements.</param>
sealed record QuizQuestion(int Number, string Text, string Right, IReadOnlyList<string> Options, PassageId Passage);

/// <summary>The questions of all statements, one after another.</summary>
static class QuizItems
{
    internal static IReadOnlyList<QuizQuestion> Of(Catalogue catalogue, Wording say) =>
        [.. catalogue.Statements.SelectMany(QuestionBank.Of).Select((q, i) => new QuizQuestion(i + 1, TextOf(q, say), q.Right, q.Options, q.Passage))];

    /// <summary>The questions of a statement's check, numbered from 1.</summary>
    internal static IReadOnlyList<QuizQuestion> CheckOf(Statement statement, Wording say) =>
        [.. QuestionBank.Check(statement).Select((q, i) => new QuizQuestion(i + 1, TextOf(q, say), q.Right, q.Options, q.Passage))];

    static string TextOf(BankQuestion question, Wording say) => question.Kind switch
    {
        BankQuestionKind.Gap => say.Of("quiz-gap", ("text", question.Subject)),
        BankQuestionKind.Acronym => say.Of("quiz-acronym", ("term", question.Subject)),
        _ => say.Of("quiz-strength", ("text", question.Subject)),
    };
}
