using FocBot.Core.Answering;
using FocBot.Core.Commands;
using FocBot.Core.Statements;

namespace FocBot.Core;

/// <summary>One content with everything that answers from it.</summary>
sealed class OpenedContent
{
    // What is left out of a message may have been its point.
    const double CertainOfPart = 0.85;

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
    internal Task<Answer> ReplyAsync(Question question, CancellationToken cancel) => ReplyAsync(question, new(this), cancel);

    /// <summary>Answers words within a turn that knows earlier answers.</summary>
    internal async Task<Answer> ReplyAsync(Question question, EarlierAnswers earlier, CancellationToken cancel)
    {
        var answer = await ComposeAsync(question, earlier, cancel);
        return OfficialTranslations.Quote(answer, Catalogue, Phrases.In(answer.Labels.Language));
    }

    /// <summary>What each of these statements says about a subject, the oldest first.</summary>
    internal IReadOnlyList<Compared> Compare(IEnumerable<Statement> statements, string subject) =>
        [.. statements.OrderBy(s => s.Front.Issued).Select(s => new Compared(s, answerer.Best(subject, s)))];

    async Task<Answer> ComposeAsync(Question question, EarlierAnswers earlier, CancellationToken cancel)
    {
        if (question.History.Count > Question.MaxHistory)
            question = question with { History = ConversationMemory.Keep(question.History) };
        var said = new CommandContext(this, question, earlier);
        if (await CommandAsync(said, cancel) is { } answer)
            return answer;
        // "In the AI statement: privacy" is one sentence.
        var sentences = (said.NamesStatement ? [] : SentenceSplitter.Read(question.Text)).Where(s => Phrases.CourtesyOf(s) is null).ToList();
        // A number beside a question belongs to the question; by itself it picks from a list.
        foreach (var sentence in sentences.Where(s => sentences.Count == 1 || s.Any(char.IsLetter)))
        {
            if (await CommandAsync(new(this, question with { Text = sentence }, earlier), cancel) is { } asked)
                return asked;
        }

        return Search(said, sentences.LastOrDefault(s => s.TrimEnd().EndsWith('?')));
    }

    async ValueTask<Answer?> CommandAsync(CommandContext said, CancellationToken cancel)
    {
        foreach (var command in CommandList.All)
        {
            if (await command.RunAsync(said, cancel) is { } answer)
                return answer;
        }

        return null;
    }

    // Where the message as a whole is not answered, its last question may be.
    Answer Search(CommandContext said, string? last)
    {
        if (unread.Answer(said.Typed) is { } notRead)
            return notRead;
        var asked = said.Question with { History = Questions(said.History) };
        var whole = Search(asked, said.Scope);
        if (whole.Kind == AnswerKind.Answered || last is null)
            return whole;
        var part = Search(asked with { Text = last }, said.Scope);
        return part.Confidence >= CertainOfPart || whole.Kind == AnswerKind.Nothing ? part : whole;
    }

    /// <summary>What the search answers, with no regard to commands.</summary>
    internal Answer Search(Question question, Scope scope) => answerer.Answer(question, scope);

    // What was said besides questions is no context of a question.
    List<string> Questions(IReadOnlyList<string> history) => [.. history.Where(h => Phrases.CourtesyOf(h) is null && !Scope.Sets(h))];
}
