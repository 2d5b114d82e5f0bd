using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>A paragraph's citation in the styles that people need.</summary>
public static partial class Cite
{
    [GeneratedRegex(@"^cite (?:paragraph |para\.? |passage )?(\d{1,4})$")]
    private static partial Regex Numbered();

    internal static Command Command { get; } = new("cite 14", "a citation of a paragraph: UN style, Chicago, plain, BibTeX, Markdown", said =>
        Numbered().Match(said.Words) is not { Success: true } asked ? null
        : said.Catalogue.Statements[0].Find(int.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture)) is not { } passage
            ? new(AnswerKind.Silent, $"There are {said.Catalogue.Statements[0].Passages.Count} paragraphs, numbered from 1.", [], [new("The statement", "statement")])
            : new(AnswerKind.Guidance, string.Join('\n', Styles(said.Catalogue.Statements[0], passage).Select(s => $"{s.Style}: {s.Text}"))
                + $"\nParagraph numbers are ours. The text is that of SHA-256 {Receipt.HashOf(said.Catalogue.Statements[0])}; receipt {passage.Receipt}.",
                [Quote.Of(passage)], [new("Draft pack", $"draft {passage.Id.Number}"), new("Read on", $"paragraph {passage.Id.Number}"), new("Help", "help")]));

    /// <summary>The citation in every style.</summary>
    public static IEnumerable<(string Style, string Text)> Styles(Statement statement, Passage passage)
    {
        var (front, number) = (statement.Front, passage.Id.Number);
        var source = front.Source is { } address ? $", {address}" : "";
        yield return ("UN style", $"{front.Issuer}, “{front.Title}” ({front.Date}), para. {number}{source}");
        yield return ("Chicago", $"{front.Issuer}. “{front.Title}.” {front.Date}. Para. {number}{(front.Source is { } link ? $". {link}" : "")}.");
        yield return ("Plain", $"{front.Issuer}, {front.Title}, {front.Date}, para. {number}");
        yield return ("BibTeX", $"@misc{{{front.Id}-{number}, author = {{{{{front.Issuer}}}}}, title = {{{front.Title}}}, date = {{{front.Date}}}, note = {{para. {number} (numbering added)}}{(front.Source is { } url ? $", url = {{{url}}}" : "")}}}");
        yield return ("Markdown", $"> {passage.Text} — {front.Issuer}, [{front.ShortTitle}]({front.Source ?? ""}), {front.Date}, para. {number}");
    }
}
