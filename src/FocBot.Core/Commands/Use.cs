using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Which statements the conversation is about: "use only the AI statement", "use all".</summary>
sealed class Use : ICommand
{
    public string? Example => null;

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.NamesUnknownStatement)
            return new(Unknown(said));
        if (!Scope.Sets(said.Typed))
            return new((Answer?)null);
        if (Scope.Set(said.Catalogue, said.Typed) is not { } scope)
            return new(Unknown(said));
        var titles = string.Join("; ", scope.Statements.Select(s => s.Front.ShortTitle));
        return new(scope.IsNarrow
            ? said.Guide(said.Say.Of("use-only", ("titles", titles)), [.. Starters.Of(scope.Statements, said.Say), Buttons.Of(said.Say, "use-all")])
            : said.Guide(said.Say.Of("use-all", ("count", scope.Statements.Count)), Starters.Of(scope.Statements, said.Say)));
    }

    static Answer Unknown(CommandContext said)
    {
        var offered = CommandContext.Offered(said.Catalogue.Statements).ToList();
        var choices = offered.Select(s => new Choice(s.Front.ShortTitle, $"use only {s.Id}"));
        return said.Silent(said.Say["no-statement"],
            offered.Count < said.Catalogue.Statements.Count ? choices.Append(Buttons.Of(said.Say, "statements")) : choices);
    }
}
