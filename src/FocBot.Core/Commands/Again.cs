using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>The answer before, once more.</summary>
sealed class Again : ICommand
{
    public string? Example => null;

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        said.Words != "again" ? null
        : await said.LastAnswerAsync(cancel) ?? said.Guide(said.Say["more-nothing"], Starters.Of(said.Scope.Statements, said.Say));
}
