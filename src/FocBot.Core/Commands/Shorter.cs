using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>The marked sentence of the answer before, and nothing else.</summary>
sealed class Shorter : ICommand
{
    public string? Example => null;

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        said.Words != "shorter" ? null
        : await said.LastAnswerAsync(cancel) is not { Excerpts: [var quoted, ..] } ? More.NothingToAdd(said)
        : said.Guide($"\u201C{quoted.Key}\u201D\n{quoted.Citation.Text}", Buttons.Read(said.Say, quoted.Passage), Buttons.Cite(said.Say, quoted.Passage),
            Buttons.Of(said.Say, "help"));
}
