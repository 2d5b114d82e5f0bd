using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Quotations;

namespace FocBot.Core.Commands;

/// <summary>Agreed language: earlier wording near a sentence that somebody drafts, by date, with the words that differ in brackets.</summary>
sealed partial class FindLanguage : ICommand
{
    public string Example => "find language \"your sentence\"";

    public string PurposeKey => "help.find";

    [GeneratedRegex("^(?:find|search|show)(?: me)? (?:the )?(?:agreed |prior |earlier |existing )?(?:language|wording)(?: (?:for|like|near|on|"
        + "close to))?:? *[\"“”'«]?(?<draft>.+?)[\"“”'»]?$|^(?:agreed|prior|earlier) (?:language|wording)(?: (?:for|like|near|"
        + "on))?:? *[\"“”'«]?(?<draft>.+?)[\"“”'»]?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Asked();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Typed.Trim()) is not { Success: true } asked)
            return new((Answer?)null);
        var found = AgreedLanguage.Find(said.Scope.Statements, asked.Groups["draft"].Value);
        if (found.Count == 0)
            return new(said.Silent(said.Say["language-none"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")));
        var nearest = found.MaxBy(f => f.Likeness)!;
        var lines = found.Select(f => $"{f.Passage.Front.Date}, {f.Passage.Front.ShortTitle}, {f.Passage.Place}: {f.Marked}");
        return new(said.Show($"{said.Say["language-found"]}\n{string.Join('\n', lines)}", found.Select(f => new Excerpt(f.Passage, f.Sentence)),
            Buttons.Cite(said.Say, nearest.Passage), Buttons.Draft(said.Say, nearest.Passage), Buttons.Of(said.Say, "help")));
    }
}
