using FocBot.Core.Answering;
using FocBot.Core.Commands;
using FocBot.Core.Statements;

namespace FocBot.Core;

/// <summary>One content with everything that answers from it.</summary>
sealed class OpenedContent
{
    readonly Answerer answerer;
    readonly UnreadLanguages unread;
    readonly TaskCompletionSource ended = new();
    // One for the bot itself, and one for each question in progress.
    int uses = 1;

    internal OpenedContent(Catalogue catalogue, ISearch search)
    {
        Catalogue = catalogue;
        var interpreter = new QuestionInterpreter(catalogue);
        Phrases = new(catalogue, interpreter);
        answerer = new(catalogue, search, interpreter, Phrases);
        unread = new(catalogue, interpreter, Phrases);
    }

    internal Catalogue Catalogue { get; }

    internal PhraseBook Phrases { get; }

    /// <summary>Completes when this content was replaced and the last question that began with it is answered.</summary>
    internal Task Ended => ended.Task;

    /// <summary>Begins to use this content; false where it has ended already.</summary>
    internal bool TryEnter()
    {
        for (var before = uses; before > 0;)
        {
            var seen = Interlocked.CompareExchange(ref uses, before + 1, before);
            if (seen == before)
                return true;
            before = seen;
        }

        return false;
    }

    /// <summary>Ends one use of it.</summary>
    internal void Leave()
    {
        if (Interlocked.Decrement(ref uses) == 0)
            ended.SetResult();
    }

    /// <summary>Answers anything that a person may say; never throws for any text.</summary>
    internal async Task<Answer> ReplyAsync(Question question, CancellationToken cancel)
    {
        var answer = await ComposeAsync(question, cancel);
        return OfficialTranslations.Quote(answer, Catalogue, Phrases.In(answer.Labels.Language));
    }

    /// <summary>What each of these statements says about a subject, the oldest first.</summary>
    internal IReadOnlyList<Compared> Compare(IEnumerable<Statement> statements, string subject) =>
        [.. statements.OrderBy(s => s.Front.Issued).Select(s => new Compared(s, answerer.Best(subject, s)))];

    async Task<Answer> ComposeAsync(Question question, CancellationToken cancel)
    {
        if (question.History.Count > Question.MaxHistory)
            question = question with { History = ConversationMemory.Keep(question.History) };
        var said = new CommandContext(this, question);
        foreach (var command in CommandList.All)
        {
            if (await command.RunAsync(said, cancel) is { } answer)
                return answer;
        }

        return unread.Answer(said.Typed) ?? Search(said.Question with { History = Questions(question.History) }, said.Scope);
    }

    /// <summary>What the search answers, with no regard to commands.</summary>
    internal Answer Search(Question question, Scope scope) => answerer.Answer(question, scope);

    // What was said besides questions is no context of a question.
    List<string> Questions(IReadOnlyList<string> history) => [.. history.Where(h => Phrases.CourtesyOf(h) is null && !Scope.Sets(h))];
}
