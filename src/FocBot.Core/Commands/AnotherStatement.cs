using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>The question before, asked of another statement: "and the UDHR?".</summary>
sealed class AnotherStatement : ICommand
{
    public string? Example => null;

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Scope.OnlyNames(said.Catalogue, said.Typed) is not { } statement)
            return null;
        // "and the UDHR?", "and the ECHR?": the question stands before them all.
        var before = said.Before;
        while (before is not null && Scope.OnlyNames(said.Catalogue, before.Typed) is not null)
            before = before.Before;
        return await said.ReplyAsync($"in {statement.Id}: {before?.Typed ?? "statement"}", cancel);
    }
}
