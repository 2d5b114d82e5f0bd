using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Quotations;

namespace FocBot.Channels.Slack;

/// <summary>A quotation and its citation in Block Kit.</summary>
static class QuotationBlocks
{
    /// <summary>The whole paragraph, its sentence in bold.</summary>
    internal static JsonObject Paragraph(Excerpt excerpt) => Quote(
        Run("\u201C" + excerpt.Text[..excerpt.KeySpan.Start]),
        Run(excerpt.Key, isBold: true),
        Run(excerpt.Text[excerpt.KeySpan.End..] + "\u201D"));

    /// <summary>The sentence alone, with the sign that more stands before or behind.</summary>
    internal static JsonObject Sentence(Excerpt excerpt) => Quote(
        Run(excerpt.KeySpan.Start > 0 ? "\u201C\u2026 " : "\u201C"),
        Run(excerpt.Key.Trim(), isBold: true),
        Run(excerpt.KeySpan.End < excerpt.Text.Length ? " \u2026\u201D" : "\u201D"));

    /// <summary>The full citation, with a link that opens at the words.</summary>
    internal static JsonObject Citation(Excerpt excerpt, Labels labels, Func<string, string> absolute) =>
        Context($"{SlackText.Escaped(excerpt.Citation.Text)}. {Link(excerpt, labels, absolute)}");

    /// <summary>Where in its statement it is, with a link: for a list that names the statement once.</summary>
    internal static JsonObject Place(Excerpt excerpt, Labels labels, Func<string, string> absolute) =>
        Context($"{SlackText.Escaped(excerpt.Citation.Place)}. {Link(excerpt, labels, absolute)}");

    /// <summary>The statement of a list.</summary>
    internal static JsonObject Source(string source) => Context(SlackText.Escaped(source));

    /// <summary>A link to a page; not a button, which Slack would deliver when it is pressed.</summary>
    internal static JsonObject Page(PageLink page, Func<string, string> absolute) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_section",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "link", ["url"] = absolute(page.Path), ["text"] = page.Label }),
        }),
    };

    /// <summary>Words to copy, letter by letter.</summary>
    internal static JsonObject Preformatted(string text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_preformatted",
            ["elements"] = new JsonArray(Run(text)),
        }),
    };

    static string Link(Excerpt excerpt, Labels labels, Func<string, string> absolute) => $"Receipt {excerpt.Passage.Receipt}. "
        + $"<{SlackText.Escaped(absolute(excerpt.Citation.Address))}|{SlackText.Escaped(Labels.Of(labels.ViewNumbered, excerpt.Passage))}>";

    static JsonObject Quote(params JsonObject[] runs) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_quote",
            ["elements"] = new JsonArray([.. runs.Where(run => SlackJson.Text(run["text"]) is { Length: > 0 })]),
        }),
    };

    static JsonObject Run(string text, bool isBold = false)
    {
        var run = new JsonObject { ["type"] = "text", ["text"] = text };
        if (isBold)
            run["style"] = new JsonObject { ["bold"] = true };
        return run;
    }

    /// <summary>Small words below others, in Slack's markup.</summary>
    internal static JsonObject Context(string markup) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "mrkdwn", ["text"] = markup }),
    };
}
