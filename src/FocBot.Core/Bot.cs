using FocBot.Core.Answering;
using FocBot.Core.Commands;
using FocBot.Core.Statements;

namespace FocBot.Core;

/// <summary>The one way in: picks the command that the words ask for, else answers the question.</summary>
public sealed class Bot(Catalogue catalogue, ISearch search)
{
    readonly Answerer answerer = new(catalogue, search);

    public Catalogue Catalogue => catalogue;

    internal Answerer Answerer => answerer;

    /// <summary>Answers anything that a person may say; never throws for any text.</summary>
    public async Task<Answer> ReplyAsync(Question question, CancellationToken cancel = default)
    {
        var text = MarkupStripper.Strip(question.Text);
        var said = new CommandContext(text, text.Trim(' ', '.', '!', '?').ToLowerInvariant(), catalogue, question.User, question.History);
        foreach (var command in CommandList.All)
        {
            if (await command.RunAsync(said, cancel) is { } answer)
                return answer;
        }

        return answerer.Answer(question);
    }
}
