using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Pages;

namespace FocBot.Reading;

/// <summary>The page on which a citation opens: the whole statement, the cited passage marked by its address.</summary>
static class ReadingPage
{
    internal static void MapReading(this WebApplication app)
    {
        app.MapGet("/statements", (Bot bot) => Page.Show("Statements", Shelf(bot.Catalogue))).ExcludeFromDescription();
        app.MapGet("/statements/{id}", (string id, Bot bot, HttpRequest request) =>
            bot.Catalogue.Statements.FirstOrDefault(s => s.Id == id) is { } statement
                ? Page.Show(statement.Front.Title, Body(statement, $"{request.Scheme}://{request.Host}"))
                : Page.Show("Not found", Html.Of($"<main id=\"main\" class=\"chat\"><h1>There is no such statement</h1><p><a href=\"/statements\">See all statements</a></p></main>"), 404)).ExcludeFromDescription();
    }

    static Html Shelf(Catalogue catalogue) => Html.Of($"""
        <main id="main" class="chat">
        <h1>Statements</h1>
        {Html.Join(catalogue.Statements, s => Html.Of($"<p class=\"shelf\"><a href=\"/statements/{s.Id}\">{s.Front.Title}</a><br><span class=\"quiet\">{s.Front.Issuer}, {s.Front.Date}; {s.Passages.Count} passages, {s.Recommendations.Count} recommendations</span></p>"))}
        </main>
        """);

    static Html Body(Statement statement, string host) => Html.Of($"""
        <main id="main" class="reading" lang="{statement.Front.Language}">
        <h1>{statement.Front.Title}</h1>
        <p class="quiet">{statement.Front.Issuer}. The numbers beside the paragraphs are ours.{Html.When(statement.Front.Source is not null, () => Html.Of($" <a href=\"{statement.Front.Source}\" rel=\"noreferrer\">The publisher's page</a>."))}</p>
        {Html.Join(Sections(statement), s => Section(s, host))}
        </main>
        """);

    static List<(string? Heading, List<Passage> Passages)> Sections(Statement statement)
    {
        var sections = new List<(string? Heading, List<Passage> Passages)>();
        foreach (var passage in statement.Passages)
        {
            var heading = passage.Kind == PassageKind.Footnote ? "Footnotes" : passage.Section;
            if (sections.Count == 0 || sections[^1].Heading != heading)
                sections.Add((heading, []));
            sections[^1].Passages.Add(passage);
        }

        return sections;
    }

    static Html Section((string? Heading, List<Passage> Passages) section, string host) => Html.Of($"""
        <section>
        {Html.When(section.Heading is not null, () => Html.Of($"<h2>{section.Heading}</h2>"))}
        {Html.Join(section.Passages, p => Passage(p, host))}
        </section>
        """);

    static Html Passage(Passage passage, string host) => Html.Of($"""
        <article id="{passage.Id.Number}" class="passage {Kind(passage)}">
        <a class="number" href="#{passage.Id.Number}" aria-label="Paragraph {passage.Id.Number}">{passage.Id.Number}</a>
        <p class="words">{Label(passage)}{Words(passage)}</p>
        {Cite(passage, host)}
        </article>
        """);

    static string Kind(Passage passage) => passage.Kind.ToString().ToLowerInvariant();

    static Html Label(Passage passage) => passage.Kind switch
    {
        PassageKind.Recommendation => Html.Of($"<span class=\"label\">Recommendation {passage.Recommendation}</span> "),
        PassageKind.Footnote => Html.Of($"<span class=\"label\" id=\"note-{passage.Footnote}\">Footnote {passage.Footnote}</span> "),
        _ => Html.Empty,
    };

    // Footnote marks and links stand at positions of the text: the words between them are encoded piece by piece.
    static Html Words(Passage passage)
    {
        var cuts = passage.FootnoteMarks.Select(m => (m.Position, Length: 0, Markup: Html.Of($"<sup><a href=\"#note-{m.Footnote}\" aria-label=\"Footnote {m.Footnote}\">{m.Footnote}</a></sup>")))
            .Concat(passage.Links.Select(l => (Position: l.Span.Start, l.Span.Length, Markup: Html.Of($"<a href=\"{l.Address}\" rel=\"noreferrer\">{l.Span.Of(passage.Text)}</a>"))))
            .OrderBy(c => c.Position);
        var words = Html.Empty;
        var from = 0;
        foreach (var (position, length, markup) in cuts)
        {
            words = Html.Of($"{words}{passage.Text[from..position]}{markup}");
            from = position + length;
        }

        return Html.Of($"{words}{passage.Text[from..]}");
    }

    static Html Cite(Passage passage, string host)
    {
        var citation = new Excerpt(passage, passage.Sentences[0]).Citation;
        return Html.Of($"""
            <details class="cite"><summary>Quote this<span class="unseen">: paragraph {passage.Id.Number}</span></summary>
            <p class="quotation">“{passage.Text}” {citation.Text}, {host}{citation.Address}</p>
            <button type="button" class="copy">Copy quotation with citation</button>
            </details>
            """);
    }
}
