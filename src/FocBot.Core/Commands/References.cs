using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Which instruments and bodies the statements cite, where, with the dates that the text gives.</summary>
static class References
{
    internal static Command Command { get; } = new("references", "the instruments and bodies that it cites", ["sources", "which documents does it cite", "instruments"], catalogue =>
    {
        var all = catalogue.Statements.SelectMany(s => s.Study.References).ToList();
        return new(AnswerKind.Answered, $"The statement cites:\n{string.Join('\n', all.Select(r => $"{r.Name}{(r.Date.Length > 0 ? $" ({r.Date})" : "")}: para. {r.Passage.Number}"))}",
            [.. all.Select(r => r.Passage).Distinct().Select(id => Quote.Of(catalogue, id))], [new("Glossary", "glossary"), new("Topics", "topics")])
        { IsList = true, Confidence = 1 };
    });
}
