using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What a drafter copies: quotation, reference, link, footnote, for a paragraph or a topic.</summary>
public static partial class Draft
{
    [GeneratedRegex(@"^draft (?:pack )?(?:for |on )?(.+)$")]
    private static partial Regex Asked();

    internal static Command Command { get; } = new("draft 14", "a pack to copy: quotation, reference, link, footnote; “draft surveillance” for a topic", said =>
    {
        if (Asked().Match(said.Words) is not { Success: true } asked || Passages(said.Catalogue, asked.Groups[1].Value) is not { Count: > 0 } passages)
            return null;
        return new(AnswerKind.Guidance, $"{Markdown(said.Catalogue, passages)}\nAs a Word file: /drafts/{Uri.EscapeDataString(asked.Groups[1].Value)}.docx on the web page.",
            [.. passages.Select(Quote.Of)], [new($"Cite para. {passages[0].Id.Number}", $"cite {passages[0].Id.Number}"), new("Topics", "topics")])
        { IsList = true };
    });

    /// <summary>The passages that a number or a topic names; none where it names nothing.</summary>
    public static IReadOnlyList<Passage> Passages(Catalogue catalogue, string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? catalogue.Statements[0].Find(number) is { } one ? [one] : []
        : Topics.Find(catalogue, words) is { } topic ? [.. topic.Passages.Select(id => catalogue.Find(id)!)] : [];

    /// <summary>The pack in Markdown: every quotation with its footnote.</summary>
    public static string Markdown(Catalogue catalogue, IReadOnlyList<Passage> passages) =>
        string.Join('\n', passages.Select((p, i) => $"> “{p.Text}”[^{i + 1}]"))
        + "\n" + string.Join('\n', passages.Select((p, i) => $"[^{i + 1}]: {Footnote(catalogue, p)}"));

    public static string Footnote(Catalogue catalogue, Passage passage) =>
        Cite.Styles(catalogue.Statements.First(s => s.Id == passage.Id.Statement), passage).First().Text + " (paragraph number added).";
}
