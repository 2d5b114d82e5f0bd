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
    public Answer Reply(Question question)
    {
        var text = Trimmings.Off(question.Text);
        var said = new Said(text, text.Trim(' ', '.', '!', '?').ToLowerInvariant(), catalogue, question.Learner, question.History);
        return CommandList.All.Select(c => c.Run(said)).FirstOrDefault(answer => answer is not null) ?? answerer.Answer(question);
    }
}
