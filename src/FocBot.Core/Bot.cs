using FocBot.Core.Answering;
using FocBot.Core.Commands;
using FocBot.Core.Statements;

namespace FocBot.Core;

/// <summary>The one way in: picks the command that the words ask for, else answers the question.</summary>
public sealed class Bot(Catalogue catalogue, ISearch search)
{
    volatile Opened content = new(catalogue, new(catalogue, search));

    /// <summary>The content that answers now. Whoever reads it more than once for one answer reads it into a variable first.</summary>
    public Catalogue Catalogue => content.Catalogue;

    /// <summary>Answers from other content, from the next question on; a question in progress is finished from the old one.</summary>
    /// <param name="catalogue">The new content.</param>
    /// <param name="search">Finds in it.</param>
    public void Use(Catalogue catalogue, ISearch search) => content = new(catalogue, new(catalogue, search));

    /// <summary>Answers anything that a person may say; never throws for any text.</summary>
    public async Task<Answer> ReplyAsync(Question question, CancellationToken cancel = default)
    {
        var now = content;
        var text = MarkupStripper.Strip(question.Text);
        var said = new CommandContext(text, text.Trim(' ', '.', '!', '?').ToLowerInvariant(), now.Catalogue, question.User, question.History);
        foreach (var command in CommandList.All)
        {
            if (await command.RunAsync(said, cancel) is { } answer)
                return answer;
        }

        return now.Answerer.Answer(question);
    }

    sealed record Opened(Catalogue Catalogue, Answerer Answerer);
}
