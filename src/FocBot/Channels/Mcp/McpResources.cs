using System.Text;
using FocBot.Core;
using FocBot.Core.Statements;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace FocBot.Channels.Mcp;

/// <summary>The statements as resources: each whole, in Markdown, its paragraphs numbered.</summary>
sealed class McpResources(Bot bot)
{
    const string Prefix = "focbot://statements/", Markdown = "text/markdown";

    internal ListResourcesResult List() => new()
    {
        Resources = [.. bot.Catalogue.Statements.Select(s => new Resource
        {
            Uri = Prefix + s.Id,
            Name = s.Id,
            Title = s.Front.Title,
            Description = $"{s.Front.Issuer}, {s.Front.Date}; {s.Passages.Count} passages, verbatim.",
            MimeType = Markdown,
        })],
    };

    /// <exception cref="McpProtocolException">There is no such statement.</exception>
    internal ReadResourceResult Read(string uri)
    {
        var statement = bot.Catalogue.Statements.FirstOrDefault(s => Prefix + s.Id == uri)
            ?? throw new McpProtocolException("There is no resource of that address. List the resources to see all.", McpErrorCode.ResourceNotFound);
        return new() { Contents = [new TextResourceContents { Uri = uri, MimeType = Markdown, Text = Whole(statement) }] };
    }

    static string Whole(Statement statement)
    {
        var text = new StringBuilder($"# {statement.Front.Title}\n\n{statement.Front.Issuer}, {statement.Front.Date}. Paragraph numbers are FocBot's own.\n");
        string? section = null;
        foreach (var passage in statement.Passages)
        {
            if (passage.Section is { } heading && heading != section)
                text.Append($"\n## {section = heading}\n");
            text.Append($"\n[{passage.Id.Number}]{(passage.Kind == PassageKind.Footnote ? $" Footnote {passage.Footnote}:" : "")} {passage.Text}\n");
        }

        return text.ToString();
    }
}
