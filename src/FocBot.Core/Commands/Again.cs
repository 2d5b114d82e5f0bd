namespace FocBot.Core.Commands;

/// <summary>The answer before, once more.</summary>
sealed class Again : ICommand
{
    public string? Example => null;

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        said.Words != "again" ? null
        : await said.LastAnswerAsync(cancel) ?? More.NothingToAdd(said);
}
