using System.Globalization;
using FocBot.Core.Statements;
using FocBot.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Study;

/// <summary>Pages to look things up: topics, recommendations, glossary, references, citations, drafts.</summary>
static class StudyEndpoints
{
    internal static void MapStudy(this WebApplication app)
    {
        app.MapStatementPage("/topics", request => new RazorComponentResult<TopicsPage>(new { request.Statement }));
        app.MapStatementPage("/topics/{topic}", request => TopicOf(request) is { } topic
            ? new RazorComponentResult<TopicPage>(new { request.Statement, Topic = topic }) : null);
        app.MapStatementPage("/recommendations", request =>
            new RazorComponentResult<RecommendationsPage>(new { request.Statement, Filter = FilterOf(request) }));
        app.MapStatementPage("/glossary", request => new RazorComponentResult<GlossaryPage>(new { request.Statement }));
        app.MapStatementPage("/references", request => new RazorComponentResult<ReferencesPage>(new { request.Statement }));
        app.MapStatementPage("/cite/{number}", request => PassageOf(request.Statement, request.Part("number")) is { } passage
            ? new RazorComponentResult<CitePage>(new { request.Statement, Passage = passage }) : null);
        app.MapStatementPage("/drafts/{what}.docx", request => PassagesOf(request.Statement, request.Part("what")) is { Count: > 0 } passages
            ? TypedResults.File(WordFile.Of(passages), WordFile.ContentType, $"{request.Statement.Id}-{Slug.Of(request.Part("what"))}.docx") : null);
        app.MapStatementPage("/drafts/{what}", request => PassagesOf(request.Statement, request.Part("what")) is { Count: > 0 } passages
            ? new RazorComponentResult<DraftPage>(new { request.Statement, Passages = passages, What = Slug.Of(request.Part("what")) }) : null);
        MapShortAddresses(app);
    }

    static void MapShortAddresses(WebApplication app)
    {
        app.MapChoice("/topics", "Topics");
        app.MapChoice("/recommendations", "Recommendations");
        app.MapChoice("/glossary", "Glossary");
        app.MapChoice("/references", "References");
        app.MapGet("/drafts/{what}.docx", IResult (string what, Core.Bot bot) => bot.Catalogue.Statements
            .Where(s => PassagesOf(s, what).Count > 0).ToList() switch
        {
            [] => PagesSetup.NotFound(),
            [var only] => TypedResults.LocalRedirect($"/statements/{only.Id}/drafts/{Slug.Of(what)}.docx"),
            var several => new RazorComponentResult<ChooseStatementPage>(
                new { Title = "Draft pack", Path = $"/drafts/{Slug.Of(what)}.docx", Statements = (IReadOnlyList<Statement>)several }),
        }).ExcludeFromDescription();
    }

    static Topic? TopicOf(StatementRequest request) => request.Statement.Study.Topics.FirstOrDefault(t => Slug.Of(t.Name) == request.Part("topic"));

    static RecommendationFilter FilterOf(StatementRequest request) =>
        new(request.Query("q"), request.Query("topic"), request.Query("addressee"), request.Query("strength"));

    static Passage? PassageOf(Statement statement, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? statement.Find(parsed) : null;

    // A paragraph by its number, or a topic by one of its names.
    static IReadOnlyList<Passage> PassagesOf(Statement statement, string what)
    {
        var slug = Slug.Of(what);
        if (PassageOf(statement, slug) is { } passage)
            return [passage];
        var topic = statement.Study.Topics.FirstOrDefault(t => t.Also.Append(t.Name).Any(name => Slug.Of(name) == slug));
        return topic is null ? [] : [.. topic.Passages.Select(id => statement.Find(id.Number)!)];
    }
}
