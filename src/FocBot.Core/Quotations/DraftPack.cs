using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

/// <summary>What a drafter copies: quotations with their footnotes.</summary>
public static class DraftPack
{
    /// <summary>The pack in Markdown: every quotation with its footnote.</summary>
    public static string Markdown(IReadOnlyList<Passage> passages) =>
        string.Join("\n\n", passages.Select((p, i) => $"> “{p.Text}”[^{i + 1}]"))
        + "\n\n" + string.Join('\n', passages.Select((p, i) => $"[^{i + 1}]: {CitationStyles.Footnote(p)}"));
}
