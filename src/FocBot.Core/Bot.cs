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
    public void Use(Catalogue catalogue, ISearch search) => content = new(catalogue, search);

    /// <summary>What somebody may begin with who does not know what to ask.</summary>
    /// <param name="language">BCP 47 tag of the language that they read.</param>
    public IReadOnlyList<Choice> Starters(string language = "en") =>
        content is var now ? Answering.Starters.Of(now.Catalogue.Statements, now.Phrases.In(language)) : [];

    /// <summary>What every statement says about a subject, the oldest first.</summary>
    public IReadOnlyList<Compared> Compare(string subject)
    {
        var now = content;
        return now.Compare(now.Catalogue.Statements, subject);
    }

    /// <summary>Answers anything that a person may say; never throws for any text.</summary>
    public Task<Answer> ReplyAsync(Question question, CancellationToken cancel = default) => content.ReplyAsync(question, cancel);
}
