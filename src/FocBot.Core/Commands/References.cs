using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Which instruments and bodies the statements cite, where, with the dates that the text gives.</summary>
sealed class References : ICommand
{
    public string Example => "references";

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "references")
            return null;
        var (statement, which) = await said.OneAsync(s => s.Study.References.Count > 0, cancel);
        if (statement is null)
            return which;
        var all = statement.Study.References;
        if (all.Count == 0)
            return said.Silent(said.Say["references-none"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        var lines = all.Select(r => $"{r.Name}{(r.Date.Length > 0 ? $" ({r.Date})" : "")}: para. {r.Passage.Number}");
        return said.Show($"{said.Say["references"]}\n{string.Join('\n', lines)}", all.Select(r => r.Passage)
            .Distinct().Select(id => Quote.Of(said.Catalogue, id)),
            Buttons.Of(said.Say, "glossary"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }
}
