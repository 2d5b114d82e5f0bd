using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core;

/// <summary>The one way in: picks the command that the words ask for, else answers the question.</summary>
public sealed class Bot(Catalogue catalogue, ISearch search)
{
    volatile OpenedContent content = new(catalogue, search);

    /// <summary>The content that answers now. Whoever reads it more than once for one answer reads it into a variable first.</summary>
    public Catalogue Catalogue => content.Catalogue;

    /// <summary>Answers from other content, from the next question on; a question in progress is finished from the old one.</summary>
    /// <param name="catalogue">The new content.</param>
    /// <param name="search">Finds in it.</param>
    /// <returns>Completes when nothing answers from the old content any more: then its search may be disposed of.</returns>
    public Task Use(Catalogue catalogue, ISearch search)
    {
        var replaced = Interlocked.Exchange(ref content, new(catalogue, search));
        replaced.Leave();
        return replaced.Ended;
    }

    /// <summary>What somebody may begin with who does not know what to ask.</summary>
    /// <param name="language">BCP 47 tag of the language that they read.</param>
    public IReadOnlyList<Choice> Starters(string language = "en") =>
        content is var now ? Answering.Starters.Of(now.Catalogue.Statements, now.Phrases.In(language)) : [];

    /// <summary>What every statement says about a subject, the oldest first.</summary>
    public IReadOnlyList<Compared> Compare(string subject)
    {
        var now = Enter();
        try
        {
            return now.Compare(now.Catalogue.Statements, subject);
        }
        finally
        {
            now.Leave();
        }
    }

    /// <summary>Answers anything that a person may say; never throws for any text.</summary>
    public async Task<Answer> ReplyAsync(Question question, CancellationToken cancel = default)
    {
        var now = Enter();
        try
        {
            return await now.ReplyAsync(question, cancel);
        }
        finally
        {
            now.Leave();
        }
    }

    // The content may be replaced between reading the field and entering: then the next one is there already.
    OpenedContent Enter()
    {
        while (true)
        {
            var now = content;
            if (now.TryEnter())
                return now;
        }
    }
}
