using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Which instruments and bodies the statements cite, where, with the dates that the text gives.</summary>
sealed partial class References : ICommand
{
    public string Example => "references";

    [GeneratedRegex(@"^(?:which|what)(?: \w+){0,3} (?:treaties|treaty|instruments?|conventions?|resolutions?|documents?|agreements?|texts?|sources?|laws)"
        + @" (?:does|do|did|is|are) (?:it|they|the (?:statement|text|document|foc)|this(?: statement| text)?|you) "
        + @"(?:cite|invoke|refer to|rely on|draw on|rest on|build on|based on|quote|mention|name|list|reference)$")]
    private static partial Regex Asked();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "references" && !Asked().IsMatch(said.Words))
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
