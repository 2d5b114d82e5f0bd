using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Terms and acronyms: what the text says they stand for, or that it does not say.</summary>
static partial class Glossary
{
    [GeneratedRegex(@"^(?:what(?:'s| is| are| does)|define|explain|meaning of|glossary) (?:the |an? )?(.+?)(?: stand for| mean| short for)?$")]
    private static partial Regex Asked();

    internal static Command Command { get; } = new("glossary", "terms and acronyms; “what is OEWG” explains one", said =>
        said.Words is "glossary" or "terms" or "acronyms" ? All(said.Catalogue)
        : Asked().Match(said.Words) is { Success: true } asked && Find(said.Catalogue, asked.Groups[1].Value) is { } term ? One(said.Catalogue, term)
        : null);

    static Term? Find(Catalogue catalogue, string words) => catalogue.Statements.SelectMany(s => s.Study.Terms)
        .FirstOrDefault(t => words.Equals(t.Name, StringComparison.OrdinalIgnoreCase) || t.Also.Contains(words, StringComparer.OrdinalIgnoreCase));

    static Answer All(Catalogue catalogue)
    {
        var terms = catalogue.Statements.SelectMany(s => s.Study.Terms).ToList();
        return new(AnswerKind.Guidance, string.Join('\n', terms.Select(Line)), [], [.. terms.Take(10).Select(t => new Choice(t.Name, $"what is {t.Name}")), new("Help", "help")]);
    }

    static string Line(Term term) => term.Expansion.Length > 0 ? $"{term.Name}: {term.Expansion} (para. {term.Passage.Number})" : $"{term.Name}: used but not defined in the text (para. {term.Passage.Number})";

    static Answer One(Catalogue catalogue, Term term)
    {
        var passage = catalogue.Find(term.Shown)!;
        var at = passage.Text.IndexOf(term.Expansion.Length > 0 && term.Shown == term.Passage ? term.Expansion : term.Name, StringComparison.OrdinalIgnoreCase);
        return new(AnswerKind.Answered, Line(term), [Quote.Around(passage, Math.Max(0, at))], [new("Glossary", "glossary"), new("Topics", "topics")]) { Confidence = 1 };
    }
}
