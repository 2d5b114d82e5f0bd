using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Which statements there are: title, issuer, date, parts.</summary>
static class TheStatement
{
    internal static Command Command { get; } = new("statement", "the statement's title, date and parts",
        ["statements", "the statement", "about the statement", "which statement"],
        catalogue =>
        {
            var all = catalogue.Statements.Select(s =>
                $"\u201C{s.Front.Title}\u201D, {s.Front.Issuer}, {s.Front.Date}. Its parts: "
                + $"{string.Join("; ", s.Passages.Select(p => p.Section).OfType<string>().Distinct())}. {s.Recommendations.Count} recommendations.");
            var excerpts = catalogue.Statements.Select(s => s.Passages.First(p => p.Kind == PassageKind.Paragraph)).Select(p => new Excerpt(p, p.Sentences[0]));
            return new(AnswerKind.Answered, string.Join("\n", all), [.. excerpts], [new("All recommendations", "List all recommendations"), new("Help", "help")]) { Confidence = 1 };
        });
}
