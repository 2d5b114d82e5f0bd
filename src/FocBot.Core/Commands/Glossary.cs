using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Terms and acronyms: what the text says they stand for, or that it does not say.</summary>
sealed partial class Glossary : ICommand
{
    const int Shown = 10;

    public string Example => "glossary";

    [GeneratedRegex(@"^(?:what(?:'s| is| are| does| means?)|define|explain|meaning of|definition of|glossary|what do you mean by) (?:the |"
        + @"an? )?(?<term>.+?)(?: stand for| mean| short for)?$")]
    private static partial Regex Asked();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) => new(
        said.Words == "glossary" ? All(said)
        : Asked().Match(said.Words) is { Success: true } asked && Find(said, asked.Groups["term"].Value.Trim('\'', '"', ' ')) is { } term ? One(said, term)
        : null);

    static Term? Find(CommandContext said, string words) => said.Scope.Statements.SelectMany(s => s.Study.Terms)
        .FirstOrDefault(t => words.Equals(t.Name, StringComparison.OrdinalIgnoreCase) || t.Also.Contains(words, StringComparer.OrdinalIgnoreCase));

    static Answer All(CommandContext said)
    {
        var having = said.Scope.Statements.Where(s => s.Study.Terms.Count > 0).ToList();
        var terms = having.SelectMany(s => s.Study.Terms).ToList();
        return terms.Count == 0
            ? said.Guide(said.Say["glossary-none"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"))
            : said.Guide(string.Join('\n', having.Select(s => said.Named(string.Join('\n', s.Study.Terms.Select(t => Line(said, t))), s))),
                [.. terms.Take(Shown).Select(t => new Choice(t.Name, $"what is {t.Name}")), Buttons.Of(said.Say, "help")]);
    }

    /// <summary>The term with what it stands for, in one line.</summary>
    internal static string Line(CommandContext said, Term term) => term.Expansion.Length > 0
        ? $"{term.Name}: {term.Expansion} (para. {term.Passage.Number})"
        : said.Say.Of("term-undefined", ("term", term.Name), ("number", term.Passage.Number));

    static Answer One(CommandContext said, Term term)
    {
        var passage = said.Catalogue.Find(term.Shown)!;
        var at = passage.Text.IndexOf(term.Expansion.Length > 0 && term.Shown == term.Passage ? term.Expansion : term.Name, StringComparison.OrdinalIgnoreCase);
        return said.Show(Line(said, term), [Quote.Around(passage, Math.Max(0, at))], Buttons.Of(said.Say, "more"),
            Buttons.Of(said.Say, "glossary"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }
}
